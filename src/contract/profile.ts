/** What an enterprise has told us, by fact. A fact that is absent is unknown: never a default. */
import type { FactValue } from './statement.ts';

/** Fact name → value. */
export type Profile = Readonly<Record<string, FactValue>>;
