/** Whether a value that came through a form or a button can be one of a fact. */
import { type FactValue, isDay } from '../contract/index.ts';
import type { Fact } from './fact.ts';

/** The value as the fact holds it; null where it is of another type, none of its choices, or outside of what is plausible. */
export function believable(fact: Fact, value: unknown): FactValue | null {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(fact.values ?? {}, value) ? value : null;
    case 'number':
      return typeof value === 'number' && isPlausible(fact, value) ? value : null;
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : null;
    case 'place':
      return typeof value === 'string' && value.length > 0 && value.length <= 40 ? value : null;
  }
}

function isPlausible({ plausible }: Fact, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (!plausible) return true;
  const { min, max, whole } = plausible;
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}
