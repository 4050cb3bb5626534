/** What is said around a figure: beside it, in its sentence before it, and, where nothing stands beside it, what the sentence is about. */
import { yearSaid } from '../year-said.ts';
import { isCommon, isOfAnyMoney } from './common.ts';
import { unitOfEach } from './each.ts';

import { RANK } from './ranks.ts';
import { inside, overlaps, type Part, type Scene } from './scene.ts';
import { denies } from './told.ts';
import type { Measured } from './units.ts';

export interface Around {
  /** Beside the figure, its unit's own noun and its year among it. */
  local: readonly string[];
  /** What the sentence told before it, and what is beside it. */
  wide: readonly string[];
  /** 前年4000万，去年5000万 behind 采购零部件: nothing stands beside it, and it is said of what went before. */
  topic: readonly string[];
  /** It is said of each of several. */
  isOfEach: boolean;
  text: string;
}

/** 排第8名 names the ranking itself, 36岁 an age and 120平 an area. */
const NOUN_OF_UNIT: Readonly<Record<string, string>> = {
  [RANK]: '排名',
  岁: '年龄',
  平方米: '面积',
  亩: '面积',
};
export const saysUnit = (gram: string): boolean => NOUNS.has(gram);
const NOUNS: ReadonlySet<string> = new Set(Object.values(NOUN_OF_UNIT));

/** 2022年 says of last year what 上一年度 does. */
const YEARS = { 'last-year': ['上一年度'], 'this-year': ['本年度'] } as const;
/** Pieces that only say which year. */
export const isYear = (gram: string): boolean => gram === '上一年度' || gram === '本年度' || gram === '前年';

export function around(scene: Scene, amount: Measured, part: Part): Around {
  const { amounts, grams, parts, text } = scene;
  const near = nearby(amount, part, amounts);
  const year = yearSaid(scene.figures, part.start, amount.start, scene.today);
  const beside = grams
    .filter((gram) => inside(gram, near) && !overlaps(gram, amount))
    .map(({ gram }) => gram);
  const noun = amount.unit === null ? undefined : NOUN_OF_UNIT[amount.unit];
  // 比前年多了三成: of a share, more is growth.
  const growth = amount.unit === 'ratio' && beside.includes('增加值') ? ['增长'] : [];
  const local = [
    ...beside,
    ...growth,
    ...(noun ? [noun] : []),
    ...(year && year !== 'other' ? YEARS[year] : []),
  ];
  // 床位没有，一共80张普通床: what was denied is not what the figure is of.
  const isDenied = (one: Part): boolean =>
    one !== part && scene.words.some((word) => denies(word) && inside(word, one));
  const before = parts.filter(
    (one) => one.own && one.sentence === part.sentence && one.start <= part.start && !isDenied(one),
  );
  const wide = grams.filter((gram) => before.some((one) => inside(gram, one))).map(({ gram }) => gram);
  const isOfEach = unitOfEach(scene, amount, part) !== null;
  if (PART_OF.test(text.slice(part.start, amount.start)))
    return { local, wide: local, topic: local, isOfEach, text: text.slice(near.start, near.end) };
  const about = isOfEach || !beside.some(tellsOfWhat) ? lastTelling(scene, before, near.start) : [];
  return {
    local,
    wide: [...wide, ...local],
    topic: about.length > 0 ? [...about, ...local] : local,
    isOfEach,
    text: text.slice(near.start, near.end),
  };
}

/** 其中600万是土地款: a part of what was told before, and not what that was. */
const PART_OF = /^(?:其中|里头|里面|当中|这里面?|包括|包含|内含|含)/u;

/** It says more than that something was paid, and when. */
export const tellsOfWhat = (gram: string): boolean =>
  gram.length > 1 && !isCommon(gram) && !isOfAnyMoney(gram) && !isYear(gram) && !/\d/u.test(gram);

/** What the last stretch before it tells of that tells of anything. */
function lastTelling({ grams, amounts }: Scene, before: readonly Part[], at: number): string[] {
  for (const part of before.toReversed()) {
    const said = grams
      .filter((gram) => inside(gram, part) && gram.end <= at && !amounts.some((one) => overlaps(one, gram)))
      .map(({ gram }) => gram);
    if (said.some(tellsOfWhat)) return said;
  }
  return [];
}

/** From the end of the figure before it to the beginning of the next, within its part. */
export function nearby(
  amount: Measured,
  part: Part,
  amounts: readonly Measured[],
): { start: number; end: number } {
  const before = amounts.findLast(
    (one) => one.end <= amount.start && one.start >= part.start && one.unit !== 'date',
  );
  const after = amounts.find((one) => one.start >= amount.end && one.end <= part.end && one.unit !== 'date');
  return { start: before ? before.end : part.start, end: after ? after.start : part.end };
}
