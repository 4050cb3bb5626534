/** The direction and the base of a growth: 涨了12%, 同比下降3%, 是去年的1.2倍, 持平. */
import Big from 'big.js';
import type { Interval } from '../../contract/index.ts';
import { isNotKnown } from './modality.ts';

const UP = '增长|增加|增幅|增速|上涨|上升|提高|提升|涨幅|高出|多用|多出|扩大|翻|增|涨|升|(?<!差不)多|高|长了';
const DOWN = '倒退|滑坡|掉|下降|下滑|下跌|减少|缩减|降低|降幅|跌幅|跌|降|减|缩|少|低|回落|萎缩|负增长';
const DIRECTION = new RegExp(`(?<up>(?<!负)(?:${UP}))|(?<down>${DOWN})`, 'gu');

export type Direction = 1 | -1;

/** The direction said nearest before the figure, or else right behind it (12%的增长); null where none is. */
export function directionOf(before: string, after: string): Direction | null {
  const last = [...before.matchAll(DIRECTION)].at(-1);
  const found = last ?? [...after.slice(0, 6).matchAll(DIRECTION)][0];
  if (!found) return null;
  return found.groups?.up === undefined ? -1 : 1;
}

/** 同比, 比去年: the base is the same time last year. */
const YEAR_ON_YEAR = /同比|比去年|较去年|比上年|较上年|跟去年|与去年|和去年|去年同期|上年同期|同期/u;
export const isYearOnYear = (text: string): boolean => YEAR_ON_YEAR.test(text);

/** 环比, 比上个月: another base, and so another figure. */
const OTHER_BASE =
  /环比|[比较](?:上个?月|上季度?|一季度|二季度|三季度|四季度|前年|大前年|计划|预期|目标|平均|行业|同行|上半年|\d{1,2}月|疫情前|往年|平时|平常|以前|之前|年初|前几年|去年底|上年末)|定基|(?<!同期|去年|上年)(?:上个?月|上季度?|[一二三四]季度|前年|计划|平时|往年|年初)的[\d.一二两三四五六七八九十]+(?:倍|%)/u;
export const hasOtherBase = (text: string): boolean => OTHER_BASE.test(text);

/** 是去年的1.2倍, 涨到原来的1.2倍: the whole, not the growth. */
const WHOLE = /(?:是|为|到|成|等于|相当于)[^,。]{0,8}$/u;

/** N倍 as a growth: the 1.2-fold of last year is 20% more; 增长1.2倍 is 120% more. */
export function growthOfTimes(value: Interval, before: string): Interval {
  if (!WHOLE.test(before) && !isWholeOfLastYear(before)) return value;
  const less = (n: number | string | undefined) =>
    typeof n === 'number' ? new Big(n).minus(1).toNumber() : undefined;
  const [min, max] = [less(value.min), less(value.max)];
  return { ...value, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** 是去年的112%: the whole in per cent. */
const WHOLE_OF_LAST_YEAR = /(?:是|为|达到|到|相当于|只有)(?:了)?(?:去年|上年|去年同期|上年同期|同期)的?$/u;
export const isWholeOfLastYear = (before: string): boolean => WHOLE_OF_LAST_YEAR.test(before);

export function signed(value: Interval, direction: Direction): Interval {
  if (direction === 1) return value;
  const turned: Interval = {};
  if (typeof value.max === 'number') turned.min = -value.max;
  if (typeof value.min === 'number') turned.max = -value.min;
  if (value.maxExclusive) turned.minExclusive = true;
  if (value.minExclusive) turned.maxExclusive = true;
  if (value.period) turned.period = value.period;
  return turned;
}

/** Growth said without a figure, from the most telling words to the least. */
const WORDED: readonly { words: RegExp; value: Interval }[] = [
  { words: /[没不](?:涨|增)[没不](?:跌|降|减)/u, value: { min: 0, max: 0 } },
  { words: /没有?(?:怎么)?(?:增长|上涨|涨|增加|上升)|未(?:增长|上涨|增加)|不增反降/u, value: { max: 0 } },
  { words: /没有?(?:下降|减少|跌|降|下滑)|未(?:下降|减少|下滑)/u, value: { min: 0 } },
  {
    words:
      /持平|没变化|没有变化|没变|不变|一个样|一样(?!的)|没[啥什]么?变|没多大变|差不多(?=$|[,。;])|零增长|打平|增[幅速长]率?(?:是|为|:)?(?:0|零)(?![.\d])/u,
    value: { min: 0, max: 0 },
  },
  {
    words:
      /(?:增速|增幅|增长率|同比)[为是]负|负增长|下降|下滑|减少|跌了|降了|少了|缩水|萎缩|略降|微降|[少低跌降差](?:了)?(?:一点|点儿|一些|不少|很多)/u,
    value: { max: 0, maxExclusive: true },
  },
  {
    words:
      /(?:增速|增幅|增长率|同比)[为是]正|正增长|有增长|有所增长|增长了|上涨了|涨了|增加了|多了|上升了|略增|略涨|小幅增长|小涨|微涨|微增|同比增长|[多高涨增好强](?:了|出)?(?:一点|点儿|一些|不少|很多)/u,
    value: { min: 0, minExclusive: true },
  },
];
const ASKING = /多少|几个?点|没出|吗|是否|有没有|(?<verb>[^没不]{1,2})[没不]\k<verb>/u;

export function wordedGrowth(text: string): Interval | null {
  if (ASKING.test(text) || isNotKnown(text)) return null;
  return WORDED.find(({ words }) => words.test(text))?.value ?? null;
}
