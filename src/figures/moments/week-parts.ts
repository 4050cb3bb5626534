import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  makeDay,
  monthOf,
  startOfWeek,
  weekdayOf,
  yearOf,
} from '../../contract/index.ts';
import { nthWeekday } from './holidays.ts';
import { dayPeriod, narrowed, numeralValue, opens, type Part, SMALL, type State } from './moment.ts';

const WEEKDAY = '[一二三四五六日天]';
const WEEK = '(?:周|星期|礼拜)';
const WHICH = '(?<which>上{1,3}|下{1,3}|本|这|今)';

const weekdayNumber = (word: string): number => '一二三四五六'.indexOf(word) + 1 || 7;

const weekStep = (which: string): number =>
  which[0] === '上' ? -which.length : which[0] === '下' ? which.length : 0;

/** 下周三, 上个礼拜天, 本周五, 下周周六. Weeks begin on Monday. */
const weekdayOfWeek: Part = {
  name: 'weekday-of-week',
  starts: '上下本这今',
  pattern: new RegExp(
    `${WHICH}(?:一个|个|一)?${WEEK}(?:${WEEK}|的)?(?<day>${WEEKDAY})(?![次趟回个家期年月])`,
    'uy',
  ),
  read(groups, state) {
    if (!opens(state)) return null;
    const monday = addDays(startOfWeek(state.reference.day), weekStep(groups.which!) * 7);
    return narrowed(state, dayPeriod(addDays(monday, weekdayNumber(groups.day!) - 1)), ['reference']);
  },
};

/** 周一至周五9:00-17:00: opening hours recur, so their weekdays name no day. What stands behind the first and the last of them. */
const TO_HOURS = `(?:[(（][^()（）]{0,8}[)）])? ?(?:每天|上午|早上)? ?\\d{1,2}(?::|点|时)`;
const FIRST_OF_HOURS = new RegExp(`^(?:至|到|[-—–~]{1,2})${WEEK}?${WEEKDAY}${TO_HOURS}`, 'u');
const LAST_OF_HOURS = new RegExp(`^${TO_HOURS}`, 'u');
const FIRST_BEFORE = new RegExp(`${WEEK}${WEEKDAY}(?:至|到|[-—–~]{1,2})$`, 'u');

const opensHours = (text: string, start: number, end: number): boolean =>
  FIRST_OF_HOURS.test(text.slice(end, end + 24)) ||
  (LAST_OF_HOURS.test(text.slice(end, end + 18)) &&
    FIRST_BEFORE.test(text.slice(Math.max(0, start - 6), start)));

/** 周一, 星期天: the next one, today included. Behind a day it only repeats it: 7月30日（周六）. */
const weekday: Part = {
  name: 'weekday',
  starts: ',，(周星礼',
  pattern: new RegExp(`(?:[,，(] ?)?${WEEK}(?<day>${WEEKDAY})\\)?(?![次趟回个家年月])`, 'uy'),
  read(groups, state, { text, start, end }) {
    const bracket = text[start] === '(';
    if (bracket !== (text[end - 1] === ')')) return null;
    if (state.period?.grain === 'day' && !state.shifted) return state;
    if (!opens(state) || /[,，(]/u.test(text[start] ?? '') || opensHours(text, start, end)) return null;
    if (/[\d一二三四五六七八九十两几个每]$/u.test(text.slice(Math.max(0, start - 1), start))) return null;
    const today = state.base === state.reference.day ? state.reference.day : state.base;
    const ahead = (weekdayNumber(groups.day!) - weekdayOf(today) + 7) % 7;
    return narrowed(state, dayPeriod(addDays(today, ahead)), ['week']);
  },
};

/** 上周, 本周, 下下个星期; 下周末, 上半周, 下半周. */
const relativeWeek: Part = {
  name: 'relative-week',
  starts: '上下本这今周',
  pattern: new RegExp(`${WHICH}(?:一个|个|一)?${WEEK}(?<end>末)?|(?<half>[上下])半周|(?<weekend>周末)`, 'uy'),
  read(groups, state) {
    if (!opens(state)) return null;
    const monday = addDays(startOfWeek(state.reference.day), weekStep(groups.which ?? '本') * 7);
    const [from, to] =
      groups.half === '上' ? [0, 3] : groups.half ? [3, 6] : groups.end || groups.weekend ? [5, 6] : [0, 6];
    return narrowed(state, { from: addDays(monday, from), to: addDays(monday, to), grain: 'week' }, [
      'reference',
    ]);
  },
};

/** Weeks of a month or a year are counted from its first Monday. */
function weeksFrom(state: State, first: number, count: number): State | null {
  const within = state.period;
  if (!within || (within.grain !== 'month' && within.grain !== 'year')) return null;
  const start = within.grain === 'month' ? firstDayOfMonth(within.to) : makeDay(yearOf(within.to), 1, 1)!;
  const monday = addDays(start, ((8 - weekdayOf(start)) % 7) + (first - 1) * 7);
  return narrowed(state, { from: monday, to: addDays(monday, count * 7 - 1), grain: 'week' });
}

/** 第三周, 第52周, 第一个礼拜 of a month or a year; 前两周. */
const nthWeek: Part = {
  name: 'nth-week',
  starts: '的第前',
  pattern: new RegExp(`的?(?:第(?<n>${SMALL})个?|前(?<count>${SMALL})个?)${WEEK}(?!${WEEKDAY})`, 'uy'),
  read(groups, state) {
    const n = numeralValue(groups.n ?? groups.count);
    if (!(n >= 1 && n <= 53)) return null;
    return groups.n ? weeksFrom(state, n, 1) : weeksFrom(state, 1, n);
  },
};

/** 十月的第一个星期一, 11月第二个周日, 四月的最后一个星期一. */
const nthWeekdayOfMonth: Part = {
  name: 'nth-weekday',
  starts: '的第最',
  pattern: new RegExp(`的?(?:第(?<n>${SMALL})|(?<last>最后一))个?${WEEK}(?<day>${WEEKDAY})`, 'uy'),
  read(groups, state) {
    const within = state.period;
    if (within?.grain !== 'month') return null;
    const weekday = weekdayNumber(groups.day!);
    const last = lastDayOfMonth(within.to);
    const day = groups.last
      ? addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
      : nthWeekday(yearOf(within.to), monthOf(within.to), numeralValue(groups.n), weekday);
    return day ? narrowed(state, dayPeriod(day)) : null;
  },
};

export const weekParts: Part[] = [weekdayOfWeek, nthWeekdayOfMonth, nthWeek, weekday, relativeWeek];
