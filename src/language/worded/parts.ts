/** Figures of the parts of one firm, added up: 白班200夜班180 · 东厂150人，西厂180人 · 每班110人，三班倒; of single days the least. */
import Big from 'big.js';
import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';

/** The part that a figure is of, directly before it: a shift, a site, a workshop, men and women. */
const PART =
  /(?<part>[男女](?:员?工|的)?|(?:白|夜|早|中|晚|日|大夜|小夜|甲|乙|丙|[一二三]|第[一二三])班|(?:[东西南北新老主总分一二三四甲乙丙ABCabc1-4]|[一二三四1-4]号|第[一二三四])(?:厂区?|分厂|车间|工厂|园区|基地)|[东西南北][边侧头])(?:的|那边|这边|实际|每天|每日|天天|实到|到岗|在岗|上班|出勤|当班|用电|用了|用|有|是|大概|大约|约|各|人数?|员工|工人|:)*$/u;
/** 第一天1120人，第二天998人: what is said of every day has to hold on the least of them. */
const DAY =
  /(?<part>第[一二三四五1-5]天|[头首末][一1]?[天日]|(?:最后|中间|前|后)[一1]?天|当[天日]|初[一二三四五六七八九十]|周[一二三四五六日天])(?:的|那天|实际|到岗|在岗|上班|出勤|来了|来|只|就|才|也|都|有|是|大概|大约|约|人数?|员工|工人|:)*$/u;
/** 三天分别到了310、305、302人: one figure for each. */
const EACH_DAY =
  /[两二三四五2-5几]天[^,。;!?\d]{0,4}(?:分别|各是|依次)[^,。;!?\d]{0,6}(?:\d+人?[、和与跟])*$/u;
const NOTHING_BETWEEN =
  /^(?:的|那天|当天|实际|到岗|在岗|上班|出勤|来了|来|只|就|才|也|都|有|是|大概|大约|约|人数?|员工|工人|:)*$/u;

/** 夜班比白班少30人: no part of the whole. */
const COMPARES = /[比较]|少|多(?!人)/u;

interface Part {
  amount: Amount;
  part: string;
  /** Of one day among several, or of a part that adds to the whole. */
  ofDay: boolean;
  sentence: number;
}

/**
 * Each run of figures of different parts with one unit in one sentence as one figure, which stands where the last stood:
 * of shifts and sites their sum, of days the least.
 */
export function addUp(amounts: readonly Amount[], text: string, clauses: readonly Clause[]): Amount[] {
  const result: Amount[] = [];
  let run: Part[] = [];
  const close = () => {
    const all = run.map((one) => one.amount);
    const differ = run.length > 1 && new Set(run.map((one) => one.part)).size === run.length;
    if (differ) result.push(run[0]!.ofDay ? least(all) : sum(all));
    else if (run.length === 1 && !run[0]!.ofDay) result.push(ofOnePart(run[0]!, clauses));
    else result.push(...all);
    run = [];
  };
  let last: Amount | null = null;
  for (const amount of amounts) {
    const clause = clauses.find((c) => amount.start >= c.start && amount.start < c.end);
    const before = text.slice(Math.max(clause?.start ?? 0, last?.end ?? 0), amount.start);
    const day =
      last !== null &&
      isDay(last) &&
      clause &&
      isDated(last, clause, clauses) &&
      !NOW.test(text.slice(last.start)) &&
      NOTHING_BETWEEN.test(before)
        ? String(last.start)
        : undefined;
    const count = result.at(-1);
    if (count && count === last && isEachOf(count, amount, before)) {
      close();
      result.splice(result.indexOf(count), 1);
      const all = multiplied(amount, Number(count.value.min));
      last = amount;
      result.push(all);
      continue;
    }
    last = amount;
    if (isDay(amount)) {
      result.push(amount);
      continue;
    }
    const adds = ADDS.has(amount.unit) && !COMPARES.test(before);
    const listed = EACH_DAY.test(text.slice(clause?.start ?? 0, amount.start))
      ? String(amount.start)
      : undefined;
    const ofDay =
      adds && amount.unit !== 'kWh' ? (day ?? DAY.exec(before)?.groups?.part ?? listed) : undefined;
    const part = ofDay ?? (adds ? PART.exec(before)?.groups?.part : undefined);
    if (!clause || part === undefined) {
      close();
      result.push(EACH_SHIFT.test(before) ? ofAllShifts(amount, text) : amount);
      continue;
    }
    const next: Part = { amount, part, ofDay: ofDay !== undefined, sentence: clause.sentence };
    if (run.length > 0 && !goesOn(run[0]!, next)) close();
    run.push(next);
  }
  close();
  return result.toSorted((a, b) => a.start - b.start);
}

/** The day stands in the clause of the figure, or is a clause of its own before it (6月3日，1120人). */
function isDated(day: Amount, clause: Clause, clauses: readonly Clause[]): boolean {
  const home = clauses.find((one) => day.start >= one.start && day.end <= one.end);
  return home === clause || (home !== undefined && home.end - home.start - (day.end - day.start) <= 1);
}

