/** Each figure to the fact it is of: by the nearest word with a fitting unit, by last year and this, by what was asked. */
import type { Day } from '../../day.ts';
import type { Figure } from '../../figures/index.ts';
import type { Facts } from '../derive.ts';
import type { Interval, Period } from '../profile.ts';
import { type Amount, amountOf } from './amounts.ts';
import { type Anchor, lastBefore, nearest } from './anchors.ts';
import type { Clause } from './clauses.ts';
import { type Family, familiesOf, familyFor, fits } from './families.ts';
import { directionOf, growthOfTimes, hasOtherBase, isYearOnYear, signed, wordedGrowth } from './growth.ts';
import { isForecast, isOfOthers, isToCome } from './modality.ts';
import { isLastYears, periodAt, periodsOf, type SaidPeriod, yearLater } from './periods.ts';

/** A figure given to a fact. `sure` false: it may be of something else, or its unit was left out. */
export interface Bound {
  fact: string;
  value: Interval;
  at: number;
  sure: boolean;
  why: 'thing' | 'unit';
  /** It was called the total (合计, 加起来). */
  total: boolean;
}

interface Scene extends Bearings {
  text: string;
  clauses: readonly Clause[];
  amounts: readonly Amount[];
  periods: readonly SaidPeriod[];
}

export interface Binding {
  bound: Bound[];
  anchors: readonly Anchor[];
}

/** What the binding goes by, beside the text. */
export interface Bearings {
  facts: Facts;
  today: Day;
  asked: readonly string[];
  /** Periods that rules ask for. */
  wanted: readonly Period[];
  anchors: readonly Anchor[];
}

export function bindFigures(
  text: string,
  clauses: readonly Clause[],
  figures: readonly Figure[],
  { facts, today, asked, wanted, anchors }: Bearings,
): Binding {
  const periods = periodsOf(figures, text, today);
  const amounts = figures.flatMap((figure) => amountOf(figure, text) ?? []);
  const scene: Scene = { text, clauses, anchors, amounts, periods, wanted, facts, asked, today };
  const bound: Bound[] = [];
  const left: { amount: Amount; index: number }[] = [];
  for (const amount of amounts) {
    const index = clauses.findIndex((c) => amount.start >= c.start && amount.start < c.end);
    const clause = clauses[index];
    if (!clause || isOfOthers(clause)) continue;
    if (amount.unit !== 'date' && isForecast(text.slice(clause.start, amount.start))) continue;
    const anchor = nearest(amount, clause, text, anchors, amounts) ?? earlierWord(amount, index, scene);
    if (!anchor) left.push({ amount, index });
    else if (anchor.role !== 'other') bound.push(...assign(amount, anchor, clause, scene));
  }
  // Figures with a unit choose among the questions first: 350，12% to headcount and growth in either order.
  const typed = left.filter(({ amount }) => amount.unit !== 'bare');
  const bare = left.filter(({ amount }) => amount.unit === 'bare');
  for (const { amount, index } of [...typed, ...bare])
    bound.push(...byQuestion(amount, clauses[index]!, bound, scene));
  bound.push(...worded(bound, scene));
  return { bound, anchors };
}

/**
 * A figure whose clause has no word goes to that of an earlier clause: 用电量嘛，今年涨了12%. A number without a unit only to
 * a clause directly before that has no figure of its own (在岗的人，250) or that it narrows (至少300人，没到1000); a day only where its clause speaks of nothing else.
 */
function earlierWord(
  amount: Amount,
  index: number,
  { clauses, anchors, amounts, asked }: Scene,
): Anchor | null {
  const inside = (c: Clause | undefined, one: { start: number; end: number }) =>
    c !== undefined && one.start >= c.start && one.end <= c.end;
  const clause = clauses[index]!;
  const before = clauses[index - 1];
  if (amount.unit === 'other' || (asked.length > 0 && amount.unit !== 'bare')) return null;
  if (amount.unit === 'date' && anchors.some((a) => inside(clause, a))) return null;
  if (amount.unit !== 'bare') return lastBefore(amount, index, clauses, anchors);
  const alone = clause.text.length <= 8 && (amount.value.min === undefined || amount.value.max === undefined);
  if (!before || amount.start - clause.start > 4) return null;
  if (amounts.some((one) => inside(before, one)) && !alone) return null;
  const found = lastBefore(amount, index, clauses, anchors);
  return found && inside(before, found) ? found : null;
}

function assign(amount: Amount, anchor: Anchor, clause: Clause, scene: Scene): Bound[] {
  const { family } = anchor;
  const before = scene.text.slice(startOfStretch(amount, clause, scene), amount.start);
  const give = (fact: string | null, value: Interval, extra: Partial<Bound> = {}): Bound[] =>
    fact === null
      ? []
      : [{ fact, value, at: amount.start, sure: true, why: 'thing', total: TOTAL.test(before), ...extra }];
  if (amount.unit === 'date') return isToCome(before) ? [] : give(family.level, amount.value);
  if (amount.unit === 'ratio' || amount.unit === 'times') {
    const asked = family.growth !== null && scene.asked.includes(family.growth);
    const growth = growthValue(amount, anchor, clause, scene, asked);
    return growth ? give(family.growth, growth) : [];
  }
  return level(amount, anchor, before, clause, scene, give);
}

