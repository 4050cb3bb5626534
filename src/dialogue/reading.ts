/** What a message tells of the enterprise, read in the light of what was asked. */

import type { FactValue, Message, Profile } from '../contract/index.ts';
import { askedPeriods, periodsOf, placedIn } from '../eligibility/index.ts';
import {
  affirmsAll,
  alternativesIn,
  comparedIn,
  type Detail,
  detailIn,
  type Reading,
  readFacts,
  readUtterance,
  saysNotKnown,
  type Utterance,
  withHoles,
} from '../language/index.ts';
import type { Knowledge } from '../policy/index.ts';
import { find } from '../retrieval/index.ts';
import { checkMeasure, factsOf } from './check.ts';
import { asks } from './fit-question.ts';
import { partOfGrants, sumsInHand } from './granted.ts';
import { bare, isYes } from './intents.ts';
import { namesTopic, ownWords } from './own-words.ts';
import type { Scene } from './scene.ts';

/** By turn: several handlers look at the facts of one message before one of them answers. Gone with its message. */
const readings = new WeakMap<Message, Reading>();

/** The facts of the message. Where nothing was asked, a bare figure (1001人, -3%) may be one of the measure spoken of. */
export function readScene(scene: Scene): Reading {
  const known = readings.get(scene.message);
  if (known) return known;
  const reading = readAnew(scene);
  readings.set(scene.message, reading);
  return reading;
}

function readAnew(scene: Scene): Reading {
  const { state, message } = scene;
  const target = spokenOfNow(scene);
  const figures = target === null ? [] : figuresOf(scene, target);
  const spoken =
    figures.length > 0 && target !== null
      ? [...answeredIn(scene, target), ...figures]
      : answeredBeside(scene);
  // A number alone answers a question or nothing: 2 may be the second of a list. 两个能同时拿吗 counts grants.
  const countsNothing =
    state.asked.length === 0 && (NUMBER_ALONE.test(bare(message.text)) || countsGrants(message.text));
  const said = namesTopic(scene) ? NOTHING : ownWords(withoutChoice(withUnitAlone(scene)));
  const { text } = said;
  const [own, granted] = partOfGrants(said, sumsInHand(scene, target));
  const reading = merged(
    hear(scene, own, countsNothing ? [] : [...new Set([...state.asked, ...spoken])]),
    // Of a sum that is granted only what is said in so many words is heard.
    granted && hear(scene, granted),
  );
  const spokenOf = new Set([...state.asked, ...(saysNotKnown(text) ? reading.mentions : [])]);
  const believable = new Set([...state.asked, ...reading.mentions]);
  const kept = {
    ...reading,
    unknown: reading.unknown.filter((name) => spokenOf.has(name) && mayBeMeant(scene, text, name)),
    nonsense: reading.nonsense.filter(({ fact }) => believable.has(fact)),
  };
  const place =
    target === null && state.menu.length === 0 && clausesOf(ownText(scene)).length < 2 ? {} : placeIn(scene);
  const told = asked(scene, inTheirPeriods(kept.facts, scene.known.profile));
  const facts = { ...place, ...asked(scene, confirmed(scene)), ...told };
  return { ...kept, facts: Object.keys(facts).length > 0 ? facts : noneOf(scene) };
}

/** Values heard in the message of the facts named, but not sure enough to keep. */
export function heardOf({ unsure }: Reading, names: readonly string[]): Profile {
  const heard = unsure.flatMap(({ fact, value, why }): [string, FactValue][] =>
    names.includes(fact) && value !== null && typeof value !== 'boolean' && why !== 'unit'
      ? [[fact, value]]
      : [],
  );
  return Object.fromEntries(heard);
}

/** 是, to values that were heard and asked back, where nothing else was asked; 都是, to them among others. */
function confirmed({ state, message }: Scene): Reading['facts'] {
  const heard = state.asked.flatMap((name) => {
    const value = state.heard[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const isAllAsked = heard.length === state.asked.length && isYes(message.text);
  return isAllAsked || affirmsAll(bare(message.text)) ? Object.fromEntries(heard) : {};
}

/** 去年写错了，是7亿: a figure put right without its months is still of those that were said before. */
function inTheirPeriods(facts: Reading['facts'], before: Profile): Reading['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, inPeriodOf(before[name], value)]),
  );
}

function inPeriodOf(before: FactValue | undefined, value: FactValue | null): FactValue | null {
  const period = typeof before === 'object' && 'period' in before ? before.period : undefined;
  if (period === undefined || value === null) return value;
  if (typeof value === 'number') return { min: value, max: value, period };
  const isInterval = typeof value === 'object' && ('min' in value || 'max' in value);
  return isInterval && !('period' in value) ? { ...value, period } : value;
}

/** 25%, to 2022年1—6月增长多少: an answer is of the months that the question named. */
function asked({ state, mind, today }: Scene, facts: Reading['facts']): Reading['facts'] {
  const periods = askedPeriods(mind.knowledge, today, state.thread?.measure ?? null);
  if (!state.asked.some((name) => periods.has(name))) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const period = periods.get(name);
      return [name, period && value !== null ? placedIn(value, period) : value];
    }),
  );
}

