/** Which year a figure is said of: last year's, this year's, or another's. */
import { type Day, yearOf } from '../contract/index.ts';
import type { Figure } from '../figures/index.ts';

export type SaidYear = 'last-year' | 'this-year' | 'other';

/** Of the figure at `at`, by the year said last before it from `from` on; null where none is said. `today` says which is this year. */
export function yearSaid(figures: readonly Figure[], from: number, at: number, today: Day): SaidYear | null {
  const said = figures.findLast((one) => one.start >= from && one.end <= at && isOfOneYear(one));
  if (said?.kind !== 'daterange') return null;
  const ago = Number(yearOf(today)) - Number(yearOf(said.from!));
  return ago === 0 ? 'this-year' : ago === 1 ? 'last-year' : 'other';
}

const isOfOneYear = (figure: Figure): boolean =>
  figure.kind === 'daterange' &&
  figure.from !== undefined &&
  figure.to !== undefined &&
  yearOf(figure.from) === yearOf(figure.to);
