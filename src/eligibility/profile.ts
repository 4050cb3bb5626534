/** What an enterprise has told us. A fact that is absent is unknown: never a default. */

/** A figure known exactly, or between bounds (included unless marked). Money in yuan, ratios as fractions, dates as ISO days. */
export type FactValue =
  | boolean
  | number
  | string
  | { min?: number | string; max?: number | string; minExclusive?: boolean; maxExclusive?: boolean }
  /** One of several possibilities. */
  | { oneOf: string[] };

/** Fact name → value. */
export type Profile = Readonly<Record<string, FactValue>>;
