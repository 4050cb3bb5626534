/** Figures of a message to the facts whose names stand around them; to none where two may be meant. */
import type { Interval } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import { isYetToCome } from '../to-come.ts';
import { isOfPartner } from '../worded/others.ts';
import { isOfSomeMonths, yearSaid } from '../year-said.ts';
import { derivedFrom } from './derived-names.ts';
import { isCommon, type Name, saidOf, toldOf } from './names.ts';
import { standingOf } from './opposed.ts';
import { RANK } from './ranks.ts';
import {
  asksOnly,
  best,
  ENOUGH_ASKED,
  inside,
  keep,
  mannerIn,
  overlaps,
  type Part,
  type Scene,
} from './scene.ts';
import { inPerCent, inUnit, type Measured, widened } from './units.ts';
import { type Candidate, isBesideLater, whoseFigure } from './whose-figure.ts';

/** 排第8名 names the ranking itself. */
const RANKED = ['排名'];
/** 2022年 says of last year what 上一年度 does. */
const YEARS = { 'last-year': ['上一年度'], 'this-year': ['本年度'] } as const;

/** A figure's unit speaks for it too. */
const ENOUGH_FIGURE = 0.45;

/** Figures to the names around them. Returns those that were given to a fact. */
export function hearFigures(scene: Scene): Set<Measured> {
  const { amounts, parts, names, facts, grams } = scene;
  const taken = new Set<Measured>();
  const numeric = [...names].filter(([id]) => ['number', 'date'].includes(facts.get(id)!.type));
  if (numeric.length === 0) return taken;
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own) continue;
    const near = nearby(amount, part, amounts);
    const year = yearSaid(scene.figures, part.start, amount.start, scene.today);
    const ofMonths = isSaidOfSomeMonths(scene, part, amount);
    const local = grams
      .filter((gram) => inside(gram, near) && !overlaps(gram, amount))
      .map(({ gram }) => gram)
      .concat(amount.unit === RANK ? RANKED : [], year && year !== 'other' ? YEARS[year] : []);
    const wide = grams
      .filter((gram) =>
        parts.some(
          (one) => one.own && one.sentence === part.sentence && one.start <= part.start && inside(gram, one),
        ),
      )
      .map(({ gram }) => gram);
    const around = [...wide, ...local];
    const said = scene.text.slice(near.start, near.end);
    const candidates = (mayBe: (fact: Fact) => boolean): Candidate[] =>
      numeric
        .map(([id, called]) => [id, called.filter((name) => !isOpposed(name, said))] as const)
        .filter(([, called]) => called.length > 0)
        .filter(
          ([id]) =>
            mayBe(facts.get(id)!) &&
            periodFits(facts.get(id)!, local) &&
            !(year === 'other' && (facts.get(id)!.period || isBesideLater(scene, part, amount))) &&
            !(ofMonths && isOfYear(facts.get(id)!)),
        )
        .map(
          ([, called]): Candidate => ({
            ...best(called, (name) => {
              const close = saidOf(name, local);
              if (isOfAnother(name, local, numeric)) return close;
              return close + WIDE * Math.max(0, saidOf(name, around) - close);
            }),
            called,
          }),
        )
        .filter(
          ({ name, coverage }) => coverage >= enough(scene, name.fact) && saysOfWhat(scene, name, around),
        )
        .sort((a, b) => b.coverage - a.coverage);
    const fitting = candidates((fact) => unitFits(fact, ofPersons(amount, scene, part)));
    const scored = fitting.length > 0 ? fitting : candidates((fact) => lacksUnit(fact, amount));
    const { meant, doubtful } = whoseFigure(scored, scene, around);
    for (const fact of doubtful) scene.result.unsure.push({ fact, value: null, why: 'thing' });
    for (const fact of meant) giveFigure(scene, fact, amount, part);
    if (meant.length > 0) taken.add(amount);
    if (meant.length + doubtful.length > 0) scene.result.taken.set(amount.start, [...meant, ...doubtful]);
  }
  return taken;
}

/**
 * 实际支付 alone is no 评估费用: of money it has to be said what it is the money of. A name that does not say it (实际支出) is meant by
 * who says the whole of it: 研发费用 is money of something.
 */
