/** Which facts a figure may be of: by their names in what is said around it, their units and their periods. */
import { AND, type Fact } from '../../facts/index.ts';
import { isOfSameMonths, isOfSomeMonths, SAME_MONTHS, yearSaid } from '../year-said.ts';
import { type Around, isYear, saysUnit } from './around.ts';
import { isCommon, isOfAnyMoney } from './common.ts';
import { derivedFrom } from './derived-names.ts';
import { isOfOne } from './each.ts';
import { gramsOf } from './grams.ts';
import { type Name, saidOf, toldOf } from './names.ts';
import { standingOf } from './opposed.ts';
import { best, ENOUGH_ASKED, type Part, type Scene } from './scene.ts';
import type { Measured } from './units.ts';
import { type Candidate, isBesideLater } from './whose-figure.ts';

/** A figure's unit speaks for it too. */
const ENOUGH_FIGURE = 0.45;

interface Figure {
  amount: Measured;
  part: Part;
  said: Around;
  numeric: readonly (readonly [string, readonly Name[]])[];
  fits: (fact: Fact) => boolean;
}

/** Those whose name is said well enough, best first. */
export function candidatesFor(scene: Scene, { amount, part, said, numeric, fits }: Figure): Candidate[] {
  const { facts } = scene;
  const year = yearSaid(scene.figures, part.start, amount.start, scene.today);
  const ofMonths = isSaidOfSomeMonths(scene, part, amount);
  const isCompared = isOfSameMonths(scene.figures, part.start, amount.start);
  const isOfThatTime = (fact: Fact): boolean =>
    periodFits(fact, said.local) &&
    !(year === 'other' && (fact.period || isBesideLater(scene, part, amount))) &&
    !(isCompared && !fact.label.includes(SAME_MONTHS)) &&
    !(ofMonths && isOfYear(fact));
  const others = namedBeside(said.local, numeric);
  return numeric
    .filter(([id]) => fits(facts.get(id)!) && isOfThatTime(facts.get(id)!))
    .map(([id, called]) => [id, called.filter((name) => !isOpposed(name, said.text))] as const)
    .filter(([, called]) => called.length > 0)
    .map(([, called]): Candidate => ({ ...best(called, (name) => coverageOf(name, said, others)), called }))
    .filter(({ name, coverage }) => coverage >= enough(scene, name.fact) && saysOfWhat(scene, name, said))
    .sort((a, b) => b.coverage - a.coverage);
}

/** How much of the name is said: beside the figure, or in what it is about; what is said farther off counts less. */
function coverageOf(name: Name, said: Around, others: readonly Beside[]): number {
  // 每家 says the 单店 of a name; which figures are of each was decided before.
  const ofOne = said.isOfEach ? [...name.pieces.keys()].filter(isOfOne) : [];
  const close = saidOf(name, ofOne.length > 0 ? [...said.local, ...ofOne] : said.local);
  if (others.some((other) => other.said > close && !other.told.some((gram) => name.pieces.has(gram))))
    return close;
  const topic =
    said.topic === said.local ? 0 : saidOf(name, ofOne.length > 0 ? [...said.topic, ...ofOne] : said.topic);
  const near = Math.max(close, AS_TOPIC * topic);
  return near + WIDE * Math.max(0, saidOf(name, said.wide) - near);
}
/** What a sentence is about counts nearly as if it stood beside the figure. */
const AS_TOPIC = 0.9;
/** What is said farther off, in the same sentence, counts less. */
const WIDE = 0.6;

/**
 * 实际支付 alone is no 评估费用: something of the name has to be said that not every sum and every measure has. A name that has nothing
 * else (实际支出) is meant by who says the whole of it: 研发费用 is money of something.
 */
