/** Figures of the text as values of facts: unit, bounds, 左右 and 快 as ranges. */

import type { Interval } from '../../contract/index.ts';
import type { Bounded, Figure } from '../../figures/index.ts';
import type { Unit } from './families.ts';

export interface Amount {
  start: number;
  end: number;
  /** bare: no unit was said. times: N倍. other: a unit of no fact (台, 家, 美元). */
  unit: Unit | 'times' | 'bare' | 'other';
  value: Interval;
  /** A unit or a scale was said (万, 元): 8000 alone may be 8000万. */
  scaled: boolean;
  /** 三个: so many of something, never money. */
  pieces?: boolean;
}

const PERSONS = new Set([
  '人',
  '名',
  '个人',
  '位',
  '号人',
  '口人',
  '员工',
  '个员工',
  '名员工',
  '工人',
  '个工人',
]);
const KILOWATT_HOURS = new Set(['度', '度电', '千瓦时', 'kWh', 'kwh', 'KWH', 'kW·h']);

export function unitOf(figure: Figure): Amount['unit'] | null {
  switch (figure.kind) {
    case 'percent':
      return 'ratio';
    case 'money':
      return figure.unit === 'CNY' ? 'yuan' : 'other';
    case 'number':
      return 'bare';
    case 'count':
      if (PERSONS.has(figure.unit)) return 'person';
      if (KILOWATT_HOURS.has(figure.unit)) return 'kWh';
      return figure.unit === '倍' ? 'times' : figure.unit === '个' ? 'bare' : 'other';
    case 'date':
    case 'daterange':
      return 'date';
    default:
      return null;
  }
}

/** 1000人左右 is between 950 and 1050; 快300人 has not reached it. */
const NEAR = 0.05;
/** 大概涨了一成: about, though a verb stands between. */
const ABOUT =
  /(?:大概|大约|约莫|差不多|估摸着?|估计)(?:每天|同比|是|有|要|会|涨|增|长|加|升|降|多|少|用|到|了|在|上|岗)+$/u;
const NEARLY = /(?:快|将近|接近|近|差不多快|马上|小|奔)$/u;
const SHORT_OF = /(?:没[到上达]过|没达到过|不够|没到|未到|没有到?|没够|没达到|未达到|不足|到不了)$/u;
/** 没涨10%: whatever it did, it did not reach that. */
const NOT_RISEN = /(?:没有?|未|不曾)(?:怎么)?(?:涨|增长?|增加|上升|提高|多)(?:到|了|出)?$/u;
/** 另一个, 换一个, 这两个: which, and not how many. */
const WHICH = /[另这那哪每同下上换某头前后第]$/u;
const OF_TIME =
  /^(?:多|来|半)?(?:[上下中]午|早上|晚上|夜里|白天|小时|钟头|月|季度|星期|礼拜|周末|假期|年头|班次?)/u;
/** 不是500人 says nothing of how many. */
const NOT_THIS = /(?<!是)不是$/u;
/** 最多的一天1300人: no day had more. */
const ON_THE_FULLEST = /最[多高](?:的)?(?:那|一|这)?(?:天|时候)[^\d,。;]{0,4}$/u;
const NOT_OVER = /(?:没超过|没有超过|未超过|没超|未超)$/u;

/** 最大的一单4500万, 最大的7200万: the largest of several, no bound; 最多 alone is one. */
const LARGEST = /^(?:最[大高多](?:的|那|一|这)*[单笔个张份家]|最大(?:的|那|一|这)*)/u;

const LOWEST = /^最[少低]/u;

const SCALED = /[万亿千百元块%‰成]/u;

