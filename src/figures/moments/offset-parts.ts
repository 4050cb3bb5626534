import { addDays, addMonths, type Day } from '../../contract/index.ts';
import { readNumberAt } from '../number/read-number.ts';
import { DIGIT_CHARS, dayPeriod, NUMERAL_CHARS, narrowed, type Part, type State } from './moment.ts';

/** The units that time is counted in, with the seconds or months of one. */
const SECONDS: Readonly<Record<string, number>> = {
  秒: 1,
  分: 60,
  刻: 900,
  时: 3600,
  天: 86_400,
  周: 604_800,
};
const MONTHS: Readonly<Record<string, number>> = { 月: 1, 季: 3, 年: 12 };

const UNIT =
  '(?<unit>秒钟?|分钟|刻钟|个?(?:半)?小时|个?(?:半)?钟头|个钟|天|日|个?(?:星期|礼拜)|周|个?季度|个?半?月|年半?)';
const NUMBER = '(?<n>[\\d.]{1,6}|[一二三四五六七八九十百千两半俩]{1,5})';

function unitKey(unit: string): string {
  if (/小时|钟头|个钟/u.test(unit)) return '时';
  if (/星期|礼拜|周/u.test(unit)) return '周';
  return /[秒分刻季月年]/u.exec(unit)?.[0] ?? '天';
}

interface Length {
  seconds: number;
  months: number;
  /** Down to the second, the minute or the hour, so that the answer is a time. */
  fine: boolean;
}

function lengthOf(n: string | undefined, unit: string | undefined): Length | null {
  if (!n || !unit) return null;
  const number = n === '半' ? 0.5 : n === '俩' ? 2 : (readNumberAt(n, 0)?.lo ?? Number.NaN);
  if (!Number.isFinite(number)) return null;
  const count = number + (unit.includes('半') ? 0.5 : 0);
  const key = unitKey(unit);
  const months = MONTHS[key];
  if (months !== undefined) return { months: count * months, seconds: 0, fine: false };
  const size = SECONDS[key]!;
  return { months: 0, seconds: count * size, fine: size < 86_400 || !Number.isInteger(count) };
}

/** Half a month counts 15 days. */
function shift(day: Day, seconds: number, length: Length, sign: number): { day: Day; seconds: number } {
  const whole = Math.trunc(length.months);
  const moved = addDays(addMonths(day, sign * whole), sign * Math.round((length.months - whole) * 30));
  const at = seconds + sign * length.seconds;
  const days = Math.floor(at / 86_400);
  return { day: addDays(moved, days), seconds: at - days * 86_400 };
}

/** 3天后, 两个月以前, 五年后, 14天11小时后: from the day said before it, or from the reference. */
const countedFrom: Part = {
  name: 'counted-from',
  starts: `的.${DIGIT_CHARS}${NUMERAL_CHARS}百千半俩`,
  after: '秒分刻个小钟天日星礼周季月年. ',
  pattern: new RegExp(
    `的?${NUMBER} ?${UNIT}(?:零|又)?(?:(?<n2>\\d{1,3}|[一二三四五六七八九十两]{1,3})(?<unit2>个?小时|个?钟头|分钟?|天|个?月))?(?<sign>[以之过]?[前后])(?!期|续|[者沿景几一二三四五六七八九十两])的?(?:时候)?`,
    'uy',
  ),
  read(groups, state, { text, start }) {
    if (/[\d.年第近满每第]$/u.test(text.slice(Math.max(0, start - 1), start)) && !state.period) return null;
    if (state.period && state.period.grain !== 'day') return null;
    const after = groups.sign!.endsWith('后');
    // 5日前 is the fifth of the month as a deadline, not five days ago.
    if (groups.unit === '日' && !after) return null;
    // 4月前 is before April; months are counted as 4个月.
    if (groups.unit === '月' && !/^[两半]/u.test(groups.n!)) return null;
    // 07年以后, 98年前, 2025年前 name a year.
    if (groups.unit === '年' && /^(?:0\d|[6-9]\d|\d{4})$/.test(groups.n!)) return null;
    const first = lengthOf(groups.n, groups.unit);
    const second = groups.n2 ? lengthOf(groups.n2, groups.unit2 === '分' ? '分钟' : groups.unit2) : null;
    if (!first || (groups.n2 && !second)) return null;
    return shifted(state, first, second, after ? 1 : -1);
  },
};

/** 2月13号后的第3天, 2月13号前的第31天, 国庆前一天; 国庆前3天 may be a stretch. */
const nthAfter: Part = {
  name: 'nth-day-after',
  starts: '以之前后',
  pattern:
    /[以之]?(?<sign>[前后])的?(?:第(?<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>[天日])|(?<one>[一两])天(?![以之内里完]))/uy,
  read(groups, state) {
    if (state.period?.grain !== 'day') return null;
    const length = lengthOf(groups.n ?? groups.one, groups.unit ?? '天');
    return length && shifted(state, length, null, groups.sign === '后' ? 1 : -1);
  },
};

function shifted(state: State, first: Length, second: Length | null, sign: number): State | null {
  const start = state.period?.to ?? state.reference.day;
  const seconds = state.clock?.from ?? (state.period ? 0 : state.reference.seconds);
  const one = shift(start, seconds, first, sign);
  const two = second ? shift(one.day, one.seconds, second, sign) : one;
  const next = narrowed(state, dayPeriod(two.day), [...state.assumed, 'reference']);
  if (!next) return null;
  next.base = two.day;
  next.reference = { day: two.day, seconds: two.seconds };
  next.shifted = true;
  if (first.fine || second?.fine)
    next.clock = { from: two.seconds, seconds: two.seconds % 60 !== 0, sure: true };
  return next;
}

/** 过去十年, 未来三个月, 最近一周, 之后5分钟, 上个小时: a stretch that ends or begins now. 前3年 of a grant is a length. */
const stretch: Part = {
  name: 'stretch',
  starts: '过未今最之上下',
  pattern: new RegExp(
    `(?<side>过去|未来|今后|最近|之[前后])(?:的)?${NUMBER} ?${UNIT}|(?<hour>上|下)一?个?小时`,
    'uy',
  ),
  read(groups, state) {
    if (state.period || /^\d{4}$/.test(groups.n ?? '')) return null;
    const length = groups.hour ? lengthOf('1', '小时') : lengthOf(groups.n, groups.unit);
    if (!length) return null;
    const ahead = groups.hour ? groups.hour === '下' : /未来|今后|后/u.test(groups.side!);
    const { reference } = state;
    const end = shift(reference.day, reference.seconds, length, ahead ? 1 : -1);
    const [from, to] = ahead ? [reference, end] : [end, reference];
    const next: State = {
      ...state,
      period: { from: to.day, to: to.day, grain: 'day' },
      since: from.day,
      assumed: ['reference'],
    };
    if (length.fine) {
      next.clock = { from: from.seconds, to: to.seconds, seconds: reference.seconds % 60 !== 0, sure: true };
    } else if (ahead) {
      next.since = addDays(from.day, 1);
    }
    return next;
  },
};

export const offsetParts: Part[] = [stretch, nthAfter, countedFrom];