function saysOfWhat(
  { facts, names, asked, language }: Scene,
  { fact, pieces }: Name,
  { wide, isOfEach }: Around,
): boolean {
  if (asked.includes(fact)) return true;
  const { beside = [], label, unit } = facts.get(fact)!;
  const derived = derivedFrom(label);
  // 客房并取得许可 counts those with one: both have to be said.
  if (
    asksTwo(label) &&
    !halvesOf(label).every((half) => gramsOf(half, language).some(({ gram }) => wide.includes(gram)))
  )
    return false;
  // What was spent is not by how much more it was: that is said, or reckoned of two years.
  if (derived?.kind === 'increment' && unit === 'yuan' && !wide.some(isMore)) return false;
  const of =
    derived?.kind === 'growth' ? new Set(gramsOf(derived.of, language).map(({ gram }) => gram)) : null;
  const isLight = (gram: string): boolean =>
    (unit === 'yuan' || of !== null ? isOfAnyMoney(gram) : isCommon(gram)) || saysUnit(gram);
  // 目总 of 项目总投资 lies across two words, of which the one is in every name.
  const light = new Set([...pieces].flatMap(([gram, places]) => (isLight(gram) ? places : [])));
  const own = [...pieces]
    .filter(([gram, places]) => !places.some((at) => light.has(at)) && !/[的其按]/u.test(gram))
    .map(([gram]) => gram)
    .filter((gram) => (of === null || of.has(gram)) && !isOfOne(gram));
  // 租了6800平 is no 租用海外仓面积: the thing has to be said, and not what is done with it alone.
  const things = own.filter((gram) => !language.isAct(gram));
  const wanted = things.length > 0 ? things : own;
  const places = (grams: readonly string[]) => new Set(grams.flatMap((gram) => pieces.get(gram) ?? [])).size;
  const saidOfThem = places(wanted.filter((gram) => wide.includes(gram)));
  // 仓库合同签了5年 is no 劳动合同: of a time, which anything takes, most of what it is the time of is said.
  // Behind 新招5名毕业生 it is, where the benefit asks for both.
  const isHalfSaid = OF_TIME.has(unit!) && things.length > 0 && saidOfThem * 2 <= places(things);
  if (isHalfSaid && !beside.some((id) => names.get(id)?.some((one) => saidOf(one, wide) >= ENOUGH_FIGURE)))
    return false;
  // 每套60万 fits any price of one: so more of what it is the price of has to be said.
  if (saidOfThem > (isOfEach && isOfOne(label) ? HARDLY_OF_ONE * places(wanted) : 0)) return true;
  // 每家120平 says the 单店 of a name, and its unit the rest.
  if (isOfEach && isOfOne(label) && !EVERYWHERE.has(unit!)) return true;
  return (
    own.length === 0 &&
    [...(of ?? pieces.keys())].every(
      (gram) => !isLight(gram) || isCommon(gram) || isOfOne(gram) || wide.includes(gram),
    )
  );
}
const OF_TIME: ReadonlySet<string> = new Set(['年', '天', '个月']);
/** Less of a price of one is said by chance. */
const HARDLY_OF_ONE = 0.5;

const halvesOf = (label: string): string[] => label.split(JOINED);
const JOINED = new RegExp(AND, 'u');
/** 客房并取得许可 */
export const asksTwo = (label: string): boolean => halvesOf(label).length > 1;

/** The meanings of 多了, 净增 and of 涨了 of the shared words. */
const isMore = (gram: string): boolean => gram === '增加值' || gram === '增长' || gram === '新增';

/** 进口2000万 is no figure of what is called 出口额. */
const isOpposed = ({ sides }: Name, text: string): boolean =>
  sides.some((side) => standingOf(side, text) === 'other');

function enough({ asked, facts, names }: Scene, id: string): number {
  if (asked.includes(id)) return ENOUGH_ASKED;
  const { unit, topic } = facts.get(id)!;
  if (unit === undefined || EVERYWHERE.has(unit)) return ENOUGH_FIGURE;
  const alike = [...names.keys()].filter((other) => {
    const fact = facts.get(other)!;
    return fact.unit === unit && fact.topic === topic;
  }).length;
  return alike === 1 ? ENOUGH_WITH_UNIT : ENOUGH_FIGURE;
}
/** Units that any figure may have. A rarer one speaks for the one fact that is measured in it. */
export const EVERYWHERE: ReadonlySet<string> = new Set([
  'yuan',
  'ratio',
  'person',
  '个',
  '项',
  '家',
  '次',
  '年',
  '天',
  '个月',
]);
const ENOUGH_WITH_UNIT = 0.25;

/** So much of a name is said by chance: 不含税. */
const HARDLY_SAID = 0.2;

interface Beside {
  told: readonly string[];
  said: number;
}

/** 上年研发1150万 behind 主营收入: what stands beside a figure names another thing, and so not the one that was said before. */
const namedBeside = (local: readonly string[], numeric: Figure['numeric']): Beside[] =>
  numeric.flatMap(([, called]) =>
    called.flatMap((name) => {
      const said = saidOf(name, local);
      if (said <= HARDLY_SAID) return [];
      const told = [...toldOf(name, local)].filter((gram) => !isOfAnyMoney(gram) && !isYear(gram));
      return told.length > 0 ? [{ told, said }] : [];
    }),
  );

export function isSaidOfSomeMonths(
  { parts, figures, today, text }: Scene,
  { sentence }: Part,
  { start, end }: Measured,
): boolean {
  if (EACH_MONTH.test(text.slice(0, start)) || A_MONTH.test(text.slice(end))) return true;
  const opening = parts.find((one) => one.sentence === sentence)!;
  return isOfSomeMonths(figures, opening.start, start, today);
}

/** 每个月营收800万, 一个月800万. */
const EACH_MONTH = /(?:每|一)个?(?:月|季度?|天|周)[^,。;!?\d]{0,6}$/u;
const A_MONTH = /^(?:一|每)个?[月季天周]/u;

export const isOfYear = ({ period }: Fact): boolean => period === 'last-year' || period === 'this-year';

function periodFits({ period }: Fact, local: readonly string[]): boolean {
  const isLast = local.includes('上一年度');
  const isThis = local.includes('本年度');
  if (period === 'last-year') return !isThis || isLast;
  return period !== 'this-year' || !isLast || isThis;
}