/** The figure before says of how many the next is each. */
const isEachOf = ({ value, unit }: Amount, each: Amount, between: string): boolean =>
  (unit === 'bare' || unit === 'other') &&
  value.min === value.max &&
  Number.isInteger(value.min) &&
  Number(value.min) > 1 &&
  Number(value.min) <= MOST_PARTS &&
  ADDS.has(each.unit) &&
  EACH_OF.test(between);

const isDay = ({ unit, value }: Amount): boolean => unit === 'date' && value.min === value.max;
/** 昨天, 今天: days of now, and not of the time asked for. */
const NOW = /^[昨今前明]/u;
const goesOn = (first: Part, next: Part): boolean =>
  isAlike(first.amount, next.amount) && first.sentence === next.sentence && first.ofDay === next.ofDay;

/** 310、305、302人: the unit stands with the last. */
const isAlike = (a: Amount, b: Amount): boolean =>
  a.unit === b.unit || (a.unit === 'bare' && b.unit === 'person');

/** Of the days the leanest, in the place of the last. */
function least(days: readonly Amount[]): Amount {
  const lowest = days.reduce((a, b) => (lowestOf(b) < lowestOf(a) ? b : a));
  return { ...days.at(-1)!, value: lowest.value };
}
const lowestOf = ({ value }: Amount): number => Number(value.min ?? value.max);

/** 白班160人，夜班多少要问: of one part alone, and so the least of the whole. */
function ofOnePart({ amount, part, sentence }: Part, clauses: readonly Clause[]): Amount {
  const said = clauses.filter((c) => c.sentence === sentence).map((c) => c.text);
  const others = said
    .flatMap((clause) => clause.match(part.endsWith('班') ? SHIFT : SITE) ?? [])
    .filter((one) => one !== part);
  if (others.length === 0 || amount.value.min === undefined) return amount;
  return atLeast(amount);
}

function atLeast(amount: Amount): Amount {
  const { max: _, maxExclusive: __, ...least } = amount.value;
  return { ...amount, value: least };
}
const SITE =
  /(?:[东西南北新老分甲乙丙A-D]|[一二三四1-4]号|第[一二三四])(?:厂区?|分厂|车间|园区|基地)|[东西南北][边侧头]/gu;
const SHIFT = /[白夜早中晚日]班/gu;

/** 三个车间各120人, 4条线每条线90人: as many in each of several. */
const EACH_OF =
  /^(?:大)?(?:生产)?(?:车间|产?线|厂区?|分厂|工厂|班组?|基地|园区|门店|店|部门|工段|队|组)(?:里|都|,)?(?:各|均|每(?:个|条|家|间|座)?(?:车间|产?线|厂区?|分厂|班组?|基地|园区|门店|店|部门|工段|队|组)?)(?:都|实际|在岗|到岗|上班|有|是|大概|大约|约|人数?)*$/u;
const MOST_PARTS = 50;

const EACH_SHIFT = /每(?:个)?班(?:次)?(?:的|都|实际|到岗|在岗|上班|人数|有|是|大概|大约|约)*$/u;
const SHIFTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 2: 2, 3: 3, 4: 4 };

/** 每班110人，三班倒: three times as many on duty in a day. */
function ofAllShifts(amount: Amount, text: string): Amount {
  const shifts = SHIFTS[/(?<count>[两二三四234])班(?:倒|制|轮)/u.exec(text)?.groups?.count ?? ''];
  if (amount.unit !== 'person' && amount.unit !== 'bare') return amount;
  if (shifts === undefined) return atLeast(amount);
  return multiplied(amount, shifts);
}

function multiplied(amount: Amount, by: number): Amount {
  const { min, max } = amount.value;
  return {
    ...amount,
    value: {
      ...amount.value,
      ...(typeof min === 'number' && { min: new Big(min).times(by).toNumber() }),
      ...(typeof max === 'number' && { max: new Big(max).times(by).toNumber() }),
    },
  };
}

const ADDS: ReadonlySet<Amount['unit']> = new Set(['person', 'bare', 'kWh']);

function sum(parts: readonly Amount[]): Amount {
  const last = parts.at(-1)!;
  const total = (side: 'min' | 'max') =>
    parts.every(({ value }) => typeof value[side] === 'number')
      ? { [side]: parts.reduce((all, { value }) => all.plus(value[side] as number), new Big(0)).toNumber() }
      : {};
  const open = (side: 'minExclusive' | 'maxExclusive') =>
    parts.some(({ value }) => value[side]) ? { [side]: true } : {};
  return {
    ...last,
    value: { ...total('min'), ...total('max'), ...open('minExclusive'), ...open('maxExclusive') },
    scaled: parts.some((one) => one.scaled),
  };
}
