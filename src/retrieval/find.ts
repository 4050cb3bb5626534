/** question → measures with a sureness. */
import type { Day } from '../contract/index.ts';
import { type ElsewhereTopic, isOfLaterYear, type Policy } from '../policy/index.ts';
import { normalise, type Term } from './analyse.ts';
import { OF_DOCUMENTS } from './asking-words.ts';
import { type Index, nameOf } from './build-index.ts';
import { comparedSides } from './compared-sides.ts';
import { isCovered } from './coverage.ts';
import { CLEAR_GAP, NEAR_ALIAS, NEAR_ELSEWHERE, NEAR_LATER } from './cuts.ts';
import { askedDepartment, measuresOf } from './departments.ts';
import { type ElsewhereHit, elsewhereTopic } from './elsewhere.ts';
import { namedDocuments } from './named-documents.ts';
import { itemsOf } from './named-items.ts';
import { isOutside } from './outside.ts';
import { readPinyin } from './pinyin.ts';
import { type AskedPlace, areApart, homeOf, placesIn, relationOf, withoutPlaces } from './places.ts';
import { timesSeen } from './postings.ts';
import { asksForDocument, type Focus, focusesOf, isComparison } from './question-kind.ts';
import { type Ranked, rank, weigh } from './rank.ts';
import { type Route, readRoute } from './routes.ts';
import { readSmallTalk, type SmallTalk } from './small-talk.ts';
import { isNothing, isSure, NO_SIGNALS, type Signals, signalsOf, surenessOf } from './sureness.ts';
import { contentWords } from './words.ts';

export type Refusal =
  /** No document speaks for this place. */
  | { reason: 'place'; place: AskedPlace }
  /** A topic that other offices answer. */
  | { reason: 'elsewhere'; topic: ElsewhereTopic; word: string }
  /** The named document has no such item. */
  | { reason: 'no-item'; policy: Policy; items: string[] }
  /** Nothing is near enough. */
  | { reason: 'nothing' };

export interface Finding {
  /** answer: the first measure, at once; menu: one of up to three; document: a document as a whole; compare: one measure of each; department: what one department is responsible for. */
  band: 'answer' | 'menu' | 'none' | 'document' | 'compare' | 'department' | 'small-talk';
  sure: number;
  /** Best first; an entry of kind document is what the head and tail of a document say. */
  ranked: Ranked[];
  /** For band document; `fromText`: found by what its head and tail say, not named as a whole. */
  document: Policy | null;
  fromText: boolean;
  /** For band department: its name as the documents write it. */
  department: string | null;
  route: Route;
  places: AskedPlace[];
  focuses: Focus[];
  refusal: Refusal | null;
  smallTalk: SmallTalk | null;
  signals: Signals;
  /** The question as it was searched for, and the weights of its terms: what explain() takes. */
  question: string;
  terms: ReadonlyMap<Term, number>;
}

export interface FindOptions {
  today: Day;
  /** What was talked about last: a measure id or a document number. An item or a question without topic leans on it. */
  context?: string | null | undefined;
  /** Where the enterprise is, as it has told: leads where the question names no place. */
  home?: string | null | undefined;
}

const LIMIT = 10;

/** 今年的抢订单奖励 · 去年那个政策; not 比去年多一成. */
function relativeYears(question: string, today: Day): string[] {
  const said = /(?<!比|较|同)(?<which>今年|去年|前年)(?:的|那个|这个|出台|发布|有)/u.exec(question)?.groups
    ?.which;
  const back = said ? ['今年', '去年', '前年'].indexOf(said) : -1;
  return back < 0 ? [] : [String(Number(today.slice(0, 4)) - back)];
}

/** What the last few questions found, by index: the handlers of one turn ask the same again and again. */
const remembered = new WeakMap<Index, Remembered[]>();
const MOST_REMEMBERED = 4;

interface Remembered {
  asked: string;
  options: FindOptions;
  finding: Finding;
}

export function find(index: Index, asked: string, options: FindOptions): Finding {
  const last = remembered.get(index) ?? [];
  const known = last.find((one) => one.asked === asked && isFoundAlike(one, options));
  if (known) return known.finding;
  const finding = findAnew(index, asked, options);
  remembered.set(index, [{ asked, options, finding }, ...last].slice(0, MOST_REMEMBERED));
  return finding;
}

/** Only an item (第二条) leans on what was talked about: without one, the context makes no difference. */
function isFoundAlike({ options, finding }: Remembered, { today, context, home }: FindOptions): boolean {
  if (options.today !== today || options.home !== home) return false;
  return finding.route.items.length === 0 || options.context === context;
}

