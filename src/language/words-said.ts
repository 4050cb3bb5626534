/** A text as the small words that stand in it: what every reading of a clause is composed of. */
import { withoutOverlaps, wordFinder } from './find-words.ts';
import { WORD_CLASSES, type WordClass } from './word-classes.ts';

/** A small word where it stands; offsets into the text, end exclusive. */
export interface Said {
  start: number;
  end: number;
  word: string;
  classes: ReadonlySet<WordClass>;
}

const classesOf = new Map<string, Set<WordClass>>();
for (const [name, words] of WORD_CLASSES)
  for (const word of words) classesOf.set(word, (classesOf.get(word) ?? new Set()).add(name));

const words = [...classesOf.keys()];
const find = wordFinder(words);

/** 能不能, 是不是, 涨没涨, 符不符合: a verb beside its own denial is a question. */
const VERB_NOT_VERB = /(?<verb>\p{Script=Han})[不没](?:有)?\k<verb>/gu;
/** 捋一捋, 讲一讲: what somebody is asked to do for a moment; 缓一缓 and 减一减 are what is asked for. */
const FOR_A_MOMENT = /(?<verb>(?![家个天年月次人间层点缓延退贷借降减免补返奖贴])\p{Script=Han})一\k<verb>/gu;
const ASK: ReadonlySet<WordClass> = new Set(['ask']);
const INFORM: ReadonlySet<WordClass> = new Set(['inform']);

/** Every small word, none overlapping another. */
export function wordsSaid(text: string): Said[] {
  const hits = withoutOverlaps(find(text).filter(beginsNoFigure(text)), text.length).map(
    ({ start, end, word }): Said => ({
      start,
      end,
      word: words[word]!,
      classes: classesOf.get(words[word]!)!,
    }),
  );
  const asked = [...repeated(text, VERB_NOT_VERB, ASK), ...repeated(text, FOR_A_MOMENT, INFORM)];
  if (asked.length === 0) return hits;
  // 有没有人 and 能不能 are words of their own.
  const isWithin = (one: Said) => hits.some((hit) => hit.start <= one.start && hit.end >= one.end);
  const added = asked.filter((one) => !isWithin(one));
  const others = hits.filter((hit) => !added.some((one) => hit.start < one.end && one.start < hit.end));
  return [...others, ...added].sort((a, b) => a.start - b.start);
}

/** 3万一个, 5千万: what goes on with a written number is no word of its own. */
const beginsNoFigure =
  (text: string) =>
  ({ start }: { start: number }): boolean =>
    !(SCALE.has(text[start]!) && DIGIT.test(text[start - 1] ?? ''));
const SCALE: ReadonlySet<string> = new Set('十百千万亿');
const DIGIT = /[\d十百千万]/u;

const repeated = (text: string, pattern: RegExp, classes: ReadonlySet<WordClass>): Said[] =>
  [...text.matchAll(pattern)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
    classes,
  }));

/** True where the word is of one of the classes. */
export const isA = (said: Said | undefined, ...classes: readonly WordClass[]): boolean =>
  said !== undefined && classes.some((name) => said.classes.has(name));
