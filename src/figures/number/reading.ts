import { type Interval, interval, plus, times } from './interval.ts';

/** How the digits that wait for their unit were written. */
export type Form = 'digit' | 'arabic' | 'spelled' | 'open' | 'decimal';

/** A numeral half read. Sections of four places (千百十) close with 万, 亿 or 兆. */
export interface Reading {
  readonly text: string;
  readonly start: number;
  position: number;
  /** What 万, 亿, 兆 have closed. */
  total: Interval;
  /** Places read since then. */
  section: Interval;
  /** Digits that wait for their unit. */
  pending: Interval | null;
  form: Form;
  /** The Arabic digits as written, where `form` is 'arabic'. */
  literal: string;
  /** The last of 千, 百, 十 in this section: the next must be smaller. */
  smallest: number;
  lastBig: number;
  /** The unit directly before; 0 behind 零 and at the start. */
  lastUnit: number;
  /** A digit stood somewhere: not a bare 亿. */
  hasDigit: boolean;
  units: number;
  open: boolean;
  approx: boolean;
  decimal: boolean;
  spelled: boolean;
  /** Where the run of units at the end begins, -1 for none. */
  scaleFrom: number;
}

export const newReading = (text: string, start: number): Reading => ({
  text,
  start,
  position: start,
  total: interval(0),
  section: interval(0),
  pending: null,
  form: 'digit',
  literal: '',
  smallest: Number.POSITIVE_INFINITY,
  lastBig: Number.POSITIVE_INFINITY,
  lastUnit: 0,
  hasDigit: false,
  units: 0,
  open: false,
  approx: false,
  decimal: false,
  spelled: false,
  scaleFrom: -1,
});

/** The digits at the end: a lone one behind a unit is one place down (一千五 → 500), behind 零 a one. */
function tail({ pending, form, literal, lastUnit }: Reading): Interval {
  if (!pending) return interval(0);
  const lone = form === 'digit' || (form === 'arabic' && /^[1-9]$/.test(literal));
  return lone && lastUnit > 0 ? times(pending, lastUnit / 10) : pending;
}

export const amountSoFar = (reading: Reading): Interval =>
  plus(plus(reading.total, reading.section), tail(reading));

/** Puts digits in waiting. */
export function wait(reading: Reading, pending: Interval, form: Form, length: number, literal = ''): void {
  Object.assign(reading, { pending, form, literal, scaleFrom: -1 });
  reading.hasDigit = true;
  reading.position += length;
}

/** Notes a unit of `length` characters that has been counted into the total or the section. */
export function closeUnit(reading: Reading, unit: number, length: number): void {
  if (reading.scaleFrom < 0) reading.scaleFrom = reading.position;
  Object.assign(reading, { pending: null, form: 'digit', literal: '', lastUnit: unit, decimal: false });
  reading.units++;
  reading.position += length;
}

/** Starts over with one amount for all that was read: before a decimal point, 多, 个亿. */
export function collapse(reading: Reading, total: Interval): void {
  Object.assign(reading, { total, section: interval(0), pending: null, form: 'digit', literal: '' });
}
