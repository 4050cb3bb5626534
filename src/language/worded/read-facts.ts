/** Facts out of free text. Pure; never throws, whatever the text. */

import type { Day, Profile } from '../../contract/index.ts';
import { type Facts, inOrder } from '../../facts/index.ts';
import type { Figure } from '../../figures/index.ts';
import { withoutOpenings } from '../blank.ts';
import { withoutCountedAs } from '../counted-as.ts';
import { hearNamed } from '../named/hear.ts';
import { isNamed } from '../named/names.ts';
import { withoutSlips } from '../slips.ts';
import { goesOn } from '../told-before.ts';
import { type Clause, readUtterance, type Utterance } from '../utterance.ts';
import { anchorsOf } from './anchors.ts';
import { readAnswers } from './answers.ts';
import { besideBefore, type Heedless, isOfAnotherThing, isPartOfName, otherThings } from './beside-before.ts';
import { type Binding, bindFigures } from './bind.ts';
import { readElsewhere, readShortName } from './elsewhere.ts';
import { membersOf } from './families.ts';
import { type Heard, listen } from './heard.ts';
import { ofOneItem } from './items.ts';
import { isNotKnown, isRefused, isSupposed, isTakenBack, replacedSince } from './modality.ts';
import { ofTheirThing } from './of-what.ts';
import { isOfOthers, isOfPartner } from './others.ts';
import { readPlace } from './places.ts';
import type { ReadFactsOptions, Reading } from './reading.ts';
import { implausible, inWholes, oneValue } from './several.ts';
import { settle } from './statements.ts';
import { clausesStatingNothing } from './supposed.ts';

/** Of a pasted table the first figures are read: each is held against the others. */
const MOST_FIGURES = 48;

/**
 * What the message tells of the enterprise: several facts at once, corrections, denials, doubts. A figure goes to the fact whose
 * words stand nearest with a fitting unit; without a word, to what was asked. Doubt is reported, never stored.
 */
export function readFacts(utterance: Utterance, options: ReadFactsOptions): Reading {
  const { today, asked = [], places = [], periods = [], profile = {}, leaning = false } = options;
  const facts = spelledOut(options.facts);
  const told = withoutSlips(withoutCountedAs(withoutOpenings(utterance)), options.facts, options.meanings);
  const { text, clauses } = told;
  const anchors = anchorsOf(text, facts, asked);
  const figures = told.figures.slice(0, MOST_FIGURES);
  const future = figures.filter((figure) => isAfter(figure, today));
  const heardWords = listen(told, facts, { named: anchors, future, leaning });
  const words = ofTheirThing({ heard: heardWords, clauses, facts: options.facts, asked });
  const taken = new Set(words.filter((one) => !one.hint).map((one) => one.start));
  const bearings = { facts, today, asked, wanted: periods, anchors, taken, leaning };
  const figuresSaid = bindFigures(text, clauses, figures, bearings);
  const named = hearNamed({
    text,
    parts: partsOf(clauses, leaning),
    figures,
    facts: options.facts,
    meanings: options.meanings,
    asked,
    today,
  });
  const own = figuresSaid.bound.filter(
    (one) =>
      !isPartOfName(one, named.taken, options.facts, options.meanings) &&
      (one.sure || !named.taken.has(one.at)) &&
      !isOfAnotherThing(one, named.taken, options.facts) &&
      !isOfPartner(facts.get(one.fact)!, wordsOf(clauses, one.at), one.at),
  );
  const { bound, heard, beside } = ofOneItem({ bound: own, heard: words }, facts, periods);
  const binding = { anchors, bound };
  const said = settle(heard, options.facts);
  const reading: Heedless = {
    facts: { ...said.facts },
    unsure: [...said.unsure],
    unknown: [],
    refused: isRefused(text),
    whatIf: clauses.some(isSupposed),
    nonsense: [],
    mentions: [],
  };
  keepFigures(binding, options, reading, replacedSince(text));
  for (const [name, fact] of facts) {
    const place = fact.type === 'place' ? placeOf(clauses, fact, places, asked.includes(name)) : null;
    if (place !== null) reading.facts[name] = place;
  }
  Object.assign(reading.facts, named.facts);
  reading.unsure.push(...named.unsure);
  const isSaid = (name: string) => name in reading.facts || reading.unsure.some((one) => one.fact === name);
  Object.assign(reading.facts, readAnswers(told, asked, isSaid, options.facts, profile));
  const before = {
    ...options,
    questioned: options.questioned ?? asked,
    profile,
    text,
    figures,
    clauses: ownClauses(clauses, leaning),
  };
  const isFree = (start: number) =>
    !bound.some(({ at, sure }) => sure && at === start) && !named.taken.has(start);
  const continued = goesOn(before, isFree).filter(({ fact }) => !(fact in reading.facts));
  for (const { fact, value } of continued) reading.facts[fact] = value;
  reading.unsure = reading.unsure.filter(
    ({ fact, why }) =>
      !continued.some((one) => one.fact === fact) && !(why === 'unit' && continued.length > 0),
  );
  receivedUntold(clauses, binding, reading, facts);
  reading.unknown = notKnown(clauses, heard, binding, reading, options);
  takeBack(text, heard, binding, reading, profile);
  reading.mentions = inOrder([...mentioned(heard, binding), ...named.mentions], options.facts);
  const toldBy = new Map(continued.map(({ fact, clause }) => [fact, clause]));
  const homeOfFact = (name: string): Clause | undefined =>
    (named.toldIn[name] && clauses.find(({ start }) => start === named.toldIn[name]!.start)) ??
    toldBy.get(name) ??
    homeOf(name, clauses, heard, binding) ??
    homeOfPlace(name) ??
    clauses[0];
  const things = otherThings([...beside, ...named.things], reading.facts);
  return { ...reading, beside: things, ...besideBefore(reading, before, homeOfFact) };

  function homeOfPlace(name: string): Clause | undefined {
    const fact = facts.get(name);
    if (fact?.type !== 'place') return undefined;
    return clauses.find((clause) => placeOf([clause], fact, places, asked.includes(name)) !== null);
  }
}

