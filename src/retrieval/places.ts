/** Places a question names, and whether any document speaks for them. */

import { candidatesOf } from '../candidates.ts';
import type { Knowledge, Place } from '../policy/policy.ts';
import { normalise } from './analyse.ts';

interface Spelling {
  text: string;
  place: Place;
  certain: boolean;
}

export interface Places {
  /** The spellings that may stand in a question, longest first. */
  spellings: (question: string) => Spelling[];
  within: Map<string, string | null>;
  /** Places that some document speaks for. */
  covered: Set<string>;
}

export interface AskedPlace {
  name: string;
  said: string;
  /**
   * own: a document of that place; above: of a place it lies in (the city for a district); top: only of the outermost place around it
   * (the province for another city); below: only of places in it; none.
   */
  coverage: 'own' | 'above' | 'top' | 'below' | 'none';
}

export function buildPlaces(knowledge: Knowledge): Places {
  const spellings = knowledge.places.flatMap((place): Spelling[] => [
    { text: normalise(place.name), place, certain: true },
    ...place.also.map((also) => ({ text: normalise(also), place, certain: !place.ambiguous })),
  ]);
  return {
    spellings: candidatesOf(
      spellings.sort((a, b) => b.text.length - a.text.length),
      ({ text }) => text,
    ),
    within: new Map(knowledge.places.map((place) => [place.name, place.within])),
    covered: new Set(knowledge.policies.flatMap((policy) => policy.place ?? [])),
  };
}

/** The place itself, then what it lies in: 东湖区, 南昌市, 江西省. */
export function upwards(places: Places, name: string): string[] {
  const chain: string[] = [];
  for (let at: string | null | undefined = name; at && !chain.includes(at); at = places.within.get(at))
    chain.push(at);
  return chain;
}

/** A place one comes from, sends to or sells to is not the place one asks about: 从上海回来 · 上海来的 · 发往深圳 · 去广州参展. */
const FROM_OR_TO = /(?:从|由|自|到|去|往|发往|运往|销往|卖到|来自|跟|和|与|比)$/u;
const COMING = /^(?:回来|回|来|返|过来|出发|进货|发货|那边来|那边过来|的客户|的供应商|的订单|客户|供应商)/u;

/** Places asked about, with the text without them. */
export function placesIn(
  places: Places,
  question: string,
  ignore: (said: string) => boolean = () => false,
): AskedPlace[] {
  const found: AskedPlace[] = [];
  let rest = question;
  for (const { text, place, certain } of places.spellings(question)) {
    const at = rest.indexOf(text);
    // A short name that is also a common word counts only for a place that some document speaks for.
    if (at < 0 || text.length < 2 || !(certain || places.covered.has(place.name))) continue;
    const before = rest.slice(0, at);
    const after = rest.slice(at + text.length);
    rest = `${before}${'□'.repeat(text.length)}${after}`;
    if (FROM_OR_TO.test(before) || COMING.test(after) || ignore(text)) continue;
    if (!found.some((one) => one.name === place.name))
      found.push({ name: place.name, said: text, coverage: coverage(places, place.name) });
  }
  return found;
}

function coverage(places: Places, name: string): AskedPlace['coverage'] {
  if (places.covered.has(name)) return 'own';
  const around = upwards(places, name).filter((place) => places.covered.has(place));
  if (around.length) return around.some((place) => places.within.get(place)) ? 'above' : 'top';
  if ([...places.covered].some((place) => upwards(places, place).includes(name))) return 'below';
  return 'none';
}
