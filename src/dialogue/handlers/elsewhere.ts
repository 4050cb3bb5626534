/** What the thing in hand lacks may stand in another measure: named with the not-written, and to be picked. */
import { isOfLaterYear, type Measure, type Policy, type Subject } from '../../policy/index.ts';
import { areApart, find, holding, wordsOf } from '../../retrieval/index.ts';
import { tellEntry, validityOn, verdictWords } from '../../words/index.ts';
import { BY_CHANCE } from '../nearness.ts';
import type { Scene } from '../scene.ts';

const MOST_NAMED = 3;

export interface Elsewhere {
  /** A line with what is lacking and one a measure. */
  text: string;
  options: { id: string; label: string }[];
}

/** Null where no measure of a document alive has one of the words; while something is asked, a number would be taken for its answer. */
export function writtenElsewhere(
  { mind, today, state }: Scene,
  lacking: readonly string[],
  inHand: Measure,
): Elsewhere | null {
  if (lacking.length === 0 || state.asked.length > 0) return null;
  const words = [...new Set(lacking.flatMap((word) => [word, ...wordsOf(word)]))].filter(
    (word) => word.length > 1,
  );
  const having = holding(mind.index, lacking.join('，'))
    .flatMap((entry) => (entry.kind === 'measure' ? [entry] : []))
    .filter(({ policy, measure }) => measure !== inHand && isAlive(policy, today))
    .map((entry) => ({ ...entry, has: words.filter((word) => standsIn(entry.measure, word)) }))
    .filter(({ has }) => has.length > 0)
    .toSorted((a, b) => b.has.length - a.has.length);
  const [first] = having;
  if (first === undefined) return null;
  const alike = having.filter(({ has }) => has.join() === first.has.join()).slice(0, MOST_NAMED);
  const entries = alike.map(({ policy, measure }, at) =>
    tellEntry(policy, measure, { place: at + 1, today }),
  );
  return {
    text: [verdictWords.writtenElsewhere(first.has), ...entries].join('\n'),
    options: alike.map(({ measure }) => ({ id: measure.id, label: measure.title })),
  };
}

/** Of what the thing in hand says nothing, and no other measure has its very words: what the search comes nearest to. */
export function nearestElsewhere(
  { mind, today, state, message }: Scene,
  { policy: inHandOf, measure: inHand }: Subject,
): Elsewhere | null {
  if (state.asked.length > 0) return null;
  const [first] = find(mind.index, message.text, { today, context: state.about }).ranked.filter(
    ({ entry }) =>
      entry.kind === 'measure' &&
      entry.measure !== inHand &&
      !areApart(mind.index.places, inHandOf, entry.policy),
  );
  if (first?.entry.kind !== 'measure' || first.score < BY_CHANCE || !isAlive(first.entry.policy, today))
    return null;
  const { policy, measure } = first.entry;
  return {
    text: [verdictWords.nearElsewhere, tellEntry(policy, measure, { place: 1, today })].join('\n'),
    options: [{ id: measure.id, label: measure.title }],
  };
}

const isAlive = (policy: Policy, today: string): boolean =>
  validityOn(policy, today) !== 'expired' && !isOfLaterYear(policy, today);

const standsIn = ({ title, clause }: Measure, word: string): boolean =>
  `${title}${clause.text}`.replace(/\s/gu, '').includes(word);
