/** Rules that the program read out of the text and nobody ticked: told as such, or kept silent until somebody did. */
import type { Knowledge } from './policy.ts';

export type Unticked = 'told' | 'silent';

/** Silent: their clauses are found and quoted as before, and nothing is computed from them. */
export function keepingUnticked(knowledge: Knowledge, unticked: Unticked): Knowledge {
  if (unticked === 'told') return knowledge;
  const policies = knowledge.policies.map((policy) => ({
    ...policy,
    measures: policy.measures.map((measure) => ({
      ...measure,
      benefits: measure.benefits.filter(({ drafted }) => drafted === null),
    })),
  }));
  return { ...knowledge, policies };
}
