/** Places a question names, and how the documents stand to them. */
import { forLastTexts } from '../contract/index.ts';
import {
  type Gazetteer,
  gazetteerOf,
  type Knowledge,
  NATION,
  type Place,
  type PlaceMention,
  type Policy,
  placesOf,
  shortNameOf,
} from '../policy/index.ts';
import { pairOf } from './analyse.ts';
import { type Postings, timesSeen } from './postings.ts';

/**
 * How a document stands to a place asked about. own: it speaks for it; above: for what the place lies in (the city for a district); nation:
 * for the whole country; below: for a part of it; unknown: nobody knows what it speaks for; other: for another place.
 */
export type Relation = 'own' | 'above' | 'nation' | 'below' | 'unknown' | 'other';

export interface Places {
  gazetteer: Gazetteer;
  /** By document the places it speaks for; none: unknown. */
  of: ReadonlyMap<Policy, readonly string[]>;
  /** Places that some document speaks for. */
  covered: ReadonlySet<string>;
  /** The documents by how they stand to a place. */
  standing: (asked: string) => ReadonlyMap<Relation, readonly Policy[]>;
  /** Covered places whose short name is also a word of other documents: it tells no place. */
  words: ReadonlySet<string>;
}

export interface AskedPlace {
  name: string;
  said: string;
  /** 我们在九江: told of oneself; what is asked about may be another place's document, which then does not hold here. */
  told: boolean;
  /** Known from before, not asked about. */
  home?: boolean;
}

export function buildPlaces(knowledge: Knowledge, text: Postings): Places {
  const declared = gazetteerOf(knowledge.places);
  const zones: Place[] = [];
  const of = new Map<Policy, readonly string[]>();
  for (const policy of knowledge.policies) {
    const places = policy.places.length
      ? policy.places.map((name) => ({ name, within: outerOf(declared, name) }))
      : placesOf({ ...policy, number: policy.number, body: policy.source }, declared);
    for (const { name, within } of places)
      if (!declared.find(name) && !zones.some((zone) => zone.name === name))
        zones.push({ name, within: within ?? NATION, also: namesOfZone(name, within), ambiguous: false });
    of.set(
      policy,
      places.map(({ name }) => name),
    );
  }
  const covered = new Set([...of.values()].flat());
  const gazetteer = zones.length ? gazetteerOf([...knowledge.places, ...zones]) : declared;
  return {
    gazetteer,
    of,
    covered,
    // A question asks about one place or two, and is looked at from several sides.
    standing: forLastTexts(8, (asked) =>
      Map.groupBy(knowledge.policies, (policy) => relationOf({ gazetteer, of }, policy, asked)),
    ),
    words: commonNames(covered, of, text),
  };
}

/** 南昌市某某新区 lies in 南昌市: of a zone that is not declared, the place that its name begins with. */
function outerOf(gazetteer: Gazetteer, name: string): string | null {
  const known = gazetteer.find(name);
  if (known) return known.within;
  const [first] = gazetteer.mentionsIn(name);
  return first?.start === 0 ? first.place.name : null;
}

/** 南昌市某某新区 is called 某某新区, too. */
function namesOfZone(name: string, within: string | null): string[] {
  const outer = within === null ? [] : [within, shortNameOf(within)];
  const begin = outer.find((one) => name.startsWith(one));
  const rest = begin === undefined ? '' : name.slice(begin.length);
  return rest.length > 3 ? [rest] : [];
}

/** 资源, 合作, 通道 are counties; where other documents than their own use the word, it is a word. */
function commonNames(
  covered: ReadonlySet<string>,
  of: ReadonlyMap<Policy, readonly string[]>,
  text: Postings,
): Set<string> {
  const common = new Set<string>();
  for (const name of covered) {
    const short = shortNameOf(name);
    if (short.length !== 2 || short === name) continue;
    let own = 0;
    for (const [policy, places] of of) if (places.includes(name)) own += policy.measures.length + 1;
    if (timesSeen(text, pairOf(short.charCodeAt(0), short.charCodeAt(1))) > own) common.add(name);
  }
  return common;
}

export function relationOf(
  { gazetteer, of }: Pick<Places, 'gazetteer' | 'of'>,
  policy: Policy,
  asked: string,
): Relation {
  const places = of.get(policy) ?? [];
  if (places.length === 0) return 'unknown';
  let best: Relation = 'other';
  for (const place of places) {
    if (place === asked) return 'own';
    if (place === NATION) best = 'nation';
    else if (gazetteer.isWithin(asked, place)) best = 'above';
    else if (best === 'other' && gazetteer.isWithin(place, asked)) best = 'below';
  }
  return best;
}

