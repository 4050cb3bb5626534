/** What is kept of an enterprise, in words. */
import type { FactValue, Profile } from '../contract/index.ts';
import type { Knowledge } from '../policy/index.ts';
import { formatFact } from './explain.ts';

export function profileLines({ facts }: Knowledge, profile: Profile): string[] {
  return [...facts].flatMap(([name, fact]) => {
    const value = profile[name];
    return value === undefined ? [] : [formatFact(fact, value)];
  });
}

/** Facts as they were told, in one line: 在岗350人、制造业. */
export function sayFacts({ facts }: Knowledge, said: Record<string, FactValue | null>): string {
  return Object.entries(said)
    .flatMap(([name, value]) => {
      const fact = facts.get(name);
      return fact && value !== null ? [formatFact(fact, value)] : [];
    })
    .join('、');
}
