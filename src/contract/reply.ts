/** What a turn answers, as data beside its text. */
import type { Card } from './card.ts';

export interface Reply {
  text: string;
  options: { id: string; label: string }[];
  /** Measure id (or document number) the reply is about. */
  about: string | null;
  /** Facts asked for, by name. */
  asks: string[] | null;
  verdict: 'eligible' | 'ineligible' | 'unknown' | null;
  /** Yuan; null unless the verdict is eligible and the amount is stated. */
  amountYuan: number | null;
  /** Null: plain talk with nothing to tap. */
  card: Card | null;
}

/** A text that is about nothing and asks nothing. */
export const plainReply = (text: string): Reply => ({
  options: [],
  about: null,
  asks: null,
  verdict: null,
  amountYuan: null,
  card: null,
  text,
});
