/** A message in the light of what was told before: figures that go on about it without naming it, and figures that contradict it. */
import type { Day, FactValue, Interval, Period, Profile } from '../contract/index.ts';
import { boundsOf, type Facts } from '../facts/index.ts';
import type { Figure } from '../figures/index.ts';
import { inPerCent, type Measured, measured, times } from './named/units.ts';
import type { Clause } from './utterance.ts';
import { namesNothing } from './worded/filler.ts';
import { isTakenBack, replacedSince } from './worded/modality.ts';
import { yearLater } from './worded/periods.ts';
import { isA } from './words-said.ts';
import { type SaidYear, yearSaid } from './year-said.ts';

export interface Before {
  profile: Profile;
  facts: Facts;
  /** Facts that were just asked for. */
  questioned: readonly string[];
  today: Day;
  text: string;
  /** The clauses that tell of oneself. */
  clauses: readonly Clause[];
  figures: readonly Figure[];
}

/** What a figure that names nothing tells of a fact. */
export interface Continued {
  fact: string;
  value: FactValue;
  clause: Clause;
}

/**
 * 说错了，是8500万: what is put right is the one fact told before that has such figures. 今年到现在6500万, 去年三季度9800万: the same thing
 * of another year. 第二单7000万: another thing of the kind that was told of. `isFree`: the figure that begins there was given to no fact. What two facts may be is of neither.
 */
export function goesOn(before: Before, isFree: (start: number) => boolean): Continued[] {
  const { text, clauses, figures, today } = before;
  return figures.flatMap((figure): Continued[] => {
    const said = measured(figure);
    const isPutRight = replacedSince(text) >= 0 && figure.start > replacedSince(text);
    const amount = said && isPutRight ? inKnownSize(said, before) : said;
    const clause = clauses.find((one) => figure.start >= one.start && figure.end <= one.end);
    if (!amount || !clause || amount.unit === 'date' || !isFree(figure.start)) return [];
    const isAnother = ONE_MORE.test(clause.text);
    const around = wordsAround(figure, clause, figures);
    if (clause.question || !namesNothing(isAnother ? around.replace(OF_ANOTHER, '') : around)) return [];
    // 去年那个数拿错了，是32.1: the year may be said before what was wrong.
    const year = yearSaid(figures, isPutRight ? 0 : clause.start, figure.start, today);
    const isReally = clause.words.some((word) => isA(word, 'really'));
    const known = isPutRight || (isReally && year !== null) ? knownWith(amount, before) : [];
    const ofYear = known.filter((name) => year === null || isOfYear(name, year, before.facts));
    const things = isAnother
      ? knownWith(amount, before).filter((name) => before.facts.get(name)!.entity)
      : [];
    if (things.length === 1)
      return [{ fact: things[0]!, value: amountAs(amount, things[0]!, before), clause }];
    const meant =
      ofYear.length > 0
        ? ofYear.map((fact) => ({ fact, value: amountAs(amount, fact, before) }))
        : year === null || year === 'other'
          ? []
          : siblings(year, amount, before, periodOf(figures, clause, figure));
    return meant.length === 1 ? [{ ...meant[0]!, clause }] : [];
  });
}

/** 是32.1, of 31.5亿 told before: what is put right is of the size of what it was; the figure as it was said where no size fits alone. */
function inKnownSize(amount: Measured, { profile, facts }: Before): Measured {
  const { unit, value } = amount;
  const own = Number(value.min ?? value.max);
  if (unit !== null || !(own > 0)) return amount;
  const known = Object.entries(profile).flatMap(([name, told]) =>
    facts.get(name)?.unit === 'yuan' ? Number(boundsOf(told)?.min ?? boundsOf(told)?.max ?? 0) : [],
  );
  const fitting = SIZES.filter((size) =>
    known.some((told) => own * size >= told / NEAR && own * size <= told * NEAR),
  );
  const [size] = fitting;
  if (size === undefined || fitting.length > 1 || own >= HARDLY_YUAN) return amount;
  return { ...amount, unit: 'yuan', value: times(value, size) };
}
const SIZES = [10_000, 100_000_000] as const;
/** As many times more or less is still the same figure told anew. */
const NEAR = 3;

