/** A profile with what a message changed. */
import type { FactValue, Profile } from '../contract/index.ts';

/** null removes a fact. */
export function withFacts(profile: Profile, facts: Record<string, FactValue | null> = {}): Profile {
  return Object.fromEntries(
    Object.entries({ ...profile, ...facts }).filter(([, value]) => value !== null),
  ) as Profile;
}
