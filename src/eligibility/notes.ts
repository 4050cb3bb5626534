/** What an answer says beside the verdict: how the text was read, what it leaves unsaid, what was taken for granted. */
import type { Profile } from '../contract/index.ts';
import type { Benefit } from '../policy/index.ts';
import { type Context, factOfRole } from './context.ts';
import type { Condition, Note, OpenRow } from './evaluation.ts';
import { isFloorOnly } from './pay.ts';

export function notesOf(
  benefit: Benefit,
  conditions: Condition[],
  rows: OpenRow[],
  profile: Profile,
  { policy, facts }: Context,
): Note[] {
  const notes: Note[] = [];
  for (const text of benefit.readings) notes.push({ kind: 'reading', text });
  for (const { fact, words } of benefit.vague) notes.push({ kind: 'vague', fact, words });
  for (const { row } of rows) {
    const { pay } = row;
    if (pay.form === 'unstated' || pay.form === 'service') {
      if (!notes.some((note) => 'words' in note && note.words === pay.words))
        notes.push({ kind: pay.form, words: pay.words });
    }
    if ((row.atLeast || isFloorOnly(row)) && !notes.some((note) => note.kind === 'at-least')) {
      notes.push({ kind: 'at-least' });
    }
  }
  if (rows.some(({ row }) => row.atMost)) notes.push({ kind: 'at-most' });
  if (rows.some(({ row }) => row.saved)) notes.push({ kind: 'saved' });
  if (benefit.paidOut !== null) notes.push({ kind: 'paid-out', words: benefit.paidOut });
  if (benefit.for === 'persons') notes.push({ kind: 'persons' });
  if (benefit.drafted !== null) notes.push({ kind: 'drafted', ...benefit.drafted });
  if (benefit.once) notes.push({ kind: 'once' });
  if (benefit.pool !== null) notes.push({ kind: 'pool', yuan: benefit.pool.value });
  const presumed = conditions
    .filter((c) => c.kind === 'presumed' && c.value === null)
    .map((c) => c.facts[0]!);
  for (const { facts: names, value } of conditions) {
    if (value === null && facts.get(names[0]!)?.presumed !== undefined) presumed.push(names[0]!);
  }
  for (const { row, sum } of rows)
    if (row.pay.form === 'rest' && sum.min !== null && profile[row.pay.less] === undefined)
      presumed.push(row.pay.less);
  const place = factOfRole('place', facts);
  if (place !== null && policy.place !== null && !conditions.some((c) => c.kind === 'place'))
    presumed.push(place);
  if (presumed.length > 0) notes.push({ kind: 'presumed', facts: presumed });
  const received = conditions.find((c) => c.kind === 'received' && c.state === 'met' && c.value !== 0);
  if (received && policy.overlap) notes.push({ kind: 'keep-higher', quote: policy.overlap.quote });
  if (policy.validUntil === null && policy.applyBy === null && benefit.until === null)
    notes.push({ kind: 'no-end' });
  return notes;
}
