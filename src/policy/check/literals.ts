/** Each figure and day of a rule stands in its own quote, with its bound: 300 does not stand in 30, nor 以上 in 超. */
import { addDays, addMonths, addYears, type Day } from '../../contract/index.ts';
import { type Figure, readFigures } from '../../figures/index.ts';
import type { Benefit } from '../benefit.ts';
import type { Literal } from '../literal.ts';
import type { Policy, TextSpan } from '../policy.ts';
import type { Problem } from '../problem.ts';
import { figuresOfTable } from '../table-figures.ts';
import { squeeze } from './quotes.ts';
import { benefitsOf, type Check } from './report.ts';
import { type Bound, literalsOf, periodsOf, quoteOf } from './rule-literals.ts';

type Measured = Extract<Figure, { value?: number; min?: number }>;

const KINDS: Record<Literal['kind'], readonly Figure['kind'][]> = {
  number: ['number', 'count', 'duration'],
  money: ['money'],
  ratio: ['percent'],
  level: [],
};

/** How a figure of the text has to be bounded to bear a literal. */
const BEARS: Record<Bound, (figure: Measured, value: number) => boolean> = {
  exact: (figure, value) => figure.value === value,
  atLeast: (figure, value) => figure.min === value && !figure.minExclusive,
  over: (figure, value) => figure.min === value && figure.minExclusive === true,
  atMost: (figure, value) => figure.max === value && !figure.maxExclusive,
  under: (figure, value) => figure.max === value && figure.maxExclusive === true,
  reached: (figure, value) => figure.value === value || figure.min === value,
  total: (figure, value) => figure.value === value || (figure.max === value && !figure.maxExclusive),
};

const BOUND_WORDS: Record<Bound, string> = {
  exact: '这个数本身',
  atLeast: '“以上、不低于”（含本数）',
  over: '“超过”（不含本数）',
  atMost: '“以下、不超过、最高”（含本数）',
  under: '“不足、低于”（不含本数）',
  reached: '要达到的数',
  total: '总额',
};

export const checkLiterals: Check = (checked) => {
  const { written, policy, fault } = checked;
  const problems: Problem[] = [];
  const ref = policy.issued?.day ?? null;

  const from = policy.validFrom?.day ?? ref;
  const days: [PropertyKey[], Day | null | undefined, string | undefined, Day | null][] = [
    [['issued', 'on'], written.issued?.on, written.issued?.quote, null],
    [
      ['valid', 'from'],
      written.valid?.from === 'issued' ? null : written.valid?.from,
      written.valid?.quote,
      ref,
    ],
    [['valid', 'to'], written.valid?.to, written.valid?.quote, from],
    [['apply', 'by'], written.apply?.by, written.apply?.quote, ref],
  ];
  for (const [path, day, quote, start] of days) {
    if (!day || quote === undefined) continue;
    // A blank may part a day from its hour, or stand within a number.
    const stated = [squeeze(quote), quote.replaceAll(/\*{2,}/gu, '')].some((words) => {
      const figures = readFigures(words, { ref: ref ?? yearOf(policy) });
      return (
        statesDay(figures, day) ||
        statesDayOfNextYear(figures, day, ref) ||
        (start !== null && followsFrom(figures, start, day, path[1] === 'to' ? 'last' : 'first'))
      );
    });
    if (!stated) problems.push(fault(path, `引文里没有 ${day} 这个日期，请照原文改正`, quote));
  }

  for (const { benefit, path } of benefitsOf(checked))
    for (const { path: below, message } of literalFaults(benefit, ref))
      problems.push(fault([...path, ...below], message, benefit.quote));
  return problems;
};

/** A fault inside a benefit, by its path below it. */
export interface BenefitFault {
  path: PropertyKey[];
  message: string;
}

