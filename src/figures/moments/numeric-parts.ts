import { makeDay, yearOf } from '../../contract/index.ts';
import { DIGIT_CHARS, dayPeriod, fullYear, monthsPeriod, narrowed, type Part } from './moment.ts';

const MONTH = '(?<month>1[0-2]|0?[1-9])';
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])';

/** A date of digits must not be a piece of something longer: 192.168.1.1, 2.2.1, A2022-01-01. */
const startsAlone = (text: string, start: number): boolean =>
  !/[\d.A-Za-z/#]$/u.test(text.slice(Math.max(0, start - 1), start));
const endsAlone = (text: string, end: number): boolean =>
  !/^(?:[\d/%‰a-zA-Z]|\.\d|-\d(?!\d{3}))/u.test(text.slice(end, end + 5));

function standsAlone(text: string, start: number, end: number): boolean {
  return text[start - 1] !== '-' && startsAlone(text, start) && endsAlone(text, end);
}

/** 2022-07-30, 2022/7/30, 2022.7.30, 1994.01-19, 2022 11 23, 20220730. */
const yearMonthDay: Part = {
  name: 'numeric-date',
  starts: '12',
  pattern: new RegExp(
    `(?<year>(?:1[89]|2[01])\\d{2})(?:[-/.· ]${MONTH}[-/.· ]${DAY}(?:[日号]|(?![\\d日号个元万]))|(?<m2>0[1-9]|1[0-2])(?<d2>0[1-9]|[12]\\d|3[01])(?![\\d个元万]))`,
    'uy',
  ),
  read(groups, state, { text, start, end }) {
    if (state.period || !startsAlone(text, start) || !endsAlone(text, end)) return null;
    const day = makeDay(
      Number(groups.year),
      Number(groups.month ?? groups.m2),
      Number(groups.day ?? groups.d2),
    );
    return day ? narrowed(state, dayPeriod(day), []) : null;
  },
};

/** 15.3.3, 12-11-10: two digits for the year. */
const shortYearMonthDay: Part = {
  name: 'short-numeric-date',
  starts: DIGIT_CHARS,
  after: '-./',
  pattern: new RegExp(`(?<year>\\d{2})(?<sign>[-./])${MONTH}\\k<sign>${DAY}(?!\\d)`, 'uy'),
  read(groups, state, { text, start, end, hasReference }) {
    if (state.period || !hasReference || !standsAlone(text, start, end)) return null;
    const year = fullYear(groups.year!, yearOf(state.base));
    const day = makeDay(year, Number(groups.month), Number(groups.day));
    return day ? narrowed(state, dayPeriod(day), ['century']) : null;
  },
};

/** 2013.03, 1999/08; 2008.03-2009 is left to the range refiner. */
const yearMonth: Part = {
  name: 'numeric-month',
  starts: '12',
  after: '-./',
  pattern: /(?<year>(?:19|20)\d{2})[-./](?<month>1[0-2]|0[1-9])(?![\d.%‰万亿元人个家])/uy,
  read(groups, state, { text, start }) {
    if (state.period || !startsAlone(text, start)) return null;
    const month = Number(groups.month);
    return narrowed(state, monthsPeriod(Number(groups.year), month, month, 'month'), []);
  },
};

const DATE_BEHIND =
  /^ ?(?:截止|截至|[以之]?[前后]|止|起|开始|那天|当天|开会|[上下早晚中凌][午上晨]|\d{1,2}(?::\d\d|点))/u;
const DATE_BEFORE =
  /(?:截至|截止到?|截止日期?[是为]?|延期至|延长至|自|日期[:是为]?|时间[:是为]?|定在|约在)$/u;

/** 11.20—12.5期间, 3.1至5.31申报: two days of a stretch that is said to be one of time. */
const STRETCH_WORD = '(?:期间|止|为止|截止|前|受理|申报|报名|开放|放假|公示)';
const STRETCH_BEHIND = new RegExp(`^ ?(?:[-—–~]{1,2}|至|到) ?\\d{1,2}\\.\\d{1,2}${STRETCH_WORD}`, 'u');
const STRETCH_BEFORE = /\d{1,2}\.\d{1,2} ?(?:[-—–~]{1,2}|至|到) ?$/u;
const ENDS_STRETCH = new RegExp(`^${STRETCH_WORD}`, 'u');

/** 7.30, 6·30, 03-03, 12/1: a month and a day where they are all that is said or a deadline word stands by. */
const monthDay: Part = {
  name: 'numeric-month-day',
  starts: DIGIT_CHARS,
  after: '-./·',
  pattern: new RegExp(
    `${MONTH}(?<sign>[-./·])${DAY}(?!\\d|[%‰万亿千百元块倍个人家台成折吨亩米公度天月年小岁Kk])`,
    'uy',
  ),
  read(groups, state, { text, start, end, hasReference }) {
    if (!hasReference || !standsAlone(text, start, end)) return null;
    if (state.period && state.period.grain !== 'year') return null;
    const month = Number(groups.month);
    const dayOfMonth = Number(groups.day);
    const alone =
      (start === 0 && end === text.length) ||
      (start === 0 && /^ ?(?:\d{1,2}:\d\d|[至到~-])/u.test(text.slice(end, end + 6)));
    const between =
      /(?:[至到~] ?)$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      /\d[-./·]?\d{1,2}.{0,8}$/u.test(text.slice(Math.max(0, start - 12), start - 1));
    const told =
      STRETCH_BEHIND.test(text.slice(end, end + 12)) ||
      (ENDS_STRETCH.test(text.slice(end, end + 2)) &&
        STRETCH_BEFORE.test(text.slice(Math.max(0, start - 9), start))) ||
      DATE_BEHIND.test(text.slice(end, end + 5)) ||
      DATE_BEFORE.test(text.slice(Math.max(0, start - 6), start));
    const padded = /^0/.test(groups.month!) && /^0/.test(groups.day!);
    const fraction = groups.sign === '/' && month < dayOfMonth && dayOfMonth <= 10 && !padded;
    if (fraction && !told) return null;
    if (groups.sign === '-' && !/^0/.test(groups.month!) && !/^0/.test(groups.day!) && !told) return null;
    if (!(alone || between || told || (padded && groups.sign !== '.'))) return null;
    const year = state.period ? yearOf(state.period.to) : yearOf(state.base);
    const day = makeDay(year, month, dayOfMonth);
    return day ? narrowed(state, dayPeriod(day), state.period ? state.assumed : ['year']) : null;
  },
};

export const numericParts: Part[] = [yearMonthDay, shortYearMonthDay, yearMonth, monthDay];
