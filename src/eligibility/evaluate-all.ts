/** Every benefit of every policy for one enterprise: what match and 政策体检 stand on. */
import type { Day, Profile } from '../contract/index.ts';
import { complete } from '../facts/index.ts';
import type { Knowledge, Measure, Policy } from '../policy/index.ts';
import type { Unplaced } from './context.ts';
import { evaluateCompleted } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';

/** An evaluation with the place it comes from. */
export interface Result extends Evaluation {
  policy: Policy;
  measure: Measure;
}

interface Evaluated {
  /** Of the day and the enterprise as told. */
  key: string;
  results: readonly Result[];
}

/** The last of each library: one turn asks for the same enterprise several times, and among thousands of benefits that takes long. */
const last = new WeakMap<Knowledge, Evaluated>();

/** In the order of the policies and their measures; ineligible ones too. */
export function evaluateAll(
  knowledge: Knowledge,
  profile: Profile,
  { today, unplaced = 'taken' }: { today: Day; unplaced?: Unplaced },
): readonly Result[] {
  const key = JSON.stringify([today, unplaced, profile]);
  const known = last.get(knowledge);
  if (known?.key === key) return known.results;
  const results = evaluateEach(knowledge, profile, today, unplaced);
  last.set(knowledge, { key, results });
  return results;
}

function evaluateEach(knowledge: Knowledge, profile: Profile, today: Day, unplaced: Unplaced): Result[] {
  const { facts, places } = knowledge;
  const known = complete(profile, facts);
  return knowledge.policies.flatMap((policy) => {
    const context = { policy, today, facts, places, unplaced };
    return policy.measures.flatMap((measure) =>
      measure.benefits.map((benefit) =>
        Object.assign(evaluateCompleted(benefit, known, context), { policy, measure }),
      ),
    );
  });
}

const RANK = { eligible: 0, unknown: 1, ineligible: 2 };

/** Best first: what fits, then what might, then what misses by a figure; what was spoken of before what was not, more money before less. */
export function bestFirst(results: readonly Result[]): Result[] {
  const ranked = results.map((result) => ({ result, rank: rankOf(result) }));
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, place) => value !== b.rank[place]);
    return at < 0 ? 0 : a.rank[at]! - b.rank[at]!;
  });
  return ranked.map(({ result }) => result);
}

/** Less is better, the first that differs decides. Made once a result: sorting thousands compares each a dozen times. */
function rankOf({ verdict, onlyThat, benefit, conditions, missing, potential, capYuan }: Result): number[] {
  const spoken = conditions.filter(({ state, value }) => state === 'met' && value !== null).length;
  return [
    RANK[verdict],
    verdict === 'ineligible' && onlyThat ? 0 : 1,
    benefit.discretionary !== null ? 1 : 0,
    -spoken,
    missing.length,
    -(potential?.maxYuan ?? capYuan ?? 0),
  ];
}