/** The figures, days and periods of a benefit that do not stand in its quote; `ref`: the day that relative dates are read against. */
export function literalFaults(benefit: Benefit, ref: Day | null): BenefitFault[] {
  const faults: BenefitFault[] = [];
  const read = figuresOfQuotes(ref);
  const own = read(benefit.quote);
  for (const { literal, bound, path } of literalsOf(benefit)) {
    const { quote, figures } = read(quoteOf(benefit, path));
    if (!placeOfLiteral(quote, figures, literal, bound))
      faults.push({ path, message: `引文里没有 ${literal.text}（要是${BOUND_WORDS[bound]}），请照原文改正` });
  }
  for (const { from, to, path } of periodsOf(benefit))
    if (!placeOfPeriod(read(quoteOf(benefit, path)).figures, from, to))
      faults.push({ path, message: `引文里没有 ${from} 至 ${to} 这段时间，请照原文改正` });
  if (benefit.until && !statesDay(own.figures, benefit.until))
    faults.push({ path: ['until'], message: `引文里没有 ${benefit.until} 这个日期，请照原文改正` });
  return faults;
}

/** The figures of each quote, read once. */
function figuresOfQuotes(ref: Day | null): (words: string) => { quote: string; figures: Figure[] } {
  const known = new Map<string, { quote: string; figures: Figure[] }>();
  return (words) => {
    const quote = squeeze(words);
    const read = known.get(words) ?? {
      quote,
      figures: [...readFigures(quote, { ref }), ...figuresOfTable(words)],
    };
    known.set(words, read);
    return read;
  };
}

/** Where a quote without blanks states a literal with that bound; null where it does not. `figures` are those of the quote. */
export function placeOfLiteral(
  quote: string,
  figures: readonly Figure[],
  literal: Literal,
  bound: Bound,
): TextSpan | null {
  const words = squeeze(literal.text);
  if (literal.kind === 'level') return standsAlone(quote, words);
  // 全额, 正增长: words that are figures stand as words.
  if (!/\d/u.test(literal.text) && literal.kind === 'ratio') return placeOf(words, quote.indexOf(words));
  // 1:1 of what a higher level paid is no figure to the readers.
  if (/[:：比]/u.test(literal.text)) return standsAlone(quote, words);
  // 每万美元: one of them, which the readers of figures leave to the text.
  if (!/[\d一二三四五六七八九十两]/u.test(words) && literal.kind === 'money' && quote.includes(`每${words}`))
    return placeOf(words, quote.indexOf(`每${words}`) + 1);
  const alike = figures.filter((figure): figure is Measured => KINDS[literal.kind].includes(figure.kind));
  const found = alike.find((figure) => {
    const bounded = boundOfList(quote, alike, figure);
    return (
      BEARS[bound](bounded, literal.value) || BEARS[bound](boundByVerb(quote, alike, bounded), literal.value)
    );
  });
  return found ? { start: found.start, end: found.end } : null;
}

const placeOf = (words: string, start: number): TextSpan | null =>
  start < 0 ? null : { start, end: start + words.length };

/** 三级 in 五级、四级、三级; 3A not in 13A. */
function standsAlone(quote: string, words: string): TextSpan | null {
  for (let at = quote.indexOf(words); at >= 0; at = quote.indexOf(words, at + 1))
    if (!/[\d一二三四五六七八九十]/u.test(quote[at - 1] ?? '')) return placeOf(words, at);
  return null;
}

/** 达到5000万元, 满3年 say at least; 突破1亿元 says over; 前15名, 封顶 and 上限 say at most. */
const VERBS: readonly (readonly [RegExp, (value: number) => object])[] = [
  [/(?:达到?|满|达成|实现|完成|累计|达标)$/u, (value) => ({ min: value })],
  [/(?:突破|超过?|逾|高于|大于)$/u, (value) => ({ min: value, minExclusive: true })],
  [/(?:前|上限|限额|封顶|最高|最多|为限)[^，。；]{0,8}$/u, (value) => ({ max: value })],
];

