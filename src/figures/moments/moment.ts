import { type Day, daysInMonth, makeDay, monthOf, yearOf } from '../../contract/index.ts';
import { DIGITS } from '../number/numerals.ts';
import { readNumberAt } from '../number/read-number.ts';

export type Grain = 'year' | 'half' | 'quarter' | 'month' | 'third' | 'week' | 'day';

/** A stretch of whole days, both ends inside. */
export interface Period {
  from: Day;
  to: Day;
  grain: Grain;
}

/** Seconds since midnight; 24:00 is 86400. */
export interface Clock {
  from: number;
  /** The end of 9~11点. */
  to?: number;
  /** Written with seconds. */
  seconds?: boolean;
  /** Said so plainly that no half of the day has to be guessed (15:30, 下午3点). */
  sure: boolean;
}

export type Daypart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'dawn';

/** The day (and the second of the day) that relative words start from. */
export interface Reference {
  day: Day;
  seconds: number;
}

/** What the parts read so far have said: each part narrows it. */
export interface State {
  period: Period | null;
  /** The start of a range inside one part (7—9月): narrowing goes on at its end. */
  since?: Day;
  daypart?: Daypart;
  clock?: Clock;
  /** What was filled in: year, month, day. Empty for a moment that is said in full. */
  assumed: string[];
  /** Where relative words start from, and where missing years and months come from. */
  reference: Reference;
  base: Day;
  /** The period came from counting (五年后): a later month or day replaces it. */
  shifted?: boolean;
}

/** One kind of stretch of a moment, tried where the part before it ended. Answers null when it does not fit there. */
export interface Part {
  name: string;
  /** Every character that a match can begin with: other parts are not even tried. */
  starts: string;
  /** Where a match begins with a numeral: every character that can follow it. */
  after?: string;
  /** Sticky. */
  pattern: RegExp;
  read(groups: Record<string, string | undefined>, state: State, site: Site): State | null;
}

/** Where a part stands: what is before and behind it decides the doubtful ones (24年, 6.18, 十一). */
export interface Site {
  text: string;
  start: number;
  end: number;
  /** A day was given to count from. */
  hasReference: boolean;
}

export const DIGIT_CHARS = '0123456789';
export const NUMERAL_CHARS = '一二三四五六七八九十廿卅两〇零';

/** A numeral of a regular expression for a part: 1–2 digits or up to three Chinese ones. */
export const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十廿卅两]{1,3})';

/** The value of a plain numeral, NaN for none. 二二 (a spelled year) reads as its digits. */
export function numeralValue(numeral: string | undefined): number {
  if (numeral === undefined) return Number.NaN;
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const token = readNumberAt(numeral, 0);
  return token && token.end === numeral.length && token.lo === token.hi ? token.lo : Number.NaN;
}

/** 二〇二二 → 2022, 23 → 2023, 九八 → 1998. NaN where it is no year. */
export function fullYear(numeral: string, near: number): number {
  const digits = [...numeral].map((char) => DIGITS.get(char) ?? char).join('');
  if (!/^(?:\d{4}|\d{2})$/.test(digits)) return Number.NaN;
  if (digits.length === 4) return Number(digits);
  const century = Math.floor(near / 100) * 100;
  const year = century + Number(digits);
  return year > near + 20 ? year - 100 : year;
}

export const yearPeriod = (year: number): Period => ({
  from: makeDay(year, 1, 1) ?? '2000-01-01',
  to: makeDay(year, 12, 31) ?? '2000-12-31',
  grain: 'year',
});

/** Whole months, `first` to `last` of one year, both 1–12. */
export function monthsPeriod(year: number, first: number, last: number, grain: Grain): Period | null {
  const from = makeDay(year, first, 1);
  const to = last >= first ? makeDay(year, last, daysInMonth(year, last)) : null;
  return from && to ? { from, to, grain } : null;
}

export const dayPeriod = (day: Day): Period => ({ from: day, to: day, grain: 'day' });

/** The year a part belongs to: the one said before it, or the base's, which is then noted as assumed. */
export function yearFor(state: State): { year: number; assumed: string[] } {
  if (state.period && !state.shifted && state.period.grain === 'year') {
    return { year: yearOf(state.period.to), assumed: state.assumed };
  }
  return { year: yearOf(state.base), assumed: [...state.assumed, 'year'] };
}

/** The month a day belongs to: the one said before it, or the base's. */
export function monthFor(state: State): { year: number; month: number; assumed: string[] } {
  if (state.period && !state.shifted && state.period.grain === 'month') {
    return { year: yearOf(state.period.to), month: monthOf(state.period.to), assumed: state.assumed };
  }
  return {
    year: yearOf(state.base),
    month: monthOf(state.base),
    assumed: [...state.assumed, 'year', 'month'],
  };
}

/** True where a part that opens a moment may stand: nothing said yet, or only counted to. */
export const opens = (state: State): boolean => state.period === null || state.shifted === true;

/** The state after a part: the period narrowed, the rest kept. */
export function narrowed(state: State, period: Period | null, assumed = state.assumed): State | null {
  if (!period) return null;
  const { shifted: _, ...rest } = state;
  return { ...rest, period, assumed };
}
