/** Question terms → entries, best first: text score and nearest alias, then place, year and age. */
import type { Day } from '../contract/index.ts';
import { type Policy, shortNameOf, standingOn } from '../policy/index.ts';
import { entriesNear, nearestAliases } from './aliases.ts';
import { eachTerm, isNumberTerm, isPair, type Term } from './analyse.ts';
import { type Entry, type Index, textOfAlias } from './build-index.ts';
import { closerLook } from './closer-look.ts';
import {
  ALIAS_WEIGHT,
  ALIAS_WEIGHT_AMONG_OTHERS,
  CLOSED,
  EMPTY_WEIGHT,
  EXPIRED,
  LEXICON_WEIGHT,
  NOT_ISSUED,
  NUMBER_WEIGHT,
  OTHER_VERSION,
  STORY_WEIGHT,
  WHOLE_DOCUMENT,
} from './cuts.ts';
import { type AskedPlace, isSpokenFor, type Relation, relationOf } from './places.ts';
import { type Asked, insert, lookUp, search, timesSeen } from './postings.ts';
import type { Focus } from './question-kind.ts';
import { repairs } from './slips.ts';
import { storyParts } from './story.ts';
import { isIssued, versionOn } from './versions.ts';
import { withoutEmptyWords } from './words.ts';

export interface Ranked {
  position: number;
  entry: Entry;
  /** Of the order of 0 to 1.5: share of the question's weight found, and nearness to one alias. */
  score: number;
  /** Share of the question's weight that the text score reaches. */
  share: number;
  /** Cosine with the nearest alias, and which it is. */
  alias: number;
  nearest: string | null;
}

export interface Wanted {
  /** Only entries of these, when any is named. */
  documents: Policy[];
  places: AskedPlace[];
  years: string[];
  today: Day;
  /** As it was asked, without the places and documents that it names: what a closer look reads. */
  question: string;
  /** What is asked for first. */
  focus: Focus | undefined;
  /** The question asks for a document as a whole. */
  wholeDocument: boolean;
}

/** The question's terms with their weights. */
export function weigh(index: Index, question: string): Map<Term, number> {
  const weights = new Map<Term, number>();
  const put = (term: Term, weight: number) => {
    const full = weight * (isNumberTerm(term) ? weightOfNumber(index, term) : 1);
    if (full > (weights.get(term) ?? 0)) weights.set(term, full);
  };
  for (const { text, asks } of storyParts(question)) {
    const weight = asks ? 1 : STORY_WEIGHT;
    eachTerm(withoutEmptyWords(text), (term) => put(term, weight));
    eachTerm(text, (term) => put(term, weight * EMPTY_WEIGHT));
  }
  // Single characters of words that are put in lead astray among many documents of many fields.
  const isPutIn = (term: Term) => !index.partlyAliased || typeof term === 'string' || isPair(term);
  for (const { means } of index.lexicon.meantBy(question))
    for (const word of means) eachTerm(word, (term) => isPutIn(term) && put(term, LEXICON_WEIGHT));
  for (const { means, weight } of repairs(index.vocabulary, index.text, question)) put(means, weight);
  return weights;
}

/**
 * 968969: a number that the documents have as it stands is what something is called by, and weighs as much as a name of so many
 * characters, which is pairs and characters; any other is a figure of somebody's own.
 */
const weightOfNumber = (index: Index, term: Term): number =>
  typeof term === 'string' && term.length >= LEAST_CALLED && timesSeen(index.text, term) > 0
    ? term.length / 2
    : NUMBER_WEIGHT;
const LEAST_CALLED = 5;

/** A long story is measured by its heaviest terms: no measure has them all. */
const HEAVIEST = 20;

function sumOfHeaviest(values: number[]): number {
  const heaviest: { score: number }[] = [];
  for (const score of values) insert(heaviest, { score }, HEAVIEST);
  return heaviest.reduce((sum, { score }) => sum + score, 0);
}