function saysOfWhat({ facts, asked }: Scene, { fact, pieces }: Name, around: readonly string[]): boolean {
  if (facts.get(fact)!.unit !== 'yuan' || asked.includes(fact)) return true;
  // What was spent is not by how much more it was: that is said, or reckoned of two years.
  if (derivedFrom(facts.get(fact)!.label)?.kind === 'increment' && !around.some(isMore)) return false;
  // 目总 of 项目总投资 lies across two words, of which the one is in every name.
  const common = new Set([...pieces].flatMap(([gram, places]) => (OF_ANY_MONEY.has(gram) ? places : [])));
  const own = [...pieces]
    .filter(([gram, places]) => !places.some((at) => common.has(at)) && !/[的其按]/u.test(gram))
    .map(([gram]) => gram);
  if (own.length > 0) return own.some((gram) => around.includes(gram));
  return [...pieces.keys()].every(
    (gram) => !OF_ANY_MONEY.has(gram) || isCommon(gram) || around.includes(gram),
  );
}
/** The meanings of 多了, 净增 and of 涨了 in same-words.ts. */
const isMore = (gram: string): boolean => gram === '增加值' || gram === '增长';
/** Pieces of nearly every name of a sum. */
export const OF_ANY_MONEY: ReadonlySet<string> = new Set(
  '费用 投资 购置 实际 际发 发生 际支 支付 际缴 际投 资金 金额 总额 数额 项目 本年度 上一年度 年度 累计 单个 企业 合计'.split(
    ' ',
  ),
);

/** 进口2000万 is no figure of what is called 出口额. */
const isOpposed = ({ sides }: Name, text: string): boolean =>
  sides.some((side) => standingOf(side, text) === 'other');

