/** Which year a figure is said of: last year's, this year's, or another's. */
import { type Day, daysBetween, yearOf } from '../contract/index.ts';
import type { Figure } from '../figures/index.ts';

export type SaidYear = 'last-year' | 'this-year' | 'other';

/** Of the figure at `at`, by the year said last before it from `from` on; null where none is said. `today` says which is this year. */
export function yearSaid(figures: readonly Figure[], from: number, at: number, today: Day): SaidYear | null {
  const ago = yearsAgo(figures, from, at, today);
  return ago === null ? null : ago === 0 ? 'this-year' : ago === 1 ? 'last-year' : 'other';
}

/** How many years ago that year is. */
export function yearsAgo(figures: readonly Figure[], from: number, at: number, today: Day): number | null {
  const said = figures.findLast((one) => one.start >= from && one.end <= at && isOfOneYear(one));
  return said?.kind === 'daterange' ? Number(yearOf(today)) - Number(yearOf(said.from!)) : null;
}

/**
 * 7月份2800万, 三季度1.1亿，去年同期9000万: it is said of some months, and is no figure of a year. This year so far (1到8月) is the year,
 * as far as there is one.
 */
export function isOfSomeMonths(figures: readonly Figure[], from: number, at: number, today: Day): boolean {
  const said = figures.filter((one) => one.start >= from && one.end <= at && isOfOneYear(one));
  const last = said.findLast((one) => !one.text.endsWith(SAME_MONTHS));
  if (last?.kind !== 'daterange') return false;
  const [start, end] = [last.from!, last.to!];
  if (!start.endsWith('-01-01')) return true;
  const isSoFar = yearOf(start) === yearOf(today) && daysBetween(end, today) < LATELY;
  return !end.endsWith('-12-31') && !isSoFar;
}
export const SAME_MONTHS = '同期';
/** What ends this many days ago or later is told as the year so far. */
const LATELY = 62;

const isOfOneYear = (figure: Figure): boolean =>
  figure.kind === 'daterange' &&
  figure.from !== undefined &&
  figure.to !== undefined &&
  yearOf(figure.from) === yearOf(figure.to);

/** 去年同期9000万: what the figure before it is held against. */
export const isOfSameMonths = (figures: readonly Figure[], from: number, at: number): boolean =>
  figures
    .findLast((one) => one.start >= from && one.end <= at && isOfOneYear(one))
    ?.text.endsWith(SAME_MONTHS) === true;
