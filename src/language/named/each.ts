/**
 * A figure of each of several: 订了2个展位，每个4万 · 5台，一台38万. Of a name that is itself of one (单台价格) it is the figure; of a sum it
 * is so many times as much, where the message says how many; of anything else it is none.
 */
import { isCommon } from './common.ts';

import { inside, type Part, type Scene } from './scene.ts';
import { type Measured, times } from './units.ts';

/** 每个展位费4万, 一台不含税60万, 单场: not 每年 and 一个月, which are times. */
const EACH = /(?<each>[每一单])(?<unit>[^\d,。;年月天周日季次共起]{1,2}?)[^,。;\d]{0,6}$/u;

/** The unit that each one is counted in; null for a figure that is not of each. */
export function unitOfEach(scene: Scene, amount: Measured, part: Part): string | null {
  const { each, unit } = EACH.exec(scene.text.slice(part.start, amount.start))?.groups ?? {};
  if (unit === undefined) return null;
  // 两笔贷款，一笔500万，一笔300万: one and another one; and 一个项目 is one of a kind, where no more are told.
  const isOneAndAnother = each === '一' && scene.text.split(`一${unit}`).length !== 2;
  const isAlone = each === '一' && timesAsMuch(scene, amount, part, unit) === null;
  return isOneAndAnother || isAlone ? null : unit;
}

/** 单店营业面积, 平均每人产值: the name is of one. */
export const isOfOne = (label: string): boolean => OF_ONE.test(label);
const OF_ONE = /[单每均](?!位|独|纯|项冠军)(?<unit>\p{Script=Han})?/u;

/** 每家 is the 单店 of a name, but a time (单次, 单笔) is no thing: 每个 says nothing of it. */
export function isSameOne(label: string, unit: string): boolean {
  const own = OF_ONE.exec(label)?.groups?.unit;
  return own === undefined || own === unit || !TIMES.has(own);
}
const TIMES: ReadonlySet<string> = new Set('次笔批场项期季');

/** 80名员工，每人: one of them is counted in any of these. */
const A_PERSON: ReadonlySet<string> = new Set('人名位个');

/** How many there are: the one count in that unit which the sentence tells; null where it tells none, or several. */
function countOf(scene: Scene, amount: Measured, part: Part, unit: string): Measured | null {
  const sentence = scene.parts.filter((one) => one.sentence === part.sentence);
  const counts = scene.amounts.filter(
    (one) =>
      one !== amount &&
      one.value.min === one.value.max &&
      Number(one.value.min) > 1 &&
      (scene.text.slice(one.start, one.end).endsWith(unit) ||
        (one.unit === 'person' && A_PERSON.has(unit[0]!))) &&
      sentence.some((other) => inside(one, other)),
  );
  return counts.length === 1 ? counts[0]! : null;
}

/** What all of them come to; null where the sentence does not say how many there are. */
export function timesAsMuch(scene: Scene, amount: Measured, part: Part, unit: string): Measured | null {
  const count = countOf(scene, amount, part, unit);
  return count && { ...amount, value: times(amount.value, Number(count.value.min)) };
}

/** 12台机器人, 机器人12台: the pieces of what is counted. */
export function thingCounted(scene: Scene, amount: Measured, part: Part, unit: string): string[] {
  const count = countOf(scene, amount, part, unit);
  const home = count && scene.parts.find((one) => inside(count, one));
  if (!count || !home) return [];
  const telling = scene.grams.filter(
    (gram) => inside(gram, home) && !isCommon(gram.gram) && !scene.language.isAct(gram.gram),
  );
  const behind = telling.filter(({ start }) => start >= count.end);
  return (behind.length > 0 ? behind : telling.filter(({ end }) => end <= count.start)).map(
    ({ gram }) => gram,
  );
}
