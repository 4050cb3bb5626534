/** Facts in the order in which they are declared. */
import type { Facts } from './derive.ts';

const orderCache = new WeakMap<Facts, Map<string, number>>();
/** Sorted as facts.yaml lists them: topic by topic. */
export function inOrder(names: Iterable<string>, facts: Facts): string[] {
  let order = orderCache.get(facts);
  if (!order) {
    order = new Map([...facts.keys()].map((name, index) => [name, index]));
    orderCache.set(facts, order);
  }
  const at = order;
  return [...names].sort((a, b) => (at.get(a) ?? 1e9) - (at.get(b) ?? 1e9));
}
