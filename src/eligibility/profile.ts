/** What an enterprise has told us. A fact that is absent is unknown: never a default. */
import type { Day } from '../day.ts';

/** Bounds of a figure, included unless marked; `period` where the contact said which months it belongs to. */
export interface Interval {
  min?: number | string;
  max?: number | string;
  minExclusive?: boolean;
  maxExclusive?: boolean;
  period?: Period;
}

/** Both days included. */
export interface Period {
  from: Day;
  to: Day;
}

/** A figure known exactly, or between bounds. Money in yuan, ratios as fractions, dates as ISO days. */
export type FactValue =
  | boolean
  | number
  | string
  | Interval
  /** One of several possibilities (小微: small or micro). */
  | { oneOf: string[] }
  /** Several at once (two certificates). */
  | { allOf: string[] };

/** Fact name → value. */
export type Profile = Readonly<Record<string, FactValue>>;
