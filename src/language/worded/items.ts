/** Several things of one kind, each with its own figure: 一单4000万5月签的，一单6000万7月签的 · 新建投了8000万，技改900万. */

import type { FactValue, Period, Thing } from '../../contract/index.ts';
import type { Facts } from '../../facts/index.ts';
import { asValue } from './amounts.ts';
import type { Heard } from './heard.ts';
import type { Bound } from './scene.ts';

interface Said {
  bound: readonly Bound[];
  heard: readonly Heard[];
}

/** What is kept as said of the one thing, and the others of its kind. */
interface Sorted extends Said {
  beside: readonly Thing[];
}

/**
 * Where the figures of a topic come in pairs with its days or with the values of its choice, only one pair is kept, since
 * they are no facts of one thing: of orders the largest of the latest period that rules ask for, of projects the largest. The others
 * stand beside it, each with its day.
 */
export function ofOneItem({ bound, heard }: Said, facts: Facts, wanted: readonly Period[]): Sorted {
  const left = { bound, heard, beside: [] as Thing[] };
  for (const [name, fact] of facts) {
    if (fact.several === undefined) continue;
    const amounts = left.bound.filter((one) => one.fact === name && one.sure && !one.total);
    // 又减到4000万 is the same one as before.
    if (amounts.length < 2 || amounts.some((one) => one.becomes)) continue;
    const { entity: kind } = fact;
    if (kind !== undefined && fact.several === 'largest')
      left.beside.push(...thingsOf(kind, amounts, left.bound, facts));
    for (const [mate, { type, topic }] of facts) {
      if (topic !== fact.topic) continue;
      if (type === 'date' && fact.several === 'largest') {
        const days = left.bound.filter((one) => one.fact === mate && one.sure);
        const best = bestDated(paired(amounts, days), wanted);
        if (best) left.bound = only(left.bound, [best[0], best[1]], [name, mate]);
      }
      if (type === 'choice') {
        const kinds = left.heard.filter((one) => one.fact === mate && !one.denied && !one.doubted);
        const best =
          new Set(kinds.map((one) => String(one.states))).size > 1 && largest(paired(amounts, kinds));
        if (!best) continue;
        left.bound = only(left.bound, [best[0]], [name]);
        left.heard = only(left.heard, [best[1]], [mate]);
      }
    }
  }
  return left;
}

/** Each of the figures as a thing of its own, with its day where every one has one. */
function thingsOf(kind: string, amounts: readonly Bound[], bound: readonly Bound[], facts: Facts): Thing[] {
  const isDayOf = (name: string) => facts.get(name)!.type === 'date' && facts.get(name)!.entity === kind;
  const days = bound.filter(({ fact, sure }) => sure && isDayOf(fact));
  const dayOf = new Map(paired(amounts, days));
  return amounts.map((amount) => ({ kind, facts: valuesOf([amount, dayOf.get(amount)]) }));
}

const valuesOf = (said: readonly (Bound | undefined)[]): Record<string, FactValue> =>
  Object.fromEntries(said.flatMap((one) => (one ? [[one.fact, asValue(one.value)]] : [])));

const only = <T extends { fact: string }>(
  all: readonly T[],
  kept: readonly T[],
  facts: readonly string[],
): T[] => all.filter((one) => !facts.includes(one.fact) || kept.includes(one));

type Pair<T> = [amount: Bound, mate: T];

const placeOf = (one: Bound | Heard): number => ('at' in one ? one.at : one.start);

/** Each figure with its mate: in the order of the text, or all that share one with it (6月签的，3000万和2000万). */
function paired<T extends Bound | Heard>(amounts: readonly Bound[], mates: readonly T[]): Pair<T>[] {
  const inOrder = mates.toSorted((a, b) => placeOf(a) - placeOf(b));
  const [first] = inOrder;
  if (!first || mates.length < 2 || mates.length > amounts.length) return [];
  if (mates.length < amounts.length) {
    const matesLead = amounts.every((amount) => placeOf(first) < amount.at);
    return amounts.flatMap((amount) => {
      const mate = matesLead
        ? inOrder.findLast((one) => placeOf(one) < amount.at)
        : inOrder.find((one) => placeOf(one) > amount.at);
      return mate ? [[amount, mate] satisfies Pair<T>] : [];
    });
  }
  return amounts.toSorted((a, b) => a.at - b.at).map((amount, index) => [amount, inOrder[index]!]);
}

function bestDated(pairs: readonly Pair<Bound>[], wanted: readonly Period[]): Pair<Bound> | null {
  const latest = wanted
    .filter((period) => pairs.some(([, day]) => isWithin(day, period)))
    .reduce<Period | null>((a, b) => (a && a.to > b.to ? a : b), null);
  return largest(latest ? pairs.filter(([, day]) => isWithin(day, latest)) : pairs);
}

const largest = <T>(pairs: readonly Pair<T>[]): Pair<T> | null =>
  pairs.reduce<Pair<T> | null>((a, b) => (a && size(a[0]) >= size(b[0]) ? a : b), null);
const size = ({ value }: Bound): number => Number(value.min ?? value.max ?? 0);
const isWithin = ({ value: { min, max } }: Bound, { from, to }: Period): boolean =>
  min !== undefined && max !== undefined && min >= from && max <= to;
