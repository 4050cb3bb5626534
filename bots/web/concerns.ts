/** Which measures and documents may concern an enterprise: those that something said already speaks for and nothing against. */
import type { Day, Profile } from '../../src/contract/index.ts';
import { evaluateAll, metCount } from '../../src/eligibility/index.ts';
import type { Knowledge } from '../../src/policy/index.ts';

/** Measure ids and document numbers. */
export function concerning(knowledge: Knowledge, profile: Profile, today: Day): ReadonlySet<string> {
  const fitting = evaluateAll(knowledge, profile, { today }).filter(
    (result) => result.verdict !== 'ineligible' && (metCount(result) > 0 || result.conditions.length === 0),
  );
  return new Set(fitting.flatMap(({ measure, policy }) => [measure.id, policy.number]));
}