const TOTAL = /合计|总共|一共|共计|总计|加起来|合起来|累计|加总/u;
/** 涨到, 增加至, 降为: the new figure, not the change. */
const REACHED = /(?:到|至|为|成|达|了到)(?:了)?(?:约|大概|差不多)?$/u;
const CHANGED = /(?:多|增加|增长|增|涨|上升|提高|净增|减少|下降|降|少|跌)(?:了|出)?(?:约|大概|差不多)?$/u;
/** A bare number below this is hardly yuan: 8000 may mean 8000万. */
const HARDLY_YUAN = 100_000;
const isHardlyYuan = ({ scaled, value }: Amount): boolean =>
  !scaled && Number(value.min ?? value.max) < HARDLY_YUAN;

function level(
  amount: Amount,
  { family, role }: Anchor,
  before: string,
  clause: Clause,
  scene: Scene,
  give: (fact: string | null, value: Interval, extra?: Partial<Bound>) => Bound[],
): Bound[] {
  if (amount.unit === 'bare' && family.unit === 'yuan' && isHardlyYuan(amount)) {
    return give(family.level, amount.value, { sure: false, why: 'unit' });
  }
  const period = scene.facts.get(family.name)?.timeless
    ? null
    : reportingPeriod(amount, clause, scene, family);
  if (role === 'increase') return give(family.increase, withPeriod(amount.value, period));
  if (CHANGED.test(before) && !REACHED.test(before)) {
    const direction = directionOf(before, '') ?? 1;
    return give(family.increase, withPeriod(signed(amount.value, direction), period));
  }
  const fromTo = family.previous !== null && isStart(amount, scene);
  if (fromTo || (family.previous !== null && isLastYears(before))) return give(family.previous, amount.value);
  if (period && isPast(period, scene)) {
    return family.previous === null ? [] : give(family.previous, withPeriod(amount.value, yearLater(period)));
  }
  if (family.previous === null && isLastYears(before)) return [];
  return give(family.level, withPeriod(amount.value, period));
}

/** From the end of the figure before it, so that a direction or a year is not taken from its neighbour. */
function startOfStretch(amount: Amount, clause: Clause, { amounts }: Scene): number {
  const previous = amounts.findLast(
    (one) => one.end <= amount.start && one.start >= clause.start && one.unit !== 'date',
  );
  return previous ? previous.end : clause.start;
}

/** 从80万度涨到90万度: the first of two. */
function isStart(amount: Amount, { text, amounts }: Scene): boolean {
  const next = amounts.find(
    (one) => one.start >= amount.end && (one.unit === amount.unit || one.unit === 'bare'),
  );
  if (!next || !/[从由自](?:去年|上年)?(?:同期)?(?:的)?$/u.test(text.slice(0, amount.start))) return false;
  return /^[^,。;]{0,12}(?:到|至|为)/u.test(text.slice(amount.end, next.start));
}

/** The months the figure was said of. Those of an earlier clause reach a clause that goes on about the same thing. */
function reportingPeriod(amount: Amount, clause: Clause, scene: Scene, family: Family | null): Period | null {
  const said = periodAt(amount.start, clause, scene.clauses, scene.periods);
  if (!said) return null;
  const { period, home } = said;
  const speaksOf = (c: Clause) => scene.anchors.filter((a) => a.start >= c.start && a.end <= c.end);
  const here = speaksOf(clause);
  const there = speaksOf(home);
  const goesOn = here.length === 0 || there.length === 0 || there.some((a) => a.family === family);
  return home === clause || goesOn ? { from: period.from, to: period.to } : null;
}
const withPeriod = (value: Interval, period: Period | null): Interval =>
  period ? { ...value, period } : value;
const same = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;
/** A period that ended before this year, and that no rule asks for. */
const isPast = (period: Period, { today, wanted }: Scene): boolean =>
  period.to < `${today.slice(0, 4)}-01-01` && !wanted.some((one) => same(one, period));

/** The growth that a ratio says; null where it is no growth on last year, or no direction is said. */
function growthValue(
  amount: Amount,
  anchor: Anchor | null,
  clause: Clause,
  scene: Scene,
  asked: boolean,
): Interval | null {
  const { text } = scene;
  if (hasOtherBase(clause.text)) return null;
  const from = startOfStretch(amount, clause, scene);
  const before = text.slice(from, amount.start);
  const written = text.slice(amount.start, amount.end);
  const period = reportingPeriod(amount, clause, scene, anchor?.family ?? null);
  if (period && isPast(period, scene)) return null;
  const value = amount.unit === 'times' ? growthOfTimes(amount.value, before) : amount.value;
  const negative = typeof value.min === 'number' && value.min < 0;
  const whole = amount.unit === 'times' && value !== amount.value;
  const direction = directionOf(before + written, text.slice(amount.end, clause.end));
  if (direction === null && !negative && !whole) {
    const telling =
      asked ||
      anchor?.role === 'growth' ||
      isYearOnYear(clause.text) ||
      /[+]/u.test(written + before.slice(-1));
    if (!telling) return null;
  }
  const result = negative || whole ? value : signed(value, direction ?? 1);
  return withPeriod(result, period);
}

