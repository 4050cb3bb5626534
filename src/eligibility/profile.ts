/** What an enterprise has told us. A fact that is absent is unknown: never a default. */
import type { FactValue } from '../contract/statement.ts';

export type { FactValue, Interval, Period } from '../contract/statement.ts';

/** Fact name → value. */
export type Profile = Readonly<Record<string, FactValue>>;
