/** A figure as facts measure it: value or bounds, and the unit in the words of fact declarations. */
import type { Interval } from '../../contract/index.ts';
import { timesUnit } from '../../facts/index.ts';
import type { Bounded, Figure } from '../../figures/index.ts';

export interface Measured {
  start: number;
  end: number;
  /** 'yuan', 'ratio', 'person', 'kWh', 'date', a counting word (件, 亩 …), or null for a bare number. */
  unit: string | null;
  value: Interval;
}

const ALIKE: Readonly<Record<string, string>> = {
  名: 'person',
  个人: 'person',
  位: 'person',
  人: 'person',
  号人: 'person',
  口人: 'person',
  度: 'kWh',
  度电: 'kWh',
  千瓦时: 'kWh',
  平米: '平方米',
  平: '平方米',
  平方: '平方米',
  '㎡': '平方米',
  张床: '张',
  张床位: '张',
  个: '个',
};
const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: 'yuan',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  JPY: '日元',
  GBP: '英镑',
};
const DURATIONS: Readonly<Record<string, string>> = {
  year: '年',
  month: '个月',
  day: '天',
  hour: '小时',
  week: '周',
  minute: '分钟',
};

/** Null for a figure that no fact measures. */
export function measured(figure: Figure): Measured | null {
  const { start, end } = figure;
  switch (figure.kind) {
    case 'date':
      return { start, end, unit: 'date', value: { min: figure.value, max: figure.value } };
    case 'daterange':
      return {
        start,
        end,
        unit: 'date',
        value: { ...(figure.from && { min: figure.from }), ...(figure.to && { max: figure.to }) },
      };
    case 'time':
      return null;
    case 'number':
      return { start, end, unit: null, value: boundsOf(figure) };
    case 'percent':
      return { start, end, unit: 'ratio', value: boundsOf(figure) };
    case 'money':
      return { start, end, unit: CURRENCIES[figure.unit] ?? figure.unit, value: boundsOf(figure) };
    case 'duration':
      return { start, end, unit: DURATIONS[figure.unit] ?? figure.unit, value: boundsOf(figure) };
    case 'count':
      return { start, end, unit: ALIKE[figure.unit] ?? figure.unit, value: boundsOf(figure) };
  }
}

/** 前年4000万元，去年5000万: one of the two may be told without its unit. */
export const isOfOneUnit = (one: Measured, other: Measured): boolean =>
  one.unit === other.unit || one.unit === null || other.unit === null;

/** Words that count the same things. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['台', '辆', '部'],
  ['吨标准煤', '吨标煤', '吨煤'],
  ['架次', '架', '趟', '班次', '航班'],
  ['列', '趟', '班列'],
  ['立方米', '立方', '方'],
  ['标箱', '个标箱', 'TEU'],
];

/** 三年 of a fact told in months, 4台 of one that counts 辆; null where the two measure different things. */
export function inUnit(amount: Measured, unit: string): Measured | null {
  if (amount.unit === unit) return amount;
  if (amount.unit === null) return null;
  // 80个老人来吃 are as many visits.
  if (amount.unit === 'person' && unit === '人次') return { ...amount, unit };
  if (SAME_UNITS.some((units) => units.includes(amount.unit!) && units.includes(unit)))
    return { ...amount, unit };
  const factor = timesUnit(amount.unit, unit);
  return factor === null ? null : { ...amount, unit, value: times(amount.value, factor) };
}

/** The interval so many times as large. */
export function times({ min, max, ...rest }: Interval, factor: number): Interval {
  const scaled = (bound: Interval['min']) => (typeof bound === 'number' ? exact(bound * factor) : bound);
  const [low, high] = [scaled(min), scaled(max)];
  return { ...rest, ...(low !== undefined && { min: low }), ...(high !== undefined && { max: high }) };
}

/** 3级, 5座: a bare number in a unit that some fact is measured in, and that the readers of figures leave to the text. */
export function withUnitBehind(amount: Measured, text: string, units: ReadonlySet<string>): Measured {
  if (amount.unit !== null) return amount;
  const [first = '', second = ''] = text.slice(amount.end);
  const unit = [`${first}${second}`, first].find((one) => units.has(one) && one.length > 0);
  return unit === undefined ? amount : { ...amount, unit };
}

/** 满12个月, 交满5个月: told of what has passed, full months are that many of them. */
export const inFull = (amount: Measured, text: string): Measured =>
  amount.value.min !== undefined &&
  amount.value.max === undefined &&
  DURATION_UNITS.has(amount.unit ?? '') &&
  text.slice(amount.start - 1, amount.start + 1).includes('满')
    ? { ...amount, value: { min: amount.value.min, max: amount.value.min } }
    : amount;
const DURATION_UNITS: ReadonlySet<string> = new Set(Object.values(DURATIONS));

/** 左右 and 大约 give this much on either side. */
const NEAR = 0.05;

function boundsOf(figure: Bounded & { approx?: boolean }): Interval {
  const { value, min, max, minExclusive, maxExclusive, approx } = figure;
  if (value !== undefined) {
    if (!approx) return { min: value, max: value };
    return { min: exact(value * (1 - NEAR)), max: exact(value * (1 + NEAR)) };
  }
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(minExclusive && { minExclusive }),
    ...(maxExclusive && { maxExclusive }),
  };
}
/** 大概, without the figure's own 左右: as much on either side. */
export function widened({ min, max, ...rest }: Interval): Interval {
  if (typeof min !== 'number' || min !== max) return { min, max, ...rest } as Interval;
  return { ...rest, min: exact(min * (1 - NEAR)), max: exact(min * (1 + NEAR)) };
}
/** 3.85 of a rate is 3.85%; below one it is the fraction itself. */
export function inPerCent({ min, max, ...rest }: Interval): Interval {
  const share = (bound: Interval['min']) =>
    typeof bound === 'number' && Math.abs(bound) >= 1 ? exact(bound / 100) : bound;
  const [low, high] = [share(min), share(max)];
  return { ...rest, ...(low !== undefined && { min: low }), ...(high !== undefined && { max: high }) };
}
const exact = (n: number): number => Number(n.toPrecision(12));