/** Null for a figure of a kind that no fact has. */
export function amountOf(figure: Figure, text: string): Amount | null {
  const unit = unitOf(figure);
  if (unit === null) return null;
  const { start, end } = figure;
  if (figure.kind === 'date')
    return { start, end, unit, value: { min: figure.value, max: figure.value }, scaled: true };
  if (figure.kind === 'daterange') {
    const value: Interval = {};
    if (figure.from !== undefined) value.min = figure.from;
    if (figure.to !== undefined) value.max = figure.to;
    return { start, end, unit, value, scaled: true };
  }
  if (!('value' in figure || 'min' in figure || 'max' in figure) || figure.kind === 'time') return null;
  const largest = LARGEST.exec(figure.text)?.[0].length ?? 0;
  if (largest > 0 && 'max' in figure && figure.max !== undefined && figure.min === undefined) {
    const exact = { min: figure.max, max: figure.max };
    return {
      start: start + Math.max(largest, leadingBound(figure.text)),
      end,
      unit,
      value: exact,
      scaled: SCALED.test(figure.text),
    };
  }
  // 每天最少312人: the leanest day has just as many.
  if (
    (unit === 'person' || unit === 'bare') &&
    LOWEST.test(figure.text) &&
    'min' in figure &&
    figure.max === undefined
  ) {
    const value = { min: figure.min!, max: figure.min! };
    return { start: start + leadingBound(figure.text), end, unit, value, scaled: true };
  }
  // 停了一个下午, 两个班: so long, and nobody.
  if (figure.kind === 'count' && unit === 'bare' && OF_TIME.test(text.slice(end))) return null;
  const before = text.slice(Math.max(0, start - 10), start + leadingBound(figure.text));
  if (NOT_THIS.test(before) || (figure.kind === 'count' && WHICH.test(text.slice(0, figure.start))))
    return null;
  const amount: Amount = {
    start,
    end,
    unit,
    value: isBySoMuch(figure, unit, text)
      ? { min: figure.min!, max: figure.min! }
      : boundsOfFigure(figure, before),
    scaled: SCALED.test(figure.text),
  };
  return figure.kind === 'count' && unit === 'bare' ? { ...amount, pieces: true } : amount;
}

/** 比上年同期高出10%: by so much, and not over so much. */
const isBySoMuch = (figure: Figure, unit: Amount['unit'], text: string): boolean =>
  unit === 'ratio' &&
  /^(?:高出|多出|超出)/u.test(figure.text) &&
  /[比较][^,。;]{0,10}$/u.test(text.slice(0, figure.start));

/** The bound words may stand inside the figure's span (快300人) or before it. */
const leadingBound = (written: string): number =>
  /^[^\d一二两三四五六七八九十百千万亿零〇-]*/u.exec(written)?.[0].length ?? 0;

type AmountFigure = Extract<Figure, { value?: number; min?: number; unit?: string }>;

function boundsOfFigure(figure: Exclude<AmountFigure, { kind: 'time' }>, before: string): Interval {
  const { value, min, max, minExclusive, maxExclusive, approx } = figure as Bounded & { approx?: boolean };
  const said = value ?? min;
  if (said !== undefined && (SHORT_OF.test(before) || NOT_RISEN.test(before)))
    return { max: said, maxExclusive: true };
  if (value !== undefined && NEARLY.test(before)) {
    return { min: round(value * (1 - 2 * NEAR)), max: value, maxExclusive: true };
  }
  if (said !== undefined && (NOT_OVER.test(before) || ON_THE_FULLEST.test(before))) return { max: said };
  if (value !== undefined) {
    if (!approx && !ABOUT.test(before)) return { min: value, max: value };
    return { min: round(value * (1 - NEAR)), max: round(value * (1 + NEAR)) };
  }
  const result: Interval = {};
  if (min !== undefined) result.min = min;
  if (max !== undefined) result.max = max;
  if (minExclusive) result.minExclusive = true;
  if (maxExclusive) result.maxExclusive = true;
  return result;
}

const round = (n: number): number => Number(n.toPrecision(12));

/** A value as it is kept: exact where both ends meet. */
export function asValue(value: Interval): number | string | Interval {
  const { min, max, period } = value;
  return min !== undefined && min === max && period === undefined ? min : value;
}