/** The clause that a fact was told in last: in so many words rather than by a hint. */
function homeOf(
  name: string,
  clauses: readonly Clause[],
  heard: readonly Heard[],
  { bound }: Binding,
): Clause | undefined {
  const figure = bound.findLast((one) => one.fact === name && one.sure);
  const word =
    heard.findLast((one) => one.fact === name && !one.hint && !one.doubted) ??
    heard.findLast((one) => one.fact === name);
  const at = figure?.at ?? word?.start;
  return at === undefined ? undefined : clauses.findLast((clause) => clause.start <= at);
}

const wordsOf = (clauses: readonly Clause[], at: number): Clause['words'] =>
  clauses.find(({ start, end }) => at >= start && at < end)?.words ?? [];

/** The facts that are heard by patterns; a document's own are heard by their names. */
function spelledOut(facts: Facts): Facts {
  let spelled = spelledFacts.get(facts);
  if (!spelled) {
    spelled = new Map([...facts].filter(([name]) => !isNamed(name)));
    spelledFacts.set(facts, spelled);
  }
  return spelled;
}
const spelledFacts = new WeakMap<Facts, Facts>();

function ownClauses(clauses: readonly Clause[], leaning: boolean): Clause[] {
  const others = clausesStatingNothing(clauses, leaning);
  return clauses.filter((clause) => !others.has(clause));
}

function partsOf(clauses: readonly Clause[], leaning: boolean) {
  const others = clausesStatingNothing(clauses, leaning);
  return clauses.map((clause) => ({ ...clause, own: !others.has(clause) }));
}

/** 厂在九江，不在南昌: where one is says more than where one is not. */
const placeOf = (...[clauses, fact, places, asked]: Parameters<typeof readPlace>): string | null =>
  readPlace(clauses, fact, places, asked) ??
  readShortName(clauses, fact, places) ??
  readElsewhere(clauses, places, asked);

/** A day or a stretch that begins after today. */
const isAfter = (figure: Figure, today: string): boolean =>
  (figure.kind === 'date' && figure.value > today) ||
  (figure.kind === 'daterange' && figure.from !== undefined && figure.from > today);

