/** What a clause asks, told apart by kind. */
import type { Bound } from './bounds.ts';

export interface Flag {
  kind: 'flag';
  words: string;
  start: number;
  end: number;
  /** 或 joins it to the one before: either is enough. */
  or?: true;
  /** What is said in another clause is what it is not: 其他模式. */
  not?: true;
  /** What else it may be called: kinds that brackets name. */
  also?: string[];
}
/** What one of several alternatives asks, all of it. */
export interface Alternative {
  bounds: Bound[];
  flags: Flag[];
}
export interface Conditions {
  who: string | null;
  bounds: Bound[];
  flags: Flag[];
  /** Of each list one alternative is enough. */
  either: Alternative[][];
  /** Bounds within which nothing is given: 不足10万元的，不予奖补. */
  shutOut: Bound[];
  /** 符合条件的, as written. */
  vague: string | null;
  /** The period that the figures belong to: 2030年7—9月期间. Both days included. */
  during: { from: string; to: string } | null;
  /** Stretches whose figures are told with their words, as one condition. */
  told: { start: number; end: number }[];
}

export const noConditions = (): Conditions => ({
  who: null,
  bounds: [],
  flags: [],
  either: [],
  shutOut: [],
  vague: null,
  during: null,
  told: [],
});
