/** Conditions of a draft → tests of facts, as a rule writes them. */
import type { Bound } from './bounds.ts';
import type { Alternative, Flag } from './condition.ts';
import type { FactBook } from './names.ts';

/** All of them hold. A range without its ends (8万元（不含）至20万元) is two tests. */
export function testsOf(bound: Bound, book: FactBook): unknown[] {
  const fact = book.number(bound.label, bound.unit);
  const [first, second] = bound.literals;
  if (bound.comparator !== 'between') return [{ [fact]: { [bound.comparator]: first } }];
  const { from = false, to = false } = bound.without ?? {};
  if (!from && !to) return [{ [fact]: { between: [first, second] } }];
  return [
    { [fact]: { [from ? 'over' : 'atLeast']: first } },
    { [fact]: { [to ? 'under' : 'atMost']: second } },
  ];
}

/** All that an alternative asks, as one condition. */
export const needOf = ({ bounds, flags }: Alternative, book: FactBook): unknown =>
  allOf([...bounds.flatMap((bound) => testsOf(bound, book)), ...needsOfFlags(flags, book)]);

/** Each is asked for itself, but for those that 或 joins to the one before, and those of whom another clause says what they are not. */
export function needsOfFlags(flags: readonly Flag[], book: FactBook): unknown[] {
  const groups: unknown[][] = [];
  for (const { words, or, not, also } of flags) {
    const own = book.needs(words);
    if (also && also.length > 0) book.also(words, also);
    const need = not ? { not: allOf(own) } : allOf(own);
    if (or && groups.length > 0) groups.at(-1)!.push(need);
    else groups.push([need]);
  }
  return groups.flatMap((any) => (any.length > 1 ? [{ any }] : partsOf(any[0])));
}

const allOf = (needs: readonly unknown[]): unknown => (needs.length === 1 ? needs[0] : { all: needs });
const partsOf = (need: unknown): unknown[] =>
  typeof need === 'object' && need !== null && 'all' in need ? (need.all as unknown[]) : [need];