function keepFigures(
  { bound }: Binding,
  { facts, periods = [] }: ReadFactsOptions,
  reading: Heedless,
  since: number,
): void {
  for (const [name, all] of Map.groupBy(bound, (one) => one.fact)) {
    const fact = facts.get(name)!;
    const believed = all.filter((one) => {
      const wrong = implausible(one, fact);
      if (wrong) reading.nonsense.push({ fact: name, ...wrong });
      return !wrong;
    });
    const after = believed.filter((one) => one.sure && one.at > since);
    const sure = after.length > 0 ? after : believed.filter((one) => one.sure);
    const meant = sure.length > 0 ? sure : believed;
    if (meant.length === 0) continue;
    const value = oneValue(meant, fact, periods);
    if (value === null) reading.unsure.push({ fact: name, value: null, why: 'conflict' });
    else if (sure.length > 0) reading.facts[name] = inWholes(value, fact);
    else reading.unsure.push({ fact: name, value: inWholes(value, fact), why: meant[0]!.why });
  }
}

/** 同一项目领过一笔，多少忘了: what is presumed to be nothing is something, of a size not told. */
function receivedUntold(
  clauses: readonly Clause[],
  { anchors }: Binding,
  reading: Heedless,
  facts: ReadFactsOptions['facts'],
): void {
  for (const { family, role, start, end } of anchors) {
    const presumed = facts.get(family.name)?.presumed;
    if (role === 'other' || typeof presumed !== 'number' || family.name in reading.facts) continue;
    const clause = clauses.find((c) => start >= c.start && end <= c.end);
    const ofOther = anchors.some(
      (one) =>
        one.family === family &&
        one.role === 'other' &&
        clause &&
        one.start >= clause.start &&
        one.end <= clause.end,
    );
    if (clause && !ofOther && !isOfOthers(clause) && !clause.question && !/[没未不无吗么]/u.test(clause.text))
      reading.facts[family.name] = { min: presumed, minExclusive: true };
  }
}

/** Whose clause says 不清楚 without a value; of the whole message, what was asked and not answered. */
function notKnown(
  clauses: readonly Clause[],
  heard: readonly Heard[],
  { anchors }: Binding,
  { facts: said }: Heedless,
  { asked = [], facts }: ReadFactsOptions,
): string[] {
  const names = new Set<string>();
  clauses.forEach((clause, index) => {
    if (!isNotKnown(clause.text)) return;
    const of = (c: Clause | undefined): string[] => {
      if (!c) return [];
      const inside = (one: { start: number; end: number }) => one.start >= c.start && one.end <= c.end;
      const spoken = heard.filter((one) => !one.hint && inside(one)).map((one) => one.fact);
      const families = anchors.filter((one) => one.role !== 'other' && inside(one)).map((one) => one.family);
      const figures = families.flatMap((family) => {
        const members = membersOf(family);
        if (members.some((name) => name in said)) return [];
        const wanted = members.filter((name) => asked.includes(name));
        return wanted.length > 0 ? wanted : [family.growth ?? family.name];
      });
      return [...spoken, ...figures].filter((name) => !(name in said));
    };
    const own = of(clause);
    const found = own.length > 0 || clause.text.length > 10 ? own : of(clauses[index - 1]);
    const rest = found.length > 0 || Object.keys(said).length > 0 ? [] : asked;
    for (const name of [...found, ...rest]) if (!(name in said)) names.add(name);
  });
  return inOrder(names, facts);
}

/** 在岗人数说错了: what was said before does not stand, and nothing takes its place yet. */
function takeBack(
  text: string,
  heard: readonly Heard[],
  binding: Binding,
  reading: Heedless,
  profile: Profile,
): void {
  if (!isTakenBack(text) || Object.keys(reading.facts).length > 0) return;
  const members = binding.anchors
    .filter((one) => one.role !== 'other')
    .flatMap((one) => membersOf(one.family));
  for (const name of [...members, ...heard.map((one) => one.fact)]) {
    if (profile[name] !== undefined) reading.facts[name] = null;
  }
}

const mentioned = (heard: readonly Heard[], { anchors, bound }: Binding): Set<string> =>
  new Set([
    ...heard.filter((one) => !one.hint).map((one) => one.fact),
    ...bound.map((one) => one.fact),
    ...anchors.filter((one) => one.role !== 'other').map((one) => one.family.name),
  ]);

/** The facts that a few words name, with or without a value. */
export const hearMentions = (
  text: string,
  { facts, meanings, places }: Pick<ReadFactsOptions, 'facts' | 'meanings' | 'places'>,
  today: Day,
): string[] =>
  readFacts(readUtterance(text, { today }), { facts, meanings, places: places ?? [], today }).mentions;
