/** Whether a question names another thing than the one in hand: by its name, or by words that the thing in hand has none of. */
import type { Subject } from '../policy/index.ts';
import {
  foundShare,
  type Index,
  idfOf,
  namesNoTopic,
  normalise,
  type Ranked,
  spell,
  termsOf,
} from '../retrieval/index.ts';

/** As near to a way of asking for it that people wrote. */
const NEAR_ALIAS = 0.35;
/** So much of the question's words, by weight, stands in it … */
const ALL_WORDS = 0.8;
/** … and so much of the question as a whole. */
const MOST_OF_IT = 0.45;
/** A pair of characters that so few of the entries have names one of them. */
const RARE = 0.1;

export function namesAnother(
  index: Index,
  question: string,
  words: readonly string[],
  { other, subject, wishes }: { other: Ranked | undefined; subject: Subject; wishes: boolean },
): boolean {
  if (other === undefined || isSubject(other, subject)) return false;
  if (hasNameOf(index, question, other, subject)) return true;
  // 社保能缓交吗: what is wished for stands in it, word for word.
  return wishes && other.share >= MOST_OF_IT && foundShare(index, words, other.entry) >= ALL_WORDS;
}

const isSubject = ({ entry }: Ranked, { policy, measure }: Subject): boolean =>
  entry.kind === 'measure' && measure
    ? entry.measure === measure
    : entry.policy === policy && measure === null;

/** A pair of its title, or of a way of asking for it that comes near, that few entries have, and the one in hand has not. */
function hasNameOf(index: Index, question: string, other: Ranked, subject: Subject): boolean {
  const { entry, alias, nearest } = other;
  if (entry.kind !== 'measure') return false;
  const names = [entry.measure.title, alias >= NEAR_ALIAS ? nearest : null].filter((name) => name !== null);
  const own = textOf(subject);
  const asked = normalise(question);
  return [...termsOf(normalise(names.join('\n')))].some((term) => {
    const pair = spell(term);
    const isName = pair.length > 1 && asked.includes(pair) && !own.includes(pair) && !namesNoTopic(pair);
    return isName && (idfOf(index.text, term) ?? 0) >= rareOn(index);
  });
}

const textOf = ({ policy, measure }: Subject): string =>
  normalise(measure ? `${measure.title}\n${measure.clause.text}` : policy.title);

/** Few, of however many there are. */
const rareOn = ({ text }: Index): number => Math.log(1 + text.size / Math.max(FEW, RARE * text.size));
const FEW = 3;
