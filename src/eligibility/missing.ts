/** Which facts are still open and matter: those of conditions not decided, and those the amount is computed from. */

import type { Profile } from '../contract/index.ts';
import { type Facts, inOrder, isExact } from '../facts/index.ts';
import { factsOfPay, type Need, type Pay } from '../policy/index.ts';
import type { Condition, OpenRow } from './evaluation.ts';
import { OPEN } from './three-values.ts';
import { factsOfNeed, knownOf, truthOf, type Window } from './truth.ts';

export function missingFacts(
  conditions: Condition[],
  rows: OpenRow[],
  profile: Profile,
  window: Window,
  facts: Facts,
): string[] {
  let names: Set<string> | null = null;
  const ask = (fact: string): void => {
    names ??= new Set();
    names.add(fact);
  };
  const open = (fact: string): void => {
    const value = knownOf(fact, profile, window, facts);
    // An exact value that decides nothing (a fair that the list does not name) is not asked again.
    if (value !== undefined && isExact(value)) return;
    ask(fact);
  };
  const collect = (need: Need): void => {
    if (truthOf(need, profile, window, facts) !== OPEN) return;
    if (need.kind === 'all' || need.kind === 'any') need.of.forEach(collect);
    else factsOfNeed(need).forEach(open);
  };
  for (const { kind, need, state, facts: about } of conditions) {
    if (state !== 'unknown') continue;
    if (need) collect(need);
    else if (kind === 'received') about.forEach(open);
    // What was said reaches into the document's place and out of it: it is asked more exactly.
    else if (kind === 'place') about.forEach(ask);
  }
  for (const { row, sum } of rows) {
    if (row.when) collect(row.when);
    // Who has counted one kind is not asked for the others before he is told the sum.
    if (sum.min !== null && sum.min === sum.max) continue;
    for (const fact of wantedOf(row.pay, (one) => knownOf(one, profile, window, facts) !== undefined))
      if (knownOf(fact, profile, window, facts) === undefined) open(fact);
  }
  return names === null ? [] : inOrder(withoutDerived(names, profile, facts), facts);
}

/** What all of them cost is asked first, and each for itself only where that leaves the sum open. */
function wantedOf(pay: Pay, isKnown: (fact: string) => boolean): string[] {
  if (pay.form !== 'priced' || pay.total === null) return factsOfPay(pay);
  if (isKnown(pay.of)) return [pay.units];
  return isKnown(pay.total) ? [pay.units, pay.of] : [pay.total];
}

/** A figure that follows from another missing one and what is known need not be asked: with this year's sales, the growth is enough. */
function withoutDerived(names: Set<string>, profile: Profile, facts: Facts): Set<string> {
  for (const name of names) {
    const { series, type, implies = {} } = facts.get(name) ?? {};
    // How many of a thing says that there are some.
    if (type === 'number')
      for (const told of Object.keys(implies)) if (implies[told] === true) names.delete(told);
    if (!series?.increase || !names.has(series.increase)) continue;
    if (profile[series.level] !== undefined || profile[series.previous] !== undefined)
      names.delete(series.increase);
  }
  return names;
}