/** Two documents speak for places of which neither holds the other: what one grants, the other's enterprises do not get. */
export function areApart(
  { gazetteer, of }: Pick<Places, 'gazetteer' | 'of'>,
  one: Policy,
  other: Policy,
): boolean {
  const places = of.get(one) ?? [];
  const others = of.get(other) ?? [];
  if (places.length === 0 || others.length === 0) return false;
  return places.every((place) =>
    others.every((name) => !gazetteer.isWithin(place, name) && !gazetteer.isWithin(name, place)),
  );
}

/** A place one comes from, sends to or sells to is not the place one asks about: 从上海回来 · 上海来的 · 发往深圳 · 去广州参展. */
const FROM_OR_TO = /(?:从|由|自|到|去|往|发往|运往|销往|卖到|来自|跟|和|与|比)$/u;
/** 四川的回不来 · 上海那边出不来: whoever or whatever is kept there moves, or cannot. */
const MOVING = /^(?:[那这]边)?的?[^，。的]{0,4}[回出进过送运来去](?:不|得)[来去到了]/u;
/** 货卡在上海 · 钱押在九江: something else than the enterprise is there; 做新材料的在洛阳 is the enterprise. */
const LIES_THERE = /(?:货|车|人|钱|款|设备|材料|[^我咱们司厂店业册部址地立家户都就也的\s，。,？?！])在$/u;
const COMING = /^(?:回来|回|来|返|过来|出发|进货|发货|那边来|那边过来|的客户|的供应商|的订单|客户|供应商)/u;

const isElsewhere = (before: string, after: string): boolean =>
  FROM_OR_TO.test(before) || LIES_THERE.test(before) || COMING.test(after) || MOVING.test(after);

/** The place of the enterprise itself, as told: it prefers, and leaves out nothing. */
export function homeOf(places: Places, home: string): AskedPlace[] {
  return placesIn(places, home).map((place) => ({ ...place, told: true, home: true }));
}

function askedIn(places: Places, question: string): PlaceMention[] {
  const named = places.gazetteer.mentionsIn(question).filter((mention) => isPlace(places, mention));
  return named.filter(
    ({ start, end }) =>
      !isElsewhere(question.slice(0, start), question.slice(endOfRow(named, question, end))),
  );
}

/** 四川贵州的, 四川、贵州的: where the row of places ends. */
function endOfRow(named: readonly PlaceMention[], question: string, end: number): number {
  const next = named.find(({ start }) => start >= end && /^[、和跟及与]?$/u.test(question.slice(end, start)));
  return next ? endOfRow(named, question, next.end) : end;
}

/** Places asked about, the innermost of each chain (深圳坪山: 坪山区). */
export function placesIn(places: Places, question: string): AskedPlace[] {
  const { gazetteer } = places;
  const asked = askedIn(places, question);
  const found: AskedPlace[] = [];
  for (const { place, start, end } of asked) {
    if (asked.some((other) => other.place !== place && gazetteer.isWithin(other.place.name, place.name)))
      continue;
    if (!found.some((one) => one.name === place.name))
      found.push({
        name: place.name,
        said: question.slice(start, end),
        told: /(?:在|位于|注册于)$/u.test(question.slice(0, start)),
      });
  }
  // 香港授权的专利东莞给多少: beside a place that documents speak for, another is no place asked about.
  const spokenFor = found.filter(({ name }) => isSpokenFor(places, name));
  return spokenFor.length ? spokenFor : found;
}

/** Some document speaks for the place itself, or for a part of it. */
export function isSpokenFor({ gazetteer, covered }: Places, name: string): boolean {
  return covered.has(name) || [...covered].some((place) => gazetteer.isWithin(place, name));
}

/** The question without the places that it asks about: they choose documents and are no words to search for. */
export function withoutPlaces(places: Places, question: string): string {
  return askedIn(places, question).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    question,
  );
}

/** A short name that is also a common word counts only for a place that some document speaks for. */
function isPlace({ covered, words }: Places, { place, certain }: PlaceMention): boolean {
  return certain || (covered.has(place.name) && !words.has(place.name));
}