/** Last year's figure is one that is declared so, or the one that a series compares with. */
function isOfYear(name: string, year: SaidYear, facts: Facts): boolean {
  const isPrevious = [...facts.values()].some(({ series }) => series?.previous === name);
  const isLast = isPrevious || facts.get(name)!.period === 'last-year';
  return year === 'last-year' ? isLast : !isLast;
}

/** The clause without its figures, days and months and without the words for putting right. */
function wordsAround(figure: Figure, clause: Clause, figures: readonly Figure[]): string {
  const inside = figures.filter((one) => one.start >= clause.start && one.end <= clause.end);
  if (inside.some((one) => one !== figure && measured(one)?.unit !== 'date')) return clause.text;
  let around = '';
  let at = clause.matter;
  for (const one of inside.filter(({ end }) => end > clause.matter)) {
    around += clause.text.slice(at - clause.start, Math.max(at, one.start) - clause.start);
    at = one.end;
  }
  around += clause.text.slice(at - clause.start);
  return around.replace(PUTS_RIGHT, '');
}
const PUTS_RIGHT = /更正一?下?|[说记搞弄写报打]错了?|不对|改[为成]|准确地?[说讲]?|应该是/gu;

function periodOf(figures: readonly Figure[], clause: Clause, { start }: Figure): Period | null {
  const said = figures.findLast((one) => one.start >= clause.start && one.end <= start);
  return said?.kind === 'daterange' && said.from && said.to ? { from: said.from, to: said.to } : null;
}

/** Facts told before that have such figures. */
const knownWith = (amount: Measured, { profile, facts }: Before): string[] =>
  Object.keys(profile).filter((name) => unitFits(amount, facts.get(name)));

function unitFits({ unit, value }: Measured, fact: { type: string; unit?: string | undefined } | undefined) {
  if (fact?.type !== 'number') return false;
  if (unit !== null) return unit === fact.unit;
  return fact.unit !== 'yuan' || Math.abs(Number(value.min ?? value.max)) >= HARDLY_YUAN;
}
/** A bare number below this is hardly yuan. */
const HARDLY_YUAN = 100_000;

/** The same thing in the year that is said, of facts told of another: last year's of a series, or two names that differ by the year. */
function siblings(
  year: 'last-year' | 'this-year',
  amount: Measured,
  before: Before,
  period: Period | null,
): Omit<Continued, 'clause'>[] {
  const { profile, facts } = before;
  const isTold = (name: string | undefined) => name !== undefined && name in profile;
  const named = [...facts].flatMap(([name, fact]) => {
    if (fact.period !== year || isTold(name) || !unitFits(amount, fact)) return [];
    const other = [...facts].find(
      ([one, { period: of, unit }]) =>
        isTold(one) && of !== fact.period && unit === fact.unit && thingOf(one) === thingOf(name),
    );
    return other ? [{ fact: name, value: amountAs(amount, name, before) }] : [];
  });
  const series = [...facts.values()].flatMap(({ series: one }) => {
    const [told, wanted] = year === 'last-year' ? [one?.level, one?.previous] : [one?.previous, one?.level];
    if (!wanted || !isTold(told) || isTold(wanted) || !unitFits(amount, facts.get(wanted))) return [];
    const months = period && year === 'last-year' ? yearLater(period) : period;
    return [
      {
        fact: wanted,
        value: inMonths(amountAs(amount, wanted, before), isWholeYear(period) ? null : months),
      },
    ];
  });
  return [...named, ...series];
}
const isWholeYear = (period: Period | null): boolean =>
  period?.from.endsWith('-01-01') === true && period.to.endsWith('-12-31');

/** 上一年度营业收入 and 本年度营业收入 are of one thing. */
const thingOf = (name: string): string => name.replace(/^(?:上一?年度?|本年度?|当年|去年|今年)/u, '');

function amountAs({ unit, value }: Measured, name: string, { facts }: Before): FactValue {
  const shared = unit === null && facts.get(name)!.unit === 'ratio' ? inPerCent(value) : value;
  return shared.min !== undefined && shared.min === shared.max ? shared.min : shared;
}

function inMonths(value: FactValue, period: Period | null): FactValue {
  const bounds = boundsOf(value);
  return period && bounds ? { ...bounds, period } : value;
}

/**
 * The facts of which the message gives another figure than was told before, for the same months, without saying that it puts right or
 * that things have changed. Whoever is asked anew may answer anew; a figure within the one told before only narrows it.
 */
