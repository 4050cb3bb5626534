/** What the drafter makes of a document: benefits whose every part stands in the text, each with a grade and its reasons. */
import type { Bound } from './bounds.ts';
import type { Alternative, Flag } from './condition.ts';
import type { Span } from './passage.ts';
import type { Limit, Payment } from './payment.ts';
import type { Role } from './role.ts';

/** A clause whose figures bound others. */
export interface Defining {
  /** 民营医疗机构; null: whom the whole document is for. */
  term: string | null;
  clause: string;
  span: Span;
  /** All of them hold; none where the figures cannot be told apart (或, 之一, children): then who meets it has to say so. */
  bounds: Bound[];
  /** What it asks beside its figures. */
  flags: Flag[];
  leftOut: string[];
}

export type Grade = 'A' | 'B' | 'C';

/** One row of payment with what it alone asks for. */
export interface DraftRow {
  payment: Payment;
  bounds: Bound[];
  flags: Flag[];
}

export interface DraftLimit {
  words: string;
  comparator: 'atMost' | 'atLeast';
  figure: string;
}

export interface DraftFigure {
  text: string;
  span: Span;
  role: Role | 'base' | 'tier';
}

/** A clause of the whole document that holds for a benefit. */
export interface Inherited {
  clause: string;
  kind: 'definition' | 'overlap' | 'exclusion' | 'pool' | 'cap' | 'period' | 'case-by-case' | 'general';
  span: Span;
}

export interface DraftBenefit {
  benefit: string;
  quote: string;
  span: Span;
  who: string | null;
  /** Asked of every row. */
  bounds: Bound[];
  flags: Flag[];
  /** Of each list of alternatives one is asked. */
  either: Alternative[][];
  /** Bounds within which nothing is given. */
  shutOut: Bound[];
  /** Limits on what is given and not on who gets it (最多两个国家, 股份不超过30%): told, and asked of nobody. */
  limits: DraftLimit[];
  vague: string | null;
  during: { from: string; to: string } | null;
  rows: DraftRow[];
  /** What was got for a lower row before is taken off the higher ones. */
  difference: boolean;
  /** Whom the document leaves out: taken as not so until said. */
  leftOut: string[];
  /** Clauses elsewhere whose figures bound it too. */
  defined: Defining[];
  /** Whom the whole document is for, by its title: taken as so until said otherwise. */
  ofDocument: string[];
  /** Last day on which it is given, where its own words say so: 实施期限为…至2030年8月31日. */
  until: string | null;
  once: boolean;
  discretionary: string | null;
  pool: string | null;
  /** For its people and not for the enterprise; or for a body of the state. */
  audience: 'enterprise' | 'persons' | 'authorities';
  /** It comes beside others: who gets one of them and this gets one sum. */
  together: Together[];
  grade: Grade;
  reasons: string[];
  inherits: Inherited[];
  figures: DraftFigure[];
}

/** Of a draft that comes beside another one. */
export interface Together {
  base: DraftBenefit;
  /** The draft, without what is asked with the base already. */
  added: DraftBenefit;
  /** Both, and what stands between them. */
  quote: string;
  span: Span;
  /** 另: it is paid for what it asks itself, also to who does not get the other. */
  apart: boolean;
  /** What was chosen, where no word says that both are paid. */
  reason: string | null;
  /** A limit of both. */
  capAll: { at: string; per: Limit['per'] } | null;
}