/** What a document could reach with the terms of the question, about. */
function mostPossible({ ids, weights, idfs }: Asked): number {
  return 2.2 * sumOfHeaviest(ids.map((id, at) => (id < 0 ? 0 : weights[at]! * idfs[at]!))) || 1;
}

/** The question's length as a vector. */
function lengthOf({ weights, idfs }: Asked): number {
  return Math.sqrt(sumOfHeaviest(weights.map((weight, at) => (weight * idfs[at]!) ** 2)));
}

/** So many by text score are looked at; the alias, place and year decide among them. */
const POOL = 60;
/** So many are looked at more closely where nobody wrote how they are asked for. */
const LOOKED_AT = 60;

export function rank(
  index: Index,
  terms: ReadonlyMap<Term, number>,
  wanted: Wanted,
  limit: number,
): Ranked[] {
  const named = new Set(wanted.documents);
  const speaking = named.size > 0 ? named : speakingFor(index, wanted.places);
  const mayBeFound = (position: number) => speaking === null || speaking.has(index.entries[position]!.policy);
  const asked = lookUp(index.text, terms);
  const most = mostPossible(asked);
  const near = nearestAliases(index.aliases, asked, lengthOf(asked));
  const aliasWeight = index.partlyAliased ? ALIAS_WEIGHT_AMONG_OTHERS : ALIAS_WEIGHT;
  const preferences = new Map<Policy, number>();
  const factorOf = (entry: Entry): number => {
    let preferred = preferences.get(entry.policy);
    if (preferred === undefined) {
      preferred = preference(index, entry.policy, wanted);
      preferences.set(entry.policy, preferred);
    }
    return (
      preferred * kindFactor(entry, wanted) * (index.partlyAliased ? 1 : whatIsAsked(entry, wanted.focus))
    );
  };
  // Where a closer look follows, more are kept for it.
  const kept = index.partlyAliased ? Math.max(limit, LOOKED_AT) : limit;
  const ranked: Considered[] = [];
  const consider = (position: number, share: number) => {
    const entry = index.entries[position]!;
    const place = near.ofEntry[position]!;
    const alias = place < 0 ? 0 : near.similarities[place]!;
    const score = (share + aliasWeight * alias) * factorOf(entry);
    if (ranked.length === kept && score <= ranked[kept - 1]!.score) return;
    const nearestAlias = place < 0 ? -1 : near.aliases[place]!;
    insert(ranked, { position, entry, score, share, alias, nearestAlias }, kept);
  };
  for (const { document, score } of search(index.text, asked, POOL, mayBeFound)) {
    consider(document, score / most);
    near.ofEntry[document] = -1;
  }
  for (const position of entriesNear(index.aliases)) if (mayBeFound(position)) consider(position, 0);
  if (!index.partlyAliased) return ranked.map((one) => withNearest(index, one));
  const look = closerLook(index, wanted.question, terms, asked);
  for (const one of ranked) one.score += look(one.entry, one.alias) * factorOf(one.entry);
  const best = ranked.sort((a, b) => b.score - a.score).slice(0, limit);
  return best.map((one) => withNearest(index, one));
}

/** The alias by its number; -1: none is near. Most that are considered are dropped again, and their text is not read. */
type Considered = Omit<Ranked, 'nearest'> & { nearestAlias: number };

const withNearest = (index: Index, { nearestAlias, ...one }: Considered): Ranked => ({
  ...one,
  nearest: nearestAlias < 0 ? null : textOfAlias(index, nearestAlias),
});

/** What a clause has to have where an amount is asked for. */
const ASKED_FOR: Partial<Record<Focus, RegExp>> = {
  // 10万元 · 60% · 5折 · 二十万元 · 免收
  amount:
    /\d\s*(?:万|亿|千|百)?\s*(?:余|多)?\s*(?:美|港|欧)?元|\d\s*(?:%|％|‰|折|倍|个百分点)|[一二三四五六七八九十百千]+(?:万|亿)?元|百分之|免收|免费|免征|减半|全免/u,
};

