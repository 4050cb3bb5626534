/** What is believed of an enterprise, each with its proof: the shape that reading, judging, storing and showing share. */

/** Both days included, ISO days. */
export interface Period {
  from: string;
  to: string;
}

/** Bounds of a figure, included unless marked; `period` where the contact said which months it belongs to. */
export interface Interval {
  min?: number | string;
  max?: number | string;
  minExclusive?: boolean;
  maxExclusive?: boolean;
  period?: Period;
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

/** One of several things of a kind (an order, a loan) with what was told of it. */
export interface Thing {
  /** The entity that its facts declare: 'order'. */
  kind: string;
  facts: Readonly<Record<string, FactValue>>;
}

/** Whose fact it is: the enterprise, or one of its orders, projects, loans … in the order they were told ('order:2'). */
export type EntityRef = string;
export const ENTERPRISE: EntityRef = 'enterprise';

/** The words that a statement rests on, of a message of the contact's own. */
export interface Evidence {
  /** Event id of the message, where the channel gave one. */
  message: string | null;
  /** The words themselves, shown with 我的资料. */
  words: string;
}

/** One fact of one entity in one period. Two periods are two statements. */
export interface Statement {
  fact: string;
  entity: EntityRef;
  /** Null: no months were said. */
  period: Period | null;
  value: FactValue;
  /** Null: told before words were kept (以前说过的), or typed into a form. */
  evidence: Evidence | null;
  /** ISO day it was told on. */
  said: string;
}
