import { addDays, type Day, makeDay, weekdayOf } from '../../contract/index.ts';
import { lunarDay } from './lunar.ts';

type DayOf = (year: number) => Day | null;

const solar =
  (month: number, day: number): DayOf =>
  (year) =>
    makeDay(year, month, day);
const lunar =
  (month: number, day: number): DayOf =>
  (year) =>
    lunarDay(year, month, day);

/** The n-th weekday (Monday 1 … Sunday 7) of a month. */
export function nthWeekday(year: number, month: number, n: number, weekday: number): Day | null {
  const first = makeDay(year, month, 1);
  if (!first) return null;
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
  return day.slice(0, 7) === first.slice(0, 7) ? day : null;
}

/** 清明: the usual formula for the solar term; right for 1901–2099. */
const qingming: DayOf = (year) => {
  const inCentury = year % 100;
  const constant = year < 2000 ? 5.59 : 4.81;
  return makeDay(year, 4, Math.floor(inCentury * 0.2422 + constant) - Math.floor(inCentury / 4));
};

const newYearsEve: DayOf = (year) => {
  const newYear = lunarDay(year, 1, 1);
  return newYear && addDays(newYear, -1);
};

/** Every name by which a holiday is called, with its day. Longer names stand before the ones they begin with. */
const NAMES: readonly (readonly [names: string, day: DayOf])[] = [
  ['元旦节|元旦|阳历新年|新年', solar(1, 1)],
  ['除夕夜|除夕|大年三十', newYearsEve],
  ['春节|农历新年|新春|大年初一|正月初一', lunar(1, 1)],
  ['元宵节|元宵|正月十五', lunar(1, 15)],
  ['情人节', solar(2, 14)],
  ['女生节', solar(3, 7)],
  ['国际妇女节|三八妇女节|妇女节|三八节', solar(3, 8)],
  ['植树节', solar(3, 12)],
  ['国际消费者权益日|消费者权益日|三一五|3\\.15', solar(3, 15)],
  ['愚人节', solar(4, 1)],
  ['清明节|清明', qingming],
  ['五一国际劳动节|国际劳动节|五一劳动节|劳动节|五一节|五一', solar(5, 1)],
  ['五四青年节|青年节', solar(5, 4)],
  ['母亲节', (year) => nthWeekday(year, 5, 2, 7)],
  ['六一儿童节|国际儿童节|儿童节|六一节|六一', solar(6, 1)],
  ['父亲节', (year) => nthWeekday(year, 6, 3, 7)],
  ['端午节|端午|端阳节', lunar(5, 5)],
  ['建党节', solar(7, 1)],
  ['八一建军节|建军节|八一节', solar(8, 1)],
  ['七夕节|七夕', lunar(7, 7)],
  ['中元节', lunar(7, 15)],
  ['中秋节|中秋', lunar(8, 15)],
  ['教师节', solar(9, 10)],
  ['国庆节|国庆|十一国庆|十一', solar(10, 1)],
  ['重阳节|重阳', lunar(9, 9)],
  ['万圣节', solar(10, 31)],
  ['双十一|双11|光棍节', solar(11, 11)],
  ['双十二|双12', solar(12, 12)],
  ['感恩节', (year) => nthWeekday(year, 11, 4, 4)],
  ['腊八节|腊八', lunar(12, 8)],
  ['平安夜', solar(12, 24)],
  ['圣诞节|圣诞', solar(12, 25)],
];

const BY_NAME = new Map(
  NAMES.flatMap(([names, day]) => names.split('|').map((name) => [name, day] as const)),
);

/** Alternatives for a regular expression, the longest first. */
export const HOLIDAY_NAMES: string = [...BY_NAME.keys()].sort((a, b) => b.length - a.length).join('|');

export const HOLIDAY_FIRST_CHARS: string = [...BY_NAME.keys()].map((name) => name[0]).join('');

/** The day of a holiday in a Gregorian year; null for a name that is not known. Lunar ones from Intl's Chinese calendar. */
export function holidayDay(name: string, year: number): Day | null {
  const day = BY_NAME.get(name) ?? BY_NAME.get(name.replace(/节$/u, ''));
  return day?.(year) ?? null;
}
