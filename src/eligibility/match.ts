/** What an enterprise gets of every benefit: from its own words or from a table of facts. The core of the `match` door. */
import type { Day } from '../day.ts';
import type { Knowledge } from '../policy/policy.ts';
import { evaluateAll, type Result } from './evaluate-all.ts';
import { explain } from './explain.ts';
import type { FactValue, Period, Profile } from './profile.ts';
import { plainText } from './understanding/clauses.ts';
import { withoutNames } from './understanding/names.ts';
import { readFacts } from './understanding/read-facts.ts';

/** One line of the door's answer. Amounts in yuan; `missing` in the order of topics. */
export interface MatchedBenefit {
  measure: string;
  benefit: string;
  verdict: Result['verdict'];
  amountYuan: number | null;
  capYuan: number | null;
  missing: string[];
  quote: string;
  reason: string;
}

export function matchProfile(knowledge: Knowledge, profile: Profile, today: Day): MatchedBenefit[] {
  return evaluateAll(knowledge, profile, { today }).map((result) => ({
    measure: result.measure.id,
    benefit: result.benefit.benefit,
    verdict: result.verdict,
    amountYuan: result.amountYuan,
    capYuan: result.capYuan,
    missing: result.verdict === 'ineligible' ? [] : result.missing,
    quote: result.benefit.quote,
    reason: explain(result, knowledge.facts),
  }));
}

/** The facts that a text tells, as a profile. */
export function profileOf(knowledge: Knowledge, text: string, today: Day): Profile {
  const { facts, places } = knowledge;
  const reading = readFacts(withoutNames(plainText(text)), {
    facts,
    places,
    today,
    periods: periodsOf(knowledge),
    leaning: true,
  });
  return Object.fromEntries(
    Object.entries(reading.facts).filter((entry): entry is [string, FactValue] => entry[1] !== null),
  );
}

const periodCache = new WeakMap<Knowledge, Period[]>();
/** The periods that the rules ask for. */
export function periodsOf(knowledge: Knowledge): Period[] {
  let periods = periodCache.get(knowledge);
  if (!periods) {
    const all = knowledge.policies.flatMap((policy) =>
      policy.measures.flatMap((measure) => measure.benefits),
    );
    periods = all.flatMap(({ during }) => (during ? [during] : []));
    periodCache.set(knowledge, periods);
  }
  return periods;
}