function findAnew(index: Index, asked: string, { today, context, home }: FindOptions): Finding {
  const question = readPinyin(normalise(asked), index.vocabulary.bySound, (pair) =>
    timesSeen(index.text, pair),
  );
  const focuses = focusesOf(question);
  const named = readRoute(index.routes, question);
  const route = { ...named, years: [...named.years, ...relativeYears(question, today)] };
  const base: Finding = {
    band: 'none',
    sure: 0,
    ranked: [],
    document: null,
    fromText: false,
    department: null,
    route,
    places: [],
    focuses,
    refusal: null,
    smallTalk: null,
    signals: NO_SIGNALS,
    question,
    terms: new Map(),
  };

  const smallTalk = readSmallTalk(question);
  if (smallTalk) return { ...base, band: 'small-talk', smallTalk, sure: 1 };

  const places = placesIn(index.places, question);
  const { documents, rest: search } = namedDocuments(
    index,
    route,
    places,
    focuses,
    question,
    withoutPlaces(index.places, route.rest),
    context,
  );
  const items =
    route.items.length && documents.length ? itemsOf(index, documents, route.items, question) : [];
  const terms = weigh(index, search);
  const all = rank(
    index,
    terms,
    {
      documents,
      places: places.length || !home ? places : homeOf(index.places, home),
      years: route.years,
      today,
      question: search,
      focus: focuses[0],
      wholeDocument: focuses.some(asksForDocument),
    },
    LIMIT,
  );
  const ranked = documents.length > 0 || route.years.length > 0 ? all : withoutLater(all, today);
  const read = signalsOf(index, search, ranked);
  const elsewhere = elsewhereAsked(index, question, search, ranked, read, route);
  const signals = { ...read, elsewhere: elsewhere !== null };
  const found = { ...base, places, terms, ranked, signals, route: { ...route, documents } };
  const ofOthers = elsewhere && {
    reason: 'elsewhere' as const,
    topic: elsewhere.topic,
    word: elsewhere.word,
  };

  const isOther = (place: AskedPlace) =>
    documents.length
      ? documents.every((one) => relationOf(index.places, one, place.name) === 'other')
      : isOutside(index, place, question, ranked[0]);
  const outside = places.every(isOther) ? places[0] : undefined;
  if (outside) return { ...found, refusal: { reason: 'place', place: outside } };

  if (route.items.length && documents.length) {
    if (!items.length)
      return { ...found, refusal: { reason: 'no-item', policy: documents[0]!, items: route.items } };
    return { ...found, band: items.length > 1 ? 'compare' : 'answer', sure: 1, ranked: items };
  }

  // Where people wrote how measures are asked for, a topic that none of their words cover is another office's; else it is one sign of several.
  if (ofOthers && signals.aliased) return { ...found, refusal: ofOthers };

  const department = askedDepartment(index, question, focuses);
  if (department) {
    const measures = measuresOf(index, department.names, documents, ranked);
    if (measures.length)
      return { ...found, band: 'department', department: department.called, ranked: measures, sure: 0.9 };
  }

  if (isComparison(question)) {
    const sides = comparedSides(index, ranked, documents, route.years);
    if (sides.length > 1)
      return { ...found, band: 'compare', sure: Math.max(0.5, surenessOf(signals)), ranked: sides };
  }

  const whole = wholeDocument(documents, search, focuses, ranked);
  if (whole) return { ...found, band: 'document', document: whole, sure: 0.9 };

  const first = ranked[0];
  if (!first) return { ...found, refusal: { reason: 'nothing' } };
  const sure = surenessOf(signals);
  if (isNothing(signals) && !documents.length)
    return { ...found, sure, refusal: ofOthers ?? { reason: 'nothing' } };
  const clear =
    (signals.gap >= CLEAR_GAP || !signals.aliased) &&
    !(places.length === 0 && !home && hasTwinElsewhere(index, ranked));
  if (first.entry.kind === 'document') {
    const focus = focuses[0];
    const named =
      documents.length > 0 ||
      (focus !== undefined && (focus === 'deadline' || asksForDocument(focus)) && clear);
    if (named || (isSure(signals) && clear))
      return {
        ...found,
        band: 'document',
        document: first.entry.policy,
        fromText: true,
        sure: Math.max(sure, 0.6),
      };
  }
  return { ...found, band: isSure(signals) && clear ? 'answer' : 'menu', sure };
}

/** What a later year issues is found by its name or year, or where nothing of today comes near it: then it is told as not issued yet. */
function withoutLater(ranked: Ranked[], today: Day): Ranked[] {
  const present = ranked.filter(({ entry }) => !isOfLaterYear(entry.policy, today));
  const isNear = present.length > 0 && present[0]!.score >= NEAR_LATER * ranked[0]!.score;
  return isNear ? present : ranked;
}

/** The topic of another office that a question is about, and that the documents do not cover. */
function elsewhereAsked(
  index: Index,
  question: string,
  search: string,
  ranked: Ranked[],
  signals: Signals,
  route: Route,
): ElsewhereHit | null {
  const hit = elsewhereTopic(index.elsewhere, question);
  return hit && !route.documents.length && !isCovered(index, hit, search, ranked, signals) ? hit : null;
}

/** Another place's document grants nearly the same: which one holds, the enterprise's place decides. */
function hasTwinElsewhere(index: Index, [first, ...others]: Ranked[]): boolean {
  return others.some(
    ({ entry, score }) =>
      score >= NEAR_ELSEWHERE * first!.score && areApart(index.places, first!.entry.policy, entry.policy),
  );
}

function wholeDocument(
  documents: Policy[],
  search: string,
  focuses: Focus[],
  ranked: Ranked[],
): Policy | null {
  if (documents.length !== 1) return null;
  const topic = contentWords(search).filter((word) => !OF_DOCUMENTS.test(word));
  const focus = focuses[0];
  if (topic.length === 0) return documents[0]!;
  if (focus && asksForDocument(focus) && focus !== 'about' && (ranked[0]?.alias ?? 0) < NEAR_ALIAS)
    return documents[0]!;
  return null;
}

export { nameOf };