export function contradicted(
  said: Readonly<Record<string, FactValue | null>>,
  before: Before,
  clauseOf: (fact: string) => Clause | undefined,
  another: readonly string[],
): string[] {
  const { profile, facts, questioned, text } = before;
  if (isTakenBack(text) || replacedSince(text) >= 0 || LOOKED_UP.test(text) || SETTLED.test(text)) return [];
  return Object.entries(said).flatMap(([name, now]) => {
    const was = profile[name];
    const fact = facts.get(name);
    if (now === null || was === undefined || questioned.includes(name) || fact?.type !== 'number') return [];
    if (fact.entity !== undefined && another.includes(fact.entity)) return [];
    const clause = clauseOf(name);
    const isPlain = clause && !saysChange(clause) && !triesOut(clause) && !speaksAnewOf(was, before);
    return isPlain && excludeEachOther(was, now) ? [name] : [];
  });
}

/** 查了考勤，302 · 是5600万不是6600万: whoever looked it up, or denies a figure, puts it right. */
const LOOKED_UP = /[查核数算翻问](?:[对实算清]|了一?遍)?[了过]|不是[\d一二两三四五六七八九十]/u;

/** 那就按998算吧 · 就报280人: which figure holds is said. */
const SETTLED = /就(?:按|算|当|写|报|填)[^,。;!?\d]{0,6}[\d一二两三四五六七八九十]/u;

/** 1001人呢, 多报5个人行不行: what would be, and nothing that is. */
const triesOut = ({ question, text, words }: Clause): boolean =>
  question || text.endsWith('呢') || words.some((word) => isA(word, 'ask', 'suppose', 'able'));

/** 350是花名册，每天到岗二百九: what was said before is named again, as something else. */
const speaksAnewOf = (was: FactValue, { figures }: Before): boolean =>
  typeof was === 'number' && figures.some((figure) => measured(figure)?.value.min === was);

/**
 * The kinds of things (orders, loans) of which the message tells another one than before: it says so (又签了, 还有一笔), or two of its facts
 * are others than were told.
 */
export function anotherThan(
  said: Readonly<Record<string, FactValue | null>>,
  { profile, facts, text }: Before,
  clauseOf: (fact: string) => Clause | undefined,
): string[] {
  if (isTakenBack(text) || replacedSince(text) >= 0) return [];
  const told = Object.entries(said).filter(([name, now]) => now !== null && facts.get(name)?.entity);
  return [...Map.groupBy(told, ([name]) => facts.get(name)!.entity!)].flatMap(([kind, all]) => {
    const differing = all.filter(([name, now]) => name in profile && excludeEachOther(profile[name]!, now!));
    const isAdded = all.some(([name]) => ONE_MORE.test(clauseOf(name)?.text ?? ''));
    return differing.length > 1 || (differing.length === 1 && isAdded) ? [kind] : [];
  });
}
/** 另外那单是, 第二笔, 后面又来了个: which one it is, and not what. */
const OF_ANOTHER = /另外?|还有?|其他|后面|后来|[又再也]|第[二三四五2-5]|[那这一]?[个笔单份张家]|来了?/gu;
/** 又签了一单, 还有一笔, 另外, 第二笔. */
const ONE_MORE = /[又再]|还有|另|其他|第[二三四五2-5][个笔单份张家]|也(?:签|接|拿|贷|借|有)/u;

/** Of the same months, or of none, without a value in common. */
function excludeEachOther(one: FactValue, other: FactValue): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)];
  if (!a || !b || !isSamePeriod(a, b)) return false;
  return isBelow(a, b) || isBelow(b, a);
}
const isBelow = ({ max }: Interval, { min }: Interval): boolean =>
  max !== undefined && min !== undefined && typeof max === typeof min && max < min;
const isSamePeriod = ({ period: a }: Interval, { period: b }: Interval): boolean =>
  !a || !b || (a.from === b.from && a.to === b.to);

/** 现在在岗290人, 降到290, 改成2.8亿了, 最少那天310: it has become so, or it is the least of it. */
const saysChange = ({ text, words }: Clause): boolean =>
  words.some((word) => isA(word, 'really') && word.word !== '实际' && word.word !== '已经') ||
  CHANGES.test(text);
const CHANGES =
  /[改变调换](?:成|为|到|至|了)|[升降涨增减扩缩补追][加长高少低大]?(?:成|为|到|至)|只剩|还剩|又|再|最[少低多高大]|今天|这[周月天]/u;
