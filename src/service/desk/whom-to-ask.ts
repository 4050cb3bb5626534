/**
 * How to reach who is in charge, from the office's own directory: documents seldom say it. Told behind an answer to who asks whom to turn to or
 * how to apply, of the units that the document itself names for that measure, and never as the document's words. Pure.
 */
import type { Reply } from '../../contract/index.ts';
import type { Knowledge } from '../../policy/index.ts';
import { focusesOf } from '../../retrieval/index.ts';
import { deskWords as words } from '../../words/index.ts';
import type { Unit } from './lists.ts';

/** More would be a directory, not an answer. */
const MOST_TOLD = 2;

/** Null where nothing of the directory belongs behind this reply. */
export function howToReach(
  units: readonly Unit[],
  question: string,
  { about }: Pick<Reply, 'about'>,
  knowledge: Knowledge,
): string | null {
  if (units.length === 0 || about === null || !asksWhom(question)) return null;
  const inCharge = new Set(unitsInCharge(knowledge, about));
  const reached = units.filter((unit) => inCharge.has(unit.name.trim()) && hasAWay(unit));
  if (reached.length === 0) return null;
  return words.reach(reached.slice(0, MOST_TOLD).map(words.unit));
}

const asksWhom = (question: string): boolean =>
  focusesOf(question).some((focus) => focus === 'department' || focus === 'how-to-apply');

const hasAWay = ({ telephone, address, hours }: Unit): boolean =>
  [telephone, address, hours].some((text) => text.trim() !== '');

/** As the document writes them: of the measure, or who explains the document. */
function unitsInCharge({ policies }: Knowledge, about: string): string[] {
  for (const { number, measures, explained } of policies) {
    const measure = measures.find(({ id }) => id === about);
    if (!measure && number !== about) continue;
    return [...(measure?.responsible ?? []), ...(explained ? [explained.by] : [])];
  }
  return [];
}