function enough({ asked, facts, names }: Scene, id: string): number {
  if (asked.includes(id)) return ENOUGH_ASKED;
  const { unit } = facts.get(id)!;
  if (unit === undefined || EVERYWHERE.has(unit)) return ENOUGH_FIGURE;
  const alike = [...names.keys()].filter((other) => facts.get(other)!.unit === unit).length;
  return alike === 1 ? ENOUGH_WITH_UNIT : ENOUGH_FIGURE;
}
/** Units that any figure may have. A rarer one speaks for the one fact that is measured in it. */
const EVERYWHERE: ReadonlySet<string> = new Set([
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

/** 上年研发1150万 behind 主营收入: what stands beside a figure names another thing, and so not the one that was said before. */
function isOfAnother(
  name: Name,
  local: readonly string[],
  numeric: readonly (readonly [string, readonly Name[]])[],
): boolean {
  const close = saidOf(name, local);
  return numeric.some(([, called]) =>
    called.some((other) => {
      const told = [...toldOf(other, local)].filter((gram) => !OF_ANY_MONEY.has(gram) && !isYear(gram));
      return told.length > 0 && !told.some((gram) => name.pieces.has(gram)) && saidOf(other, local) > close;
    }),
  );
}
const isYear = (gram: string): boolean =>
  YEARS['last-year'].some((year) => year === gram) || gram === '本年度';

/** What is said farther off, in the same sentence, counts less. */
const WIDE = 0.6;

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

/** 8个毕业生, 毕业生8个 are persons, and so are 6个 behind 20个毕业生 in one sentence. */
function ofPersons(amount: Measured, { text, amounts, parts }: Scene, { sentence }: Part): Measured {
  if (amount.unit !== '个') return amount;
  const isOfPersons = ({ start, end }: Measured) =>
    PERSON_BEHIND.test(text.slice(end)) || PERSON_BEFORE.test(text.slice(0, start));
  const opening = parts.find((one) => one.sentence === sentence)!;
  const before = amounts.filter((one) => one.start >= opening.start && one.start < amount.start);
  return isOfPersons(amount) || before.some((one) => one.unit === '个' && isOfPersons(one))
    ? { ...amount, unit: 'person' }
    : amount;
}
const PERSON = '(?:人|员工|职工|毕业生|大学生|应届生|军人|人员|工人|老人|学生|博士|硕士|专家)';
const PERSON_BEHIND = new RegExp(`^[^,。;!?\\d]{0,10}${PERSON}`, 'u');
const PERSON_BEFORE = new RegExp(`${PERSON}[^,。;!?\\d]{0,4}$`, 'u');

export function unitFits(fact: Fact, { unit, value }: Measured): boolean {
  if (fact.type === 'date') return unit === 'date';
  if (unit === null) return fact.unit !== 'yuan' || Math.abs(Number(value.min ?? value.max)) >= HARDLY_YUAN;
  return (
    inUnit({ unit, value } as Measured, fact.unit!) !== null ||
    (unit === '个' && fact.unit !== 'yuan' && fact.unit !== 'ratio' && !COUNTED.test(fact.unit!))
  );
}
/** 去年营收八千 may be 八千万. */
const lacksUnit = (fact: Fact, { unit, value }: Measured): boolean =>
  fact.unit === 'yuan' && unit === null && Math.abs(Number(value.min ?? value.max)) < HARDLY_YUAN;
/** A bare number below this is hardly yuan. */
const HARDLY_YUAN = 100_000;
/** What is measured and not counted in 个. */
const COUNTED = /person|kWh|岁|名次|亩|平方|吨|公里|美元|年|月|天|小时/u;

function isSaidOfSomeMonths(
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

const isOfYear = ({ period }: Fact): boolean => period === 'last-year' || period === 'this-year';

function periodFits({ period }: Fact, local: readonly string[]): boolean {
  const isLast = local.includes('上一年度');
  const isThis = local.includes('本年度');
  if (period === 'last-year') return !isThis || isLast;
  return period !== 'this-year' || !isLast || isThis;
}

export function giveFigure(scene: Scene, id: string, figure: Measured, part: Part): void {
  if (lacksUnit(scene.facts.get(id)!, figure)) {
    scene.result.unsure.push({ fact: id, value: null, why: 'unit' });
    return;
  }
  const { unit = '' } = scene.facts.get(id)!;
  const isPerCent = figure.unit === null && unit === 'ratio';
  const amount = isPerCent ? { ...figure, value: inPerCent(figure.value) } : (inUnit(figure, unit) ?? figure);
  const before = scene.text.slice(part.start, amount.start);
  const words = scene.words.filter((word) => inside(word, part));
  if (isOfPartner(scene.facts.get(id)!, words, amount.start)) return;
  const said = mannerIn(scene, id, part, amount.start, amount.start);
  const manner = isYetToCome({ ...part, words }, amount.start) ? { ...said, toCome: true } : said;
  const short = SHORT_OF.test(before);
  if (asksOnly(scene, part, amount.start) || (manner.denials > 0 && NOT_SO.test(before))) return;
  const { min, max } = amount.value;
  const told = min ?? max;
  const value: Interval = ABOUT.test(before)
    ? widened(amount.value)
    : told === undefined
      ? amount.value
      : short
        ? { max: told, maxExclusive: true }
        : BROKEN_THROUGH.test(before)
          ? { min: told, minExclusive: true }
          : amount.value;
  const exact = value.min !== undefined && value.min === value.max ? value.min : value;
  keep(scene, id, exact, part, manner, false);
}
/** 大概占到四成: about, though a verb stands between. */
const ABOUT = /(?:大概|大约|约莫|差不多|估摸着?)[^,。;!?\d]{0,6}$/u;

/** 没到2000万, 还不够50人. */
const SHORT_OF = /(?:没|未|不)(?:有|能)?(?:到|达到?|够|满|足|上|过)$/u;
/** 突破1亿元: more than that, as the clause's own word has it. */
const BROKEN_THROUGH = /突破了?$/u;
/** 不是500人, 没有500人. */
const NOT_SO = /(?:不是|没有|并非)[^,。;!?]{0,4}$/u;

/** What was asked, answered with a figure alone or with a word or two. */
export function hearAnswers(scene: Scene, taken: ReadonlySet<Measured>): void {
  const { asked, facts, names, amounts, parts, result } = scene;
  const open = asked.filter((id) => names.has(id) && !(id in result.facts) && !result.mentions.includes(id));
  for (const amount of amounts) {
    const part = parts.find((one) => amount.start >= one.start && amount.start < one.end);
    if (!part?.own || taken.has(amount)) continue;
    const fitting = open.filter((id) => {
      const fact = facts.get(id)!;
      return (
        (fact.type === 'number' || fact.type === 'date') &&
        (unitFits(fact, amount) || (amount.unit === '个' && fact.unit === 'person')) &&
        !(id in result.facts)
      );
    });
    if (fitting.length !== 1) continue;
    if (isOfYear(facts.get(fitting[0]!)!) && isSaidOfSomeMonths(scene, part, amount))
      result.unsure.push({ fact: fitting[0]!, value: null, why: 'thing' });
    else giveFigure(scene, fitting[0]!, amount, part);
    result.taken.set(amount.start, fitting);
  }
}
