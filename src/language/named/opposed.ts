/** Which side of an opposition a text is on: 首次 or 重新, 租赁 or 购置. What opposes what stands in knowledge/core/oppositions.yaml. */
import type { Opposition } from '../../facts/index.ts';
import { withoutOverlaps, wordFinder } from '../find-words.ts';

/** A side that a name has. */
export interface Side {
  opposition: Opposition;
  side: number;
  /** The pieces of the name that say it. */
  pieces: readonly string[];
  /** Another fact is called the same but for it. */
  rivalled: boolean;
  /** The name says nothing else: 民营企业. */
  alone: boolean;
}

/** How a text stands to the side of a name: it says it, says only another, or says none. */
export type Standing = 'same' | 'other' | 'unsaid';

type Finder = (text: string) => { start: number; end: number; side: number }[];
const finders = new WeakMap<Opposition, { inNames: Finder; inTexts: Finder }>();

/** The words of the sides, where they stand in a name or in a text. */
function findersOf(opposition: Opposition): { inNames: Finder; inTexts: Finder } {
  let found = finders.get(opposition);
  if (!found) {
    const { sides, also, plain } = opposition;
    found = {
      inNames: finderOf(sides, plain),
      inTexts: finderOf(
        sides.map((words, side) => [...words, ...(also[side] ?? [])]),
        plain,
      ),
    };
    finders.set(opposition, found);
  }
  return found;
}

function finderOf(sides: readonly (readonly string[])[], plain: readonly string[]): Finder {
  const words = [...sides, plain].flatMap((list, side) => list.map((word) => ({ word, side })));
  const findWords = wordFinder(words.map(({ word }) => word));
  return (text) =>
    withoutOverlaps(findWords(text), text.length).flatMap(({ start, end, word }) => {
      const { side } = words[word]!;
      return side < sides.length ? [{ start, end, side }] : [];
    });
}

const sidesIn = (opposition: Opposition, text: string): ReturnType<Finder> =>
  findersOf(opposition).inTexts(text);

export function standingOf({ opposition, side }: Side, text: string): Standing {
  const said = sidesIn(opposition, text);
  // 参与制定，不是主导单位: the side that is denied gives way to the one that is said.
  const affirmed = said.filter(({ start }) => !DENIED.test(text.slice(0, start)));
  const counted = affirmed.length > 0 ? affirmed : said;
  if (counted.some((one) => one.side === side)) return 'same';
  return counted.length > 0 ? 'other' : 'unsaid';
}
/** 我们是国有独资企业: where the enterprise says itself to be of another side; null where it does not. */
export function saidOfItself(
  { opposition, side }: Side,
  text: string,
): { start: number; end: number } | null {
  return (
    sidesIn(opposition, text).find(
      (one) =>
        one.side !== side &&
        !DENIED.test(text.slice(0, one.start)) &&
        !WITH_OTHERS.test(text.slice(0, one.start)) &&
        (/企$/u.test(text.slice(one.start, one.end)) || ITS_NOUN.test(text.slice(one.end))),
    ) ?? null
  );
}
/** 和国企合作, 向国有企业租的: of somebody else. */
const WITH_OTHERS = /[向跟和与给为从租被由对帮替供卖]$/u;
const ITS_NOUN =
  /^(?:独资|控股|全资|参股)*的?(?:大型|中型|小型|重点)?(?:企业|公司|单位|集团|厂)(?!合作|租|提供|的)/u;

const DENIED = /(?:不是|不算|并非|没有?|非|不)$/u;

/** The sides that a name has, and what is left of it without their words. A name with two sides of one opposition has none. */
export function sidesOf(
  name: string,
  oppositions: readonly Opposition[],
): { opposition: Opposition; side: number; words: string[]; rest: string }[] {
  return oppositions.flatMap((opposition) => {
    const found = findersOf(opposition).inNames(name);
    const [first] = found;
    if (!first || found.some(({ side }) => side !== first.side)) return [];
    const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), name);
    const words = found.map(({ start, end }) => name.slice(start, end));
    return [{ opposition, side: first.side, words, rest }];
  });
}
