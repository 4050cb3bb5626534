/** What a measure means for this enterprise today: every benefit of it, the one to speak of first, and what to ask next. */

import type { Day, Profile } from '../contract/index.ts';
import { type Checked, type Evaluation, evaluate, metCount } from '../eligibility/index.ts';
import type { Facts } from '../facts/index.ts';
import {
  type Benefit,
  factsOfPay,
  type Knowledge,
  type Measure,
  type Need,
  partsOf,
  subjectOf,
  testsOf,
} from '../policy/index.ts';
import { contentWords, namesNoTopic, objectWords } from '../retrieval/index.ts';
import { asks } from './fit-question.ts';
import type { Scene } from './scene.ts';

/** A message asks for at most this many facts. */
export const MOST_QUESTIONS = 3;

const RANK = { eligible: 2, unknown: 1, ineligible: 0 } as const;

/** Which of a measure's benefits to speak of, where it has several. */
export interface Wanted {
  /** The benefit spoken of before, by name. */
  benefit?: string | null;
  /** Facts that this message told. */
  told?: readonly string[];
  /** What was asked, in the contact's words. */
  question?: string;
  /** What was asked before, where no benefit was spoken of yet. */
  before?: string | null;
}

/** Null when the measure has no benefits that can be checked. */
export function checkMeasure(
  scene: Scene,
  id: string,
  profile: Profile,
  wanted: Wanted = {},
): Checked | null {
  const { knowledge } = scene.mind;
  const subject = subjectOf(knowledge, id);
  if (!subject?.measure || subject.measure.benefits.length === 0) return null;
  const { policy, measure } = subject;
  const evaluations = evaluatedOnce(scene, { policy, measure }, profile);
  const meant = benefitMeant(measure, wanted, knowledge.facts);
  const [main] = [...evaluations].sort(
    (a, b) => Number(b.benefit === meant) - Number(a.benefit === meant) || better(a, b),
  );
  return main ? { subject: { policy, measure }, evaluations, main, meant: meant?.benefit ?? null } : null;
}

interface Evaluated {
  knowledge: Knowledge;
  today: Day;
  byMeasure: Map<string, Evaluation[]>;
}

/** By profile, or by knowledge for an enterprise of which nothing is known: a turn asks for the same several times. */
const evaluated = new WeakMap<object, Evaluated>();

function evaluatedOnce(
  { mind: { knowledge }, today }: Scene,
  { policy, measure }: Checked['subject'],
  profile: Profile,
): Evaluation[] {
  const key = Object.keys(profile).length > 0 ? profile : knowledge;
  const known = evaluated.get(key);
  const ofToday =
    known?.knowledge === knowledge && known.today === today
      ? known
      : { knowledge, today, byMeasure: new Map<string, Evaluation[]>() };
  evaluated.set(key, ofToday);
  const context = {
    policy,
    today,
    facts: knowledge.facts,
    places: knowledge.places,
    unplaced: 'asked' as const,
  };
  const evaluations =
    ofToday.byMeasure.get(measure.id) ??
    measure.benefits.map((benefit) => evaluate(benefit, profile, context));
  ofToday.byMeasure.set(measure.id, evaluations);
  return evaluations;
}

/** The benefit that a question names or that the facts told are about, else the one spoken of before. */
function benefitMeant(
  { benefits, title }: Measure,
  { benefit = null, told = [], question = '', before = null }: Wanted,
  facts: Facts,
): Benefit | null {
  if (benefits.length < 2) return null;
  // Once one of them was spoken of, a word of the title tells another from it: 那首台套呢.
  const contrasts =
    benefit !== null || (before !== null && single(mostNamed(benefits, before, title, facts)) !== null);
  const named = () =>
    (namesSeveral(title, benefits) ? single(mostNamed(benefits, question, '', facts)) : null) ??
    single(mostNamed(benefits, question, title, facts)) ??
    (contrasts ? single(mostNamed(benefits, question, '', facts)) : null);
  const toldOf = () => single(benefits.filter((one) => told.some((name) => namesIn(one).has(name))));
  return (
    // 我们是做芯片的，有没有技改贴息 asks for the one and says what is a condition of the other.
    (asks(question) ? named() : null) ??
    (benefit === null && before !== null ? single(mostNamed(benefits, before, title, facts)) : null) ??
    toldOf() ??
    named() ??
    benefits.find((one) => one.benefit === benefit) ??
    null
  );
}

const single = <T>(list: readonly T[]): T | null => (list.length === 1 ? list[0]! : null);

/** What it asks for and what it is worked out from: a premium tells which of two insurances is meant. */
const namesIn = ({ needs, pays }: Benefit): Set<string> =>
  new Set([...needs.flatMap(factsNamed), ...pays.flatMap(({ pay }) => factsOfPay(pay))]);

const factsNamed = (need: Need): string[] =>
  need.kind === 'fact' || need.kind === 'test' ? [need.fact] : partsOf(need).flatMap(factsNamed);