/** What such an entry keeps of its score. Fitted on 110 questions over 16 documents, 2026-11-28: 0.7 to 0.9 do alike. */
const NOT_THERE = 0.85;

/** Whether a clause has it: as long as the index lives. */
const had = new WeakMap<Entry, Map<Focus, boolean>>();

/** A clause without any amount hardly answers how much there is. */
function whatIsAsked(entry: Entry, focus: Focus | undefined): number {
  const pattern = focus && ASKED_FOR[focus];
  if (!pattern || entry.kind !== 'measure') return 1;
  const known = had.get(entry) ?? new Map<Focus, boolean>();
  had.set(entry, known);
  let has = known.get(focus);
  if (has === undefined) {
    has = pattern.test(entry.measure.clause.text);
    known.set(focus, has);
  }
  return has ? 1 : NOT_THERE;
}

function kindFactor(entry: Entry, { documents, wholeDocument }: Wanted): number {
  return entry.kind === 'document' && documents.length === 0 && !wholeDocument ? WHOLE_DOCUMENT : 1;
}

/** The documents that may speak for a place asked about, unknown ones too; null where none is asked for or none may. */
function speakingFor(index: Index, places: readonly AskedPlace[]): ReadonlySet<Policy> | null {
  // Told of oneself, with no document of one's own: the rule asked about may be another place's, which then does not hold here.
  if (
    places.length === 0 ||
    places.some(({ name, told, home }) => home || (told && !isSpokenFor(index.places, name)))
  )
    return null;
  const some = places.flatMap(({ name }) =>
    [...index.places.standing(name)].flatMap(([relation, policies]) =>
      relation === 'other' ? [] : policies,
    ),
  );
  return some.length ? new Set(some) : null;
}

/** A document of another place hardly answers; one that nobody has placed may. */
const BY_RELATION: Readonly<Record<Relation, number>> = {
  own: 1.2,
  below: 1.1,
  above: 0.95,
  nation: 0.95,
  unknown: 0.95,
  other: 0.4,
};

/** A document that nobody has placed, and that names the place asked about, speaks for it, most likely. */
function standingTo({ places }: Index, policy: Policy, asked: string): Relation {
  const relation = relationOf(places, policy, asked);
  return relation === 'unknown' && policy.source.includes(shortNameOf(asked)) ? 'own' : relation;
}

/** Near twins are told apart by the place and the year asked for, then by which is alive, then by age. */
function preference(index: Index, policy: Policy, wanted: Wanted): number {
  let factor = 1;
  for (const { name } of wanted.places) factor *= BY_RELATION[standingTo(index, policy, name)];
  if (wanted.years.length)
    factor *= wanted.years.some((year) => index.routes.years.get(policy)?.has(year)) ? 1.15 : 0.9;
  else if (versionOn(index.versions, policy, wanted.today) !== policy) factor *= OTHER_VERSION;
  factor *= byStanding(index, policy, wanted);
  // What is not issued yet grants nothing today; whoever names its year asks about it all the same.
  if (!isIssued(policy, wanted.today) && wanted.years.length === 0) factor *= NOT_ISSUED;
  return factor;
}

/**
 * Today's is meant: a document that has expired gives way, unless the question says by place, number or year which it means. Where people wrote
 * how everything is asked for, the words they wrote say it better.
 */
function byStanding(
  { partlyAliased }: Index,
  policy: Policy,
  { today, places, years, documents }: Wanted,
): number {
  const end = policy.applyBy ?? policy.validUntil;
  if (!end || end.day >= today) return 1;
  const says = documents.length > 0 || years.length > 0 || places.some(({ home }) => !home);
  return partlyAliased && !says && standingOn(policy, today).state === 'expired' ? EXPIRED : CLOSED;
}
