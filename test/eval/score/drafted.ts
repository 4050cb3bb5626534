/** Scores what a message is told of documents that nobody annotated: drafted.own.jsonl. */
import type { MatchedBenefit } from '../../../src/service/index.ts';

export interface DraftedCase {
  id: string;
  /** The text in drafted/, without its ending. */
  document: string;
  today: string;
  /** Words of the clause that the message is about. */
  quote: string;
  text: string;
  verdict: MatchedBenefit['verdict'];
  /** Null where the clause leaves it open. */
  amountYuan: number | null;
}

export interface DraftedScore {
  right: number;
  amountsRight: number;
  /** A sum is promised that is not the right one, be it beside the right one. */
  wrongAmounts: number;
  /** Promised to whom the clause gives nothing, or not yet surely. */
  falsePromises: number;
}

/** `results`: for each case, what was said of every benefit. */
export function scoreDrafted(
  cases: readonly DraftedCase[],
  results: readonly MatchedBenefit[][],
): DraftedScore {
  const rows = cases.map((wanted, i) => judged(wanted, results[i]!));
  const stated = rows.filter((_, i) => cases[i]!.verdict === 'eligible' && cases[i]!.amountYuan !== null);
  const count = (name: 'right' | 'wrong' | 'promised') => rows.filter((row) => row[name]).length;
  return {
    right: count('right') / rows.length,
    amountsRight: stated.filter(({ right }) => right).length / stated.length,
    wrongAmounts: count('wrong'),
    falsePromises: count('promised'),
  };
}

export function judged(wanted: DraftedCase, results: readonly MatchedBenefit[]) {
  const own = results.filter(({ quote }) => quote.includes(wanted.quote));
  const promised = own.filter(({ verdict }) => verdict === 'eligible');
  const wrong = promised.some(({ amountYuan }) => amountYuan !== null && amountYuan !== wanted.amountYuan);
  const isEligible = wanted.verdict === 'eligible';
  return {
    right: isEligible
      ? !wrong && promised.some(({ amountYuan }) => amountYuan === wanted.amountYuan)
      : promised.length === 0 && own.some(({ verdict }) => verdict === wanted.verdict),
    wrong: isEligible && wrong,
    promised: !isEligible && promised.length > 0,
  };
}
