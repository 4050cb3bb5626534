/** Names of one measure that say nearly the same: which of them is meant, only that tells which one of them does not have. */
import type { Facts } from '../../facts/index.ts';
import { isCommon } from './common.ts';
import type { Name } from './names.ts';

/** How much of a name stands in another one, before the two can be taken for each other. */
const ALIKE = 0.4;

const cache = new WeakMap<ReadonlyMap<string, readonly Name[]>, Map<Name, readonly ReadonlySet<string>[]>>();

/**
 * 新能源 of 购买新能源乘用车 beside 购买燃油乘用车: for each name that is like this one the pieces that tell it from that. A name that
 * stands in the other whole has none.
 */
export function tellingApart(
  name: Name,
  names: ReadonlyMap<string, readonly Name[]>,
  facts: Facts,
): readonly ReadonlySet<string>[] {
  let known = cache.get(names);
  if (!known) {
    known = new Map();
    cache.set(names, known);
  }
  const before = known.get(name);
  if (before) return before;
  const { topic, type } = facts.get(name.fact)!;
  const found = [...names].flatMap(([id, [other]]) => {
    const fact = facts.get(id)!;
    if (id === name.fact || fact.topic !== topic || fact.type !== type) return [];
    // 采购备案服务商提供的服务 is short for several: what the whole name has beyond the other one has to be said.
    const own = apart(name, other!);
    return own?.size === 0 ? (apart(names.get(name.fact)![0]!, other!) ?? []) : (own ?? []);
  });
  const telling = found.filter(({ size }) => size > 0);
  known.set(name, telling);
  return telling;
}

/** Sides of an opposition (首次, 重新) are told apart as such. */
function apart({ pieces, weights, sides }: Name, other: Name): ReadonlySet<string> | null {
  const shared = new Set([...pieces].flatMap(([gram, places]) => (other.pieces.has(gram) ? places : [])));
  if ([...shared].reduce((sum, at) => sum + weights[at]!, 0) < ALIKE) return null;
  const opposed = new Set(sides.flatMap((side) => side.pieces).flatMap((gram) => pieces.get(gram) ?? []));
  const own = [...pieces].filter(
    ([gram, places]) =>
      gram.length > 1 && !other.pieces.has(gram) && !places.some((at) => opposed.has(at)) && !isCommon(gram),
  );
  return new Set(own.map(([gram]) => gram));
}