/** What a figure without a word is, going by what was asked; persons without a word stay in doubt. */
function byQuestion(amount: Amount, clause: Clause, bound: readonly Bound[], scene: Scene): Bound[] {
  const { asked, facts } = scene;
  const numbers = asked.filter((name) => ['number', 'date'].includes(facts.get(name)?.type ?? ''));
  const unanswered = numbers.filter((name) => !bound.some((one) => one.fact === name));
  // 有时候350有时候280: both answer the only question.
  const open = unanswered.length > 0 ? unanswered : numbers.length === 1 ? numbers : [];
  for (const name of open) {
    const family = familyFor(name, facts);
    if (!family || !answers(amount, name, family, scene)) continue;
    const isIncrease = name === family.increase && !asked.includes(family.name);
    const anchor: Anchor = {
      family,
      role: isIncrease ? 'increase' : 'level',
      start: clause.start,
      end: clause.start,
    };
    if (amount.unit !== 'bare') return assign(amount, anchor, clause, scene);
    if (name === family.growth && !isOneOfTwo(amount, scene)) {
      const value = percent(amount, clause, scene);
      return [{ fact: name, value, at: amount.start, sure: true, why: 'thing', total: false }];
    }
    return assign({ ...amount, unit: family.unit === 'yuan' ? 'bare' : family.unit }, anchor, clause, scene);
  }
  const only = familiesOf(facts).filter((family) => amount.unit === 'person' && family.unit === 'person');
  if (only.length !== 1) return [];
  return [
    { fact: only[0]!.name, value: amount.value, at: amount.start, sure: false, why: 'thing', total: false },
  ];
}

/** A growth in per cent is hardly above this: 350 beside 12% is no growth. */
const HARDLY_PERCENT = 100;

function answers(amount: Amount, name: string, family: Family, scene: Scene): boolean {
  const { unit, value } = amount;
  if (unit === 'other') return false;
  if (unit !== 'bare') return fits(family, unit);
  if (family.unit === 'date') return false;
  const size = Math.abs(Number(value.min ?? value.max));
  return name !== family.growth || size <= HARDLY_PERCENT || isOneOfTwo(amount, scene);
}

/** 从80万涨到90万, 去年80万今年90万: levels, not growth. */
const isOneOfTwo = (amount: Amount, { amounts }: Scene): boolean =>
  amount.scaled && amounts.filter((one) => one.unit === amount.unit).length > 1;

/** 12 for a growth is 12%; 0.12 is taken as the fraction. */
function percent(amount: Amount, clause: Clause, scene: Scene): Interval {
  const scaled: Interval = {};
  const scale = (n: number) => (Math.abs(n) < 1 ? n : Number((n / 100).toPrecision(12)));
  if (typeof amount.value.min === 'number') scaled.min = scale(amount.value.min);
  if (typeof amount.value.max === 'number') scaled.max = scale(amount.value.max);
  const before = scene.text.slice(startOfStretch(amount, clause, scene), amount.start);
  return signed(scaled, directionOf(before, '') ?? 1);
}

/** 持平, 正增长, 没涨: growth without a figure, in clauses where no figure says it. */
function worded(bound: readonly Bound[], scene: Scene): Bound[] {
  const { clauses, anchors, asked, facts } = scene;
  const result: Bound[] = [];
  clauses.forEach((clause, index) => {
    const value = isOfOthers(clause) || hasOtherBase(clause.text) ? null : wordedGrowth(clause.text);
    if (!value) return;
    const figure: Amount = { start: clause.end, end: clause.end, unit: 'ratio', value, scaled: true };
    const anchor =
      nearest(figure, clause, scene.text, anchors, []) ?? lastBefore(figure, index, clauses, anchors);
    const family = anchor?.family;
    const fact = anchor
      ? anchor.role === 'other'
        ? null
        : family!.growth
      : (asked.find((name) => facts.get(name)?.series) ?? null);
    const said = [...bound, ...result].some(
      (one) => one.fact === fact || one.fact === family?.increase || one.fact === family?.previous,
    );
    const ratioHere = scene.amounts.some(
      (a) => (a.unit === 'ratio' || a.unit === 'times') && a.start >= clause.start && a.end <= clause.end,
    );
    if (fact === null || said || ratioHere) return;
    const period = reportingPeriod(figure, clause, scene, family ?? null);
    if (period && isPast(period, scene)) return;
    result.push({
      fact,
      value: withPeriod(value, period),
      at: clause.start,
      sure: true,
      why: 'thing',
      total: false,
    });
  });
  return result;
}