/** 具体多少不清楚 is said of figures, not of whether one is a manufacturer. */
function mayBeMeant({ mind }: Scene, text: string, name: string): boolean {
  return !OF_FIGURES.test(text) || mind.knowledge.facts.get(name)?.type === 'number';
}
const OF_FIGURES = /多少|数字|数据|金额|几[个人]|具体的?数/u;

/** 两个能同时拿吗 · 这2项都能报吗. */
const countsGrants = (text: string): boolean =>
  asks(text) &&
  !/[我咱]/u.test(text) &&
  /[\d一二两三四五](?:个|项|条|样|笔)(?![人月百千万亿])|一起|同时/u.test(text);

/** 拿5万还是10万, 跟新建项目比哪个划算, 300人包不包括保洁: what is only asked about is told of nobody. */
function withoutChoice(utterance: Utterance): Utterance {
  const choice = alternativesIn(utterance.text) ?? comparedIn(utterance.text);
  const asked = utterance.clauses.filter(({ text }) => isOfRule(detailIn(bare(text))));
  return withHoles(utterance, choice === null ? asked : [choice, ...asked]);
}

/** The figure is the rule's: 300人里包括保洁吗. */
const isOfRule = (asked: Detail | null): boolean =>
  asked?.kind === 'counts' && (/\d/u.test(asked.as ?? '') || OUT_OF_IT.test(asked.what));
/** 300人里的临时工: of those that the rule counts. */
const OUT_OF_IT = /\d[^，。]{0,3}(?:里|中)/u;

/** 5000, and then 万元 when asked for the unit. */
function withUnitAlone({ state, message, utterance, today }: Scene): Utterance {
  const number = state.lastQuestion ?? '';
  const isUnit = /^(?:是)?(?:百万|千万|万|亿)?(?:元|块|人|个人|度)?$/u.test(bare(message.text));
  return isUnit && state.asked.length > 0 && NUMBER_ALONE.test(bare(number))
    ? readUtterance(`${bare(number)}${bare(message.text).replace(/^是/u, '')}`, { today })
    : utterance;
}

/** What a bare figure is of: the measure being checked, else the one talked about if it looks at figures, else the one left. */
function spokenOfNow(scene: Scene): string | null {
  const { thread, about, left, options } = scene.state;
  const candidates = [thread?.measure, about, left?.measure, options[0]?.id].filter((id) => id != null);
  return candidates.find((id) => figuresOf(scene, id).length > 0) ?? candidates[0] ?? null;
}

const NOTHING = readUtterance('', { today: '2000-01-01' });

function merged(own: Reading, granted: Reading | null): Reading {
  if (!granted) return own;
  return {
    ...own,
    facts: { ...granted.facts, ...own.facts },
    mentions: [...new Set([...own.mentions, ...granted.mentions])],
  };
}

/** 没有 · 都没有 to several questions that ask 有没有: none of them. */
function noneOf({ state, message, mind }: Scene): Reading['facts'] {
  if (state.asked.length < 2 || !NONE.test(bare(message.text))) return {};
  const asked = state.asked.filter((name) => {
    const fact = mind.knowledge.facts.get(name);
    return fact?.type === 'boolean' && /有没有/u.test(fact.question);
  });
  return Object.fromEntries(asked.map((name) => [name, false]));
}
const NONE = /^(?:我们?|这些|上面)?(?:都|全|一个都|一项都|什么都|啥都)?(?:没有?|无)(?:的|了)?$/u;

const NUMBER_ALONE = /^[\d.一二两三四五六七八九十百千]+(?:个|条|项)?$/u;

/** What words say by themselves; a short answer is of what was `asked`. */
export function hear(
  { known, today, mind, state }: Scene,
  utterance: Utterance,
  asked: readonly string[] = [],
): Reading {
  const { facts, meanings, places } = mind.knowledge;
  return readFacts(utterance, {
    facts,
    meanings,
    places,
    today,
    asked,
    questioned: state.asked,
    profile: known.profile,
    periods: periodsOf(mind.knowledge),
  });
}