/** The benefits whose own words, not shared by the others, the question has most of. */
function mostNamed(benefits: readonly Benefit[], question: string, title: string, facts: Facts): Benefit[] {
  if (question === '') return [];
  const called = benefits.filter((benefit) =>
    calledOf(benefit, facts).some((word) => question.includes(word)),
  );
  if (called.length === 1) return called;
  const topical = contentWords(question).filter((word) => !namesNoTopic(word) && !title.includes(word));
  const byWords = withMost(benefits, new Set(topical.flatMap(pairsOf)));
  if (byWords.length > 0) return byWords;
  // By pairs of the text itself: 新材料 may be cut as 新·材料.
  const pairs = question.split(/[^\p{Script=Han}]+/u).flatMap((stretch) => {
    const all = pairsOf(stretch);
    // What begins in the title goes on from it: 专精特新·小巨人.
    return all.filter((pair, at) => !title.includes(pair) && !title.includes(all[at - 1] ?? '\n'));
  });
  return withMost(
    benefits,
    new Set(pairs.filter((pair) => !namesNoTopic(pair) && objectWords(pair).length > 0)),
  );
}

/** Those that have most of the pairs to themselves. */
function withMost(benefits: readonly Benefit[], asked: ReadonlySet<string>): Benefit[] {
  if (asked.size === 0) return [];
  const worth = benefits.map((benefit) => worthOf(benefit, benefits, asked));
  const most = Math.max(...worth);
  return most < 1 ? [] : benefits.filter((_, place) => worth[place] === most);
}

/** How many of the pairs are in its words and in no other's. */
function worthOf(benefit: Benefit, benefits: readonly Benefit[], pairs: ReadonlySet<string>): number {
  const others = benefits
    .filter((other) => other !== benefit)
    .map(wordsOf)
    .join(' ');
  const own = wordsOf(benefit);
  return [...pairs].filter((pair) => own.includes(pair) && !others.includes(pair)).length;
}

const wordsOf = ({ benefit, quote }: Benefit): string => `${benefit} ${quote}`.replace(/[\s（）()“”]/gu, '');

/** 支持首台套首批次推广应用: the title names what the one is for and what the other is for. */
const namesSeveral = (title: string, benefits: readonly Benefit[]): boolean => {
  const pairs = new Set(pairsOf(title));
  return benefits.filter((one) => worthOf(one, benefits, pairs) > 0).length > 1;
};

/** How people call what only this benefit is for: 技改 of 技术改造. */
const calledOf = ({ needs }: Benefit, facts: Facts): string[] =>
  needs.flatMap(testsOf).flatMap(({ fact, test }) => {
    const values = facts.get(fact)?.values;
    return test.op === 'in' && values ? test.values.flatMap((value) => values[value] ?? []) : [];
  });

/** Neighbouring characters: what Chinese words are made of. */
function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, place) => `${characters[place]}${character}`);
}

function better(a: Evaluation, b: Evaluation): number {
  return (
    RANK[b.verdict] - RANK[a.verdict] ||
    RANK[b.onFacts] - RANK[a.onFacts] ||
    metCount(b) - metCount(a) ||
    Number(isService(a)) - Number(isService(b)) ||
    a.missing.length - b.missing.length
  );
}

const isService = ({ benefit }: Evaluation): boolean =>
  benefit.pays.every(({ pay }) => pay.form === 'service');

/** Every fact that a measure's benefits look at, presumed and derived ones too. */
export function factsOf({ evaluations }: Checked): Set<string> {
  return new Set(
    evaluations.flatMap(({ conditions, missing }) => [
      ...missing,
      ...conditions.flatMap(({ facts }) => facts),
    ]),
  );
}

/**
 * The facts to ask for in one message: open ones of what can still be a yes, without those the contact does not know; of one
 * topic first, the topic that more of the measure's benefits wait for.
 */
export function nextFacts(
  { evaluations, main, meant }: Checked,
  notKnown: readonly string[],
  facts: Facts,
): string[] {
  const waiting = evaluations.filter(({ verdict }) => verdict === 'unknown');
  const open = (evaluation: Evaluation) => evaluation.missing.filter((name) => !notKnown.includes(name));
  // A yes whose amount is still to be worked out goes on asking for what it is worked out from.
  const unfinished = main.verdict === 'unknown' || (main.verdict === 'eligible' && main.amountYuan === null);
  const wanted = unfinished ? open(main) : [];
  const shared = wanted.filter((name) => waiting.every((evaluation) => evaluation.missing.includes(name)));
  const deciding = meant === null && waiting.length > 1 && shared.length > 0 ? shared : wanted;
  const topic = facts.get(deciding[0] ?? '')?.topic;
  const sameTopic = deciding.filter((name) => facts.get(name)?.topic === topic);
  const rest = deciding.filter((name) => !sameTopic.includes(name));
  return [...sameTopic, ...rest].slice(0, MOST_QUESTIONS);
}
