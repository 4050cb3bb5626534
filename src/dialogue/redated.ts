/** 10.3亿是1到9月累计的，光7-9月是3.6亿: a level told anew of other months is no longer held against what was told beside the old one. */
import type { FactValue } from '../contract/index.ts';
import type { Reading } from '../language/index.ts';
import type { Scene } from './scene.ts';

/** Takes back the figure of the year before that was told of no months, or of those of the old level. */
export function withoutOldBase({ known, mind }: Scene, read: Reading): Reading {
  const stale = [...mind.knowledge.facts.values()].flatMap(({ series }): [string, null][] => {
    const { level, previous } = series ?? {};
    if (!level || !previous || previous in read.facts || !(previous in known.profile)) return [];
    const [before, now, base] = [known.profile[level], read.facts[level], known.profile[previous]];
    const isOfOthers = before !== undefined && monthsOf(before) === null && monthsOf(now ?? null) !== null;
    return isOfOthers && monthsOf(base ?? null) === null && !isSame(before, now ?? null)
      ? [[previous, null]]
      : [];
  });
  return stale.length === 0 ? read : { ...read, facts: { ...read.facts, ...Object.fromEntries(stale) } };
}

const monthsOf = (value: FactValue | null): string | null =>
  typeof value === 'object' && value !== null && 'period' in value && value.period
    ? JSON.stringify(value.period)
    : null;

const isSame = (one: FactValue, other: FactValue | null): boolean => amountOf(one) === amountOf(other);
const amountOf = (value: FactValue | null): string =>
  typeof value === 'object' && value !== null && 'min' in value ? String(value.min) : String(value);