const LONGEST_PLACE = 8;

/** 东湖区的 · 在九江 · 其实在南昌: a clause that is a place and nothing else says where the enterprise is. */
function placeIn(scene: Scene): Reading['facts'] {
  const names = namesOfPlaces(scene.mind.knowledge);
  for (const clause of clausesOf(ownText(scene))) {
    const name = bare(clause).replace(BESIDE_PLACE, '');
    if (name.length <= LONGEST_PLACE && names.has(name))
      return hear(scene, readUtterance(`我们公司在${name}`, scene)).facts;
  }
  return {};
}

const placeNames = new WeakMap<Knowledge, ReadonlySet<string>>();

function namesOfPlaces(knowledge: Knowledge): ReadonlySet<string> {
  const names =
    placeNames.get(knowledge) ?? new Set(knowledge.places.flatMap(({ name, also }) => [name, ...also]));
  placeNames.set(knowledge, names);
  return names;
}

const BESIDE_PLACE = /^(?:其实|不对|应该)*(?:我们?|公司|企业|厂)*(?:是|在|位于)*|的$/gu;

/** What of the message may be told of the enterprise. */
export const ownText = ({ utterance }: Scene): string =>
  utterance.clauses
    .filter(({ addresses, holder }) => !addresses && holder === 'self')
    .map(({ text, start, opened, question }) => text.slice(opened - start) + (question ? '?' : ''))
    .join(',');

/** Between punctuation. */
export const clausesOf = (text: string): string[] =>
  text.split(/[，。；：？！、,;:?!\s]+/u).filter((clause) => clause !== '');

/** The figures that a measure looks at, the one told last first. A yes or no is only heard when it was asked for. */
export function figuresOf(scene: Scene, measure: string): string[] {
  const { state, known, mind } = scene;
  const checked = checkMeasure(scene, measure, {});
  const names = new Set(checked?.evaluations.flatMap(({ missing }) => missing));
  for (const name of [...names]) {
    const series = mind.knowledge.facts.get(name)?.series;
    for (const source of [series?.increase, series?.level, series?.previous]) if (source) names.add(source);
  }
  const before = state.trail[0]?.facts ?? {};
  const toldLast = (name: string) => JSON.stringify(known.profile[name]) !== JSON.stringify(before[name]);
  const rank = (name: string) =>
    (toldLast(name) ? 0 : 2) + (mind.knowledge.facts.get(name)?.unit === 'person' ? 0 : 1);
  return [...names]
    .filter((name) => mind.knowledge.facts.get(name)?.type === 'number')
    .sort((a, b) => rank(a) - rank(b))
    .filter(
      (name, place, all) => all.findIndex((other) => unitOf(scene, other) === unitOf(scene, name)) === place,
    );
}

const unitOf = ({ mind }: Scene, name: string) => mind.knowledge.facts.get(name)?.unit;

/** 350人 · 一千来人 · 8000万 · 12%: a clause that is a figure and nothing else. */
const BARE_FIGURE =
  /^(?:今年|去年|同期|上半年|下半年|\d{1,2}[-到至~—]\d{1,2}月份?|大概|大约|约|差不多|有|是)*[\d.一二两三四五六七八九十百千万亿]+(?:多|来|余)?(?:号|个)?(?:人|万|万元|亿|亿元|元|度|万度|%)?(?:左右)?$/u;

/** 不停工补贴，没停，500人: what the short clauses beside the name of a measure may answer. */
function answeredBeside(scene: Scene): string[] {
  const { message, mind, today } = scene;
  const clauses = clausesOf(ownText(scene));
  if (clauses.length < 2) return [];
  const isFigure = clauses.some((clause) => BARE_FIGURE.test(clause));
  const found = find(mind.index, message.text, { today });
  const named = found.band === 'answer' || found.refusal?.reason === 'place';
  const entry = named ? found.ranked[0]?.entry : undefined;
  if (entry?.kind !== 'measure') return [];
  const { id } = entry.measure;
  return [...answeredIn(scene, id), ...(isFigure ? figuresOf(scene, id) : [])];
}

/** 没停, beside other things: the measure's yes or no that a short clause answers in so many words. */
function answeredIn(scene: Scene, measure: string): string[] {
  const clauses = clausesOf(ownText(scene));
  const checked = clauses.length > 1 ? checkMeasure(scene, measure, {}) : null;
  if (!checked) return [];
  return [...factsOf(checked)].filter((name) => {
    const answers = scene.mind.knowledge.facts.get(name)?.answers;
    return answers !== undefined && [...answers.yes, ...answers.no].some((word) => clauses.includes(word));
  });
}