/** 突破1亿元、5亿元、10亿元, 超过1亿元、5亿元: what bounds the first of a list bounds each. */
function boundByVerb(quote: string, figures: readonly Measured[], figure: Measured): Measured {
  if (figure.value === undefined) return figure;
  const { value, ...bare } = figure;
  let first: Measured = figure;
  for (let before: Measured | undefined; ; first = before) {
    before = figures.find(({ end }) => end + 1 === first.start && /[、,，和及]/u.test(quote[end]!));
    if (!before) break;
  }
  // 最高20万元、10万元
  if (first.max !== undefined && first.min === undefined && /^[^\d]/u.test(first.text))
    return { ...bare, max: value, maxExclusive: first.maxExclusive ?? false };
  if (first.min !== undefined && first.max === undefined && /^[^\d]/u.test(first.text))
    return { ...bare, min: value, minExclusive: first.minExclusive ?? false };
  const before = quote.slice(Math.max(0, first.start - 10), first.start);
  const bounded = VERBS.find(([verb]) => verb.test(before))?.[1](value);
  if (bounded) return { ...bare, ...bounded };
  return /^(?:封顶|为限|为上限)/u.test(quote.slice(figure.end)) ? { ...bare, max: value } : figure;
}

/** In a list (1亿元、5亿元、10亿元以上) the bound of the last figure is that of each. */
function boundOfList(quote: string, figures: readonly Measured[], figure: Measured): Measured {
  if (figure.value === undefined) return figure;
  let last = figure;
  for (let next: Measured | undefined = last; next; ) {
    last = next;
    next = figures.find(({ start }) => start === last.end + 1 && /[、,，]/u.test(quote[last.end]!));
  }
  const { value, ...bare } = figure;
  if (last === figure || last.value !== undefined) return figure;
  if (last.min !== undefined && last.max === undefined)
    return { ...bare, min: value, minExclusive: last.minExclusive ?? false };
  return figure;
}

const statesDay = (figures: readonly Figure[], day: Day): boolean =>
  figures.some(
    (figure) =>
      (figure.kind === 'date' && figure.value === day) ||
      (figure.kind === 'daterange' && (figure.to === day || figure.from === day)) ||
      (figure.kind === 'time' &&
        [figure.value, figure.from, figure.to].some((moment) => moment?.startsWith(day))),
  );

/** Without a day of issue a day without a year is of the year that number or title name. */
function yearOf({ number, title }: Policy): Day | null {
  const year = /(?:19|20)\d{2}/u.exec(number)?.[0] ?? /(?:19|20)\d{2}/u.exec(title)?.[0];
  return year ? `${year}-01-01` : null;
}

/** '1月19日前' in a notice of December is of the year that follows. */
const statesDayOfNextYear = (figures: readonly Figure[], day: Day, issued: Day | null): boolean =>
  figures.some((figure) => {
    if (figure.kind !== 'date' && figure.kind !== 'daterange') return false;
    const read = figure.kind === 'date' ? figure.value : figure.to;
    const before = read !== undefined && issued !== null && read < issued;
    return before && figure.assumed?.includes('year') === true && addYears(read, 1) === day;
  });

/**
 * The day that a stated time leads to: 自印发之日起30日后施行 from 1 June is in force on 1 July; 有效期3年 from 1 June ends on
 * 31 May, so that every day has one reading.
 */
function followsFrom(figures: readonly Figure[], start: Day, day: Day, counts: 'first' | 'last'): boolean {
  const after = { year: addYears, month: addMonths, day: addDays } as const;
  return figures.some((figure) => {
    if (figure.kind !== 'duration' || !(figure.unit in after)) return false;
    const length = figure.value ?? figure.max;
    if (length === undefined) return false;
    const end = after[figure.unit as keyof typeof after](start, length);
    return day === (counts === 'first' ? end : addDays(end, -1));
  });
}

/** Where figures state a stretch of days. */
export const placeOfPeriod = (figures: readonly Figure[], from: Day, to: Day): TextSpan | null =>
  figures.find((figure) => figure.kind === 'daterange' && figure.from === from && figure.to === to) ?? null;
