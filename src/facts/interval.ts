/** A value as bounds. */
import type { FactValue, Interval } from '../contract/index.ts';

/**
 * A figure or a day as bounds; null for what has none (a boolean, a choice).
 * A date door may hand in '2023-08-10': days compare as strings.
 */
export function boundsOf(value: FactValue): Interval | null {
  if (typeof value === 'number' || typeof value === 'string') return { min: value, max: value };
  return typeof value === 'object' && !('oneOf' in value) && !('allOf' in value) ? value : null;
}

/** True when the value is one value and no range: a figure in a period is as exact as one without. */
export function isExact(value: FactValue): boolean {
  if (typeof value !== 'object' || 'allOf' in value) return true;
  return !('oneOf' in value) && value.min !== undefined && value.min === value.max;
}
