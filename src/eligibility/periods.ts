/** The months that the rules ask for. */
import type { Period } from '../contract/index.ts';
import type { Knowledge } from '../policy/index.ts';

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
