/** Scores verdicts of the `match` door against eligibility.dev.jsonl. */

export interface MatchResult {
  measure: string;
  verdict: 'eligible' | 'ineligible' | 'unknown';
  amountYuan: number | null;
  capYuan: number | null;
}
export interface EligibilityCase {
  id: string;
  via: 'text' | 'profile';
  today: string;
  profile: Record<string, unknown>;
  profileText: string;
  measure: string;
  expect: { verdict: MatchResult['verdict']; amountYuan: number | null; capYuan: number | null };
}

export interface EligibilityScore {
  verdicts: number;
  /** Of eligible cases whose amount follows from the clause. */
  amounts: number;
  /** Eligible cases without a stated amount that got one. */
  inventedAmounts: number;
  /** Said eligible where it is not. */
  falsePromises: number;
}

/** `results`: for each case, what the door listed for every benefit. A measure is eligible if any of its benefits is. */
export function scoreEligibility(cases: EligibilityCase[], results: MatchResult[][]): EligibilityScore {
  const rows = cases.map((wanted, place) => ({ wanted, got: best(results[place]!, wanted) }));
  const stated = rows.filter(
    ({ wanted }) => wanted.expect.verdict === 'eligible' && wanted.expect.amountYuan !== null,
  );
  const unstated = rows.filter(
    ({ wanted }) => wanted.expect.verdict === 'eligible' && wanted.expect.amountYuan === null,
  );
  return {
    verdicts: rows.filter(({ wanted, got }) => got?.verdict === wanted.expect.verdict).length / rows.length,
    amounts:
      stated.length === 0
        ? 1
        : stated.filter(
            ({ wanted, got }) => got?.verdict === 'eligible' && got.amountYuan === wanted.expect.amountYuan,
          ).length / stated.length,
    inventedAmounts: unstated.filter(({ got }) => got?.verdict === 'eligible' && got.amountYuan !== null)
      .length,
    falsePromises: rows.filter(
      ({ wanted, got }) => got?.verdict === 'eligible' && wanted.expect.verdict !== 'eligible',
    ).length,
  };
}

function best(results: MatchResult[], { measure, expect }: EligibilityCase): MatchResult | null {
  const mine = results.filter((result) => result.measure === measure);
  for (const verdict of ['eligible', 'unknown', 'ineligible'] as const) {
    const same = mine.filter((result) => result.verdict === verdict);
    if (same.length > 0) return same.find(({ amountYuan }) => amountYuan === expect.amountYuan) ?? same[0]!;
  }
  return null;
}
