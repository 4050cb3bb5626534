/** What an evaluation says: verdict, amount, what is open, and why, all as data. explain.ts puts it into Chinese. */
import type { Day, FactValue } from '../contract/index.ts';
import type { Benefit, Need, PayRow, Successor, Test } from '../policy/index.ts';
import type { State, Truth } from './three-values.ts';

export type Verdict = 'eligible' | 'ineligible' | 'unknown';

export interface Condition {
  /** need: of the clause; vague: named but not spelt out; presumed: taken as met until denied; place; received: 不重复享受. */
  kind: 'need' | 'vague' | 'presumed' | 'place' | 'received';
  /** The facts it speaks of; the first one is its subject. */
  facts: string[];
  need: Need | null;
  state: State;
  /** What was known of the first fact, if anything. */
  value: FactValue | null;
  /** The words of the document, where they are not the benefit's quote. */
  quote: string | null;
}

export type Reason =
  /** An application that is closed. `by` says which date did it. */
  | { kind: 'closed'; day: Day; by: 'applyBy' | 'validUntil' | 'until'; quote: string | null }
  /** Another document took its place, or abolished it. */
  | { kind: 'replaced'; by: Successor }
  /** In force later than today. */
  | { kind: 'not-yet'; day: Day }
  /** Nobody has it yet: issued later than today, or numbered in a later year (`day` is null where the text has no day of issue). */
  | { kind: 'not-issued'; day: Day | null }
  | { kind: 'fails'; conditions: Condition[] }
  /** None of the tiers is reached. */
  | { kind: 'no-tier' }
  | { kind: 'received'; receivedYuan: number; amountYuan: number | null; quote: string | null }
  | { kind: 'open'; missing: string[] }
  /** A listed value is not named, but the list ends in 等. */
  | { kind: 'open-list'; fact: string; words: string }
  /** As one may read the sentence it counts, as another may it does not. */
  | { kind: 'two-readings'; facts: string[] }
  | { kind: 'discretionary'; words: string }
  | { kind: 'meets' };

/** How far a figure is from a bound: `lack` in the fact's own unit (persons, yuan, fraction), always positive. */
export interface Distance {
  fact: string;
  test: Test;
  lack: number;
  /** more: the figure must grow; less: it must fall. */
  direction: 'more' | 'less';
}

/** Yuan; a null bound is not known. `atLeast`: a floor, more may be paid. */
export interface Amount {
  minYuan: number | null;
  maxYuan: number | null;
  atLeast: boolean;
}

/** Yuan, both ends; null: not stated, or not known yet. */
export interface Sum {
  min: number | null;
  max: number | null;
}

/** A row of payment that is not ruled out, with what it pays. */
export interface OpenRow {
  row: PayRow;
  truth: Truth;
  sum: Sum;
}

export type Note =
  | { kind: 'reading'; text: string }
  | { kind: 'pool'; yuan: number }
  | { kind: 'presumed'; facts: string[] }
  | { kind: 'vague'; fact: string; words: string }
  | { kind: 'unstated'; words: string }
  | { kind: 'service'; words: string }
  | { kind: 'at-least' }
  | { kind: 'once' }
  /** 不超过: the most that may be paid. */
  | { kind: 'at-most' }
  /** A fee or tax not charged. */
  | { kind: 'saved' }
  /** Paid out in parts, as the words say. */
  | { kind: 'paid-out'; words: string }
  /** For the enterprise's people. */
  | { kind: 'persons' }
  /** Read out of the clause by the program; nobody has ticked it. C: no amount could be made out. */
  | { kind: 'drafted'; grade: 'A' | 'B' | 'C'; reasons: string[] }
  | { kind: 'keep-higher'; quote: string }
  /** The document states no end of validity: neither expired nor surely alive. */
  | { kind: 'no-end' };

export interface Evaluation {
  benefit: Benefit;
  verdict: Verdict;
  /** What the facts alone say, dates aside: "would be eligible, but closed". */
  onFacts: Verdict;
  /** Yuan; null unless eligible and stated by the clause for this enterprise. A floor (不低于) is the floor. */
  amountYuan: number | null;
  /** The most one enterprise can get, where the clause states it and the verdict is not a no. */
  capYuan: number | null;
  /** What it would be if all that is open holds; null when the clause states nothing computable, or the verdict is a no. */
  potential: Amount | null;
  /** Facts still open that matter, in the order of topics. Presumed ones are never among them. */
  missing: string[];
  conditions: Condition[];
  /** The rows of payment up to the first that surely holds, without those that surely do not. */
  rows: readonly OpenRow[];
  /** What is paid beside them to who meets it, and is not reckoned in as nobody has spoken of it. */
  beside: readonly PayRow[];
  reason: Reason;
  /** How far each figure that fails is from passing. */
  toYes: Distance[];
  /** True when closing toYes makes it a yes: nothing else fails or is open. */
  onlyThat: boolean;
  /** To the next better row of payment, with what that row pays (null: not stated). */
  toNext: (Distance & { amountYuan: number | null }) | null;
  notes: Note[];
}
