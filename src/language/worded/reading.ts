/** What a message tells of the enterprise. */
import type { Day, FactValue, Period, Profile, Thing } from '../../contract/index.ts';
import type { Facts, Meanings } from '../../facts/index.ts';
import type { Place } from '../../policy/index.ts';
import type { Span } from '../utterance.ts';

export interface ReadFactsOptions {
  facts: Facts;
  /** Words that say the same (knowledge/core/meanings.yaml): a document's own facts are heard by them. */
  meanings: Meanings;
  /** The day that 上个月 and 今年 count from. */
  today: Day;
  places?: readonly Place[];
  /** Facts asked for last, in the order they were asked: how 是的, 350 or 12 are read. */
  asked?: readonly string[];
  /** Of those, the ones that were put as a question: such an answer replaces what was said before. All of them unless given. */
  questioned?: readonly string[];
  /** What was known before: tells a correction from a first word. */
  profile?: Profile;
  /** Periods that rules ask for: of a figure said of several, the one said of such a period is kept. */
  periods?: readonly Period[];
  /** The text is judged at once and nothing is kept: what a trade makes unlikely counts as a no. */
  leaning?: boolean;
}

/** Something heard but not sure enough to keep: to be asked back. */
export interface Unsure {
  fact: string;
  /** What it would be, if anything was heard. */
  value: FactValue | null;
  /**
   * doubt: the contact doubts it himself; unit: a unit was left out; thing: it may be of something else; conflict: two things were said in
   * the message; contradiction: something else was told before.
   */
  why: 'doubt' | 'unit' | 'thing' | 'conflict' | 'contradiction';
}

export interface Reading {
  /** Said outright. null: taken back without a new value. What follows from these is not among them (see `complete`). */
  facts: Record<string, FactValue | null>;
  unsure: Unsure[];
  /** Other things of a kind (orders, loans) that the message tells of, beside the one in `facts`. */
  beside: readonly Thing[];
  /** Kinds of which `facts` tells another thing than was told before (又签了4500万). */
  another: readonly string[];
  /** Facts that the contact says he does not know (不清楚). */
  unknown: string[];
  /** He would rather not say (不方便说). */
  refused: boolean;
  /** Of facts known before with another value. */
  corrections: { fact: string; was: FactValue; now: FactValue | null }[];
  /** The message supposes (要是1001人呢): its facts are not to be kept. */
  whatIf: boolean;
  /** Not believed and not kept: −5 人. */
  nonsense: { fact: string; value: number; why: 'too-small' | 'too-large' | 'not-whole' }[];
  /** The clause that each fact was told in: offsets into the utterance's text. */
  toldIn: Record<string, Span>;
  /** Facts spoken of, with or without a value, in the order of facts.yaml. */
  mentions: string[];
}
