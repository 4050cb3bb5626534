/** 符合条件: words that several facts share, each of a thing of its own, are said of the thing that was spoken of last. */

import type { Facts } from '../../facts/index.ts';
import type { Heard } from './heard.ts';

/** Of the words that are of one thing or another, those of the thing that is meant; all of them where none was named. */
export function ofTheirThing(heard: readonly Heard[], facts: Facts, asked: readonly string[]): Heard[] {
  const meanings = meaningsOf(facts);
  return heard.flatMap((word) => {
    const shared = meanings.get(word.fact);
    if (!shared || word.hint) return [word];
    const wasAsked = shared.filter(({ fact }) => asked.includes(fact));
    const thing = wasAsked.length > 0 ? null : thingOf(word, heard, meanings);
    const meant = thing === null ? wasAsked : shared.filter(({ saidOf }) => saidOf.includes(thing));
    if (meant.length === 0 && thing === null) return [word];
    return meant.map(({ fact }) => ({ ...word, fact }));
  });
}

interface Meaning {
  fact: string;
  /** The facts that name its thing. */
  saidOf: readonly string[];
}

/** The thing named last before the word, or else behind it in its own clause. */
function thingOf(
  word: Heard,
  heard: readonly Heard[],
  meanings: ReadonlyMap<string, Meaning[]>,
): string | null {
  const things = new Set([...meanings.values()].flat().flatMap(({ saidOf }) => saidOf));
  const named = heard.filter((one) => things.has(one.fact) && !one.hint);
  const before = named.filter(({ end }) => end <= word.start);
  const last = before.toSorted((a, b) => a.end - b.end).at(-1);
  return (
    (last ?? named.find(({ clause, start }) => clause === word.clause && start >= word.end))?.fact ?? null
  );
}

const cached = new WeakMap<Facts, Map<string, Meaning[]>>();

/** By fact that has such words: what they may mean, itself or one of the facts that follow from it. */
function meaningsOf(facts: Facts): ReadonlyMap<string, Meaning[]> {
  let meanings = cached.get(facts);
  if (!meanings) {
    meanings = new Map();
    for (const [fact, { saidOf, follows }] of facts) {
      if (saidOf.length === 0) continue;
      for (const wider of follows.length > 0 ? follows : [fact])
        meanings.set(wider, [...(meanings.get(wider) ?? []), { fact, saidOf }]);
    }
    cached.set(facts, meanings);
  }
  return meanings;
}
