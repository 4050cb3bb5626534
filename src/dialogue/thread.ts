/** A guided check of one measure: opened by a question or by facts, continued by every answer, left and taken up again. */

import type { Effect, FactValue, Profile, Thing } from '../contract/index.ts';
import { askedPeriods, type Checked, placedIn } from '../eligibility/index.ts';
import { withFacts } from '../facts/index.ts';
import { isNotMadeOut, sayVerdict, verdictCard } from '../words/index.ts';
import { checkMeasure, MOST_QUESTIONS, nextFacts } from './check.ts';
import { statesDeed } from './fit-question.ts';
import { heardOf, readScene } from './reading.ts';
import { type Outcome, type Scene, say } from './scene.ts';
import { before, focusOn, remember, type State, type Thread } from './state.ts';

/** Never more than three topics are asked in a row. */
const MOST_TOPICS = 3;

export interface ThreadStep {
  /** What this message said; null takes a fact back. */
  facts?: Record<string, FactValue | null>;
  /** Other orders, loans … than the one in hand, where the message changes them. */
  beside?: readonly Thing[] | undefined;
  /** Facts that this message said are not known. */
  notKnown?: string[];
  /** Shown before the verdict: 已改为…, 退回…. */
  before?: string | null;
  /** Asks nothing this time: the contact has just said that he does not know. */
  silent?: boolean;
}

/** Checks the measure with what is known now, says the verdict, and asks for what is missing. Null when it cannot be checked. */
export function stepThread(scene: Scene, measure: string, step: ThreadStep = {}): Outcome | null {
  const { state, known, today, mind } = scene;
  const profile = withFacts(known.profile, step.facts);
  const running = threadOf(state, measure, step);
  const checked = checkMeasure(scene, measure, profile, {
    benefit: running.benefit,
    told: Object.keys(step.facts ?? {}),
    question: scene.message.text,
    before: state.lastQuestion,
  });
  // Of what a draft could not read nothing is worked out: its clause is quoted.
  if (!checked || isNotMadeOut(checked.main.benefit)) return null;
  const thread = { ...running, benefit: checked.meant };
  const heard = stillDoubted(scene, checked, step);
  const asks =
    !step.silent && thread.topicsAsked < MOST_TOPICS
      ? withDoubted(nextFacts(checked, thread.notKnown, mind.knowledge.facts), Object.keys(heard))
      : [];
  const { number } = checked.subject.policy;
  // What they would get if what was heard is so: the amount as early as it can be said.
  const supposed =
    Object.keys(heard).length > 0
      ? checkMeasure(scene, measure, { ...profile, ...heard }, { benefit: checked.main.benefit.benefit })
      : null;
  const verdict = sayVerdict(checked, {
    facts: mind.knowledge.facts,
    today,
    profile,
    asks,
    heard,
    supposed: supposed?.main ?? null,
    expirySaid: state.expirySaid.includes(number),
    said: saidBefore(scene, checked),
  });
  const next: State = {
    ...focusOn(state, measure),
    thread: { ...thread, topicsAsked: thread.topicsAsked + (asks.length > 0 ? 1 : 0) },
    left: leftBehind(state, measure),
    heard,
    checkup: null,
    lastFocus: null,
    expirySaid: [number],
    said: { measure, verdict: checked.main.verdict, lines: verdict.said },
  };
  const text = step.before ? `${step.before}\n${verdict.text}` : verdict.text;
  const changes =
    (step.beside !== undefined && JSON.stringify(step.beside) !== JSON.stringify(known.beside ?? [])) ||
    Object.entries(step.facts ?? {}).some(
      ([name, value]) => JSON.stringify(known.profile[name] ?? null) !== JSON.stringify(value),
    );
  return say(
    changes ? remember(next, { ...before(known), about: state.about, thread: state.thread }) : next,
    text,
    replyOf(checked, asks, scene, verdict.covers),
    effectsOf(step),
  );
}

/** Values heard now or before that are still wanted and not sure. */
function stillDoubted(scene: Scene, { main, subject }: Checked, { facts = {} }: ThreadStep): Profile {
  const wanted = main.missing.filter((name) => !(name in facts));
  const before = Object.entries(scene.state.heard).filter(([name]) => wanted.includes(name));
  return {
    ...withoutPeriod(scene, subject.measure.id, withFacts(scene.known.profile, facts), main.missing),
    ...Object.fromEntries(before),
    ...heardOf(readScene(scene), wanted),
  };
}

/** 销售增长25%, of no months: asked back once, as one of the months that the rule counts. */
function withoutPeriod(
  { mind, today }: Scene,
  measure: string,
  profile: Profile,
  missing: readonly string[],
): Profile {
  const periods = askedPeriods(mind.knowledge, today, measure);
  return Object.fromEntries(
    missing.flatMap((name) => {
      const [value, period] = [profile[name], periods.get(name)];
      const isPlaced = typeof value === 'object' && 'period' in value;
      return value === undefined || period === undefined || isPlaced ? [] : [[name, placedIn(value, period)]];
    }),
  );
}

/** What was heard half is asked now, in the place of what can wait. */
function withDoubted(asks: string[], heard: readonly string[]): string[] {
  const doubted = heard.filter((name) => !asks.includes(name));
  return asks.length === 0 ? [] : [...asks.slice(0, MOST_QUESTIONS - doubted.length), ...doubted];
}

/** The check that stays open behind this one: what was checked until now, else what was left before. */
function leftBehind({ thread, left }: State, measure: string): Thread | null {
  const open = thread && thread.measure !== measure ? thread : left;
  return open?.measure === measure ? null : open;
}

/** Supporting lines need not be said again while the talk stays with the measure and its verdict; what a message doubts is. */
function saidBefore({ state, message }: Scene, { subject, main }: Checked): readonly string[] {
  const { said, about } = state;
  const { id } = subject.measure;
  if (said?.measure !== id || about !== id || said.verdict !== main.verdict) return [];
  // Who asks for the grant anew is shown its clause anew.
  if (statesDeed(message.text)) return [];
  const sums = message.text.match(/\d[\d.]*[万亿]/gu) ?? [];
  return said.lines.filter((line) => !sums.some((sum) => line.includes(sum)));
}

const effectsOf = ({ facts = {}, beside }: ThreadStep): Effect[] =>
  Object.keys(facts).length > 0 ? [profileUpdated(facts, beside)] : [];

export const profileUpdated = (
  facts: Record<string, FactValue | null>,
  beside: readonly Thing[] | undefined,
): Effect => ({ kind: 'profile-updated', facts, ...(beside && { beside }) });

export function replyOf(
  checked: Checked,
  asks: string[],
  { mind, today }: Pick<Scene, 'mind' | 'today'>,
  covers: readonly string[] = [],
) {
  const { main, subject } = checked;
  return {
    about: subject.measure.id,
    asks: asks.length > 0 ? asks : null,
    verdict: main.verdict,
    amountYuan: main.verdict === 'eligible' ? main.amountYuan : null,
    card: verdictCard(checked, { facts: mind.knowledge.facts, today, covers }),
  };
}

function threadOf(
  { thread, left }: State,
  measure: string,
  { facts = {}, notKnown = [] }: ThreadStep,
): Thread {
  const running = [thread, left].find((one) => one?.measure === measure) ?? {
    measure,
    benefit: null,
    notKnown: [],
    topicsAsked: 0,
  };
  const given = Object.keys(facts);
  return {
    ...running,
    notKnown: [...new Set([...running.notKnown, ...notKnown])].filter((name) => !given.includes(name)),
    // An answer starts the count anew: three topics in a row are three without one.
    topicsAsked: given.length > 0 ? 0 : running.topicsAsked,
  };
}

/** Leaves the thread for something else; 继续 comes back to it. */
export function leaveThread(state: State): State {
  return state.thread ? { ...state, left: state.thread, thread: null } : state;
}

/** Goes on with the check that is open, or back to the one left when there is none or it is decided. */
export function continueThread(scene: Scene): Outcome | null {
  const { thread, left } = scene.state;
  const decided =
    thread !== null && checkMeasure(scene, thread.measure, scene.known.profile)?.main.verdict !== 'unknown';
  const next = thread === null || (decided && left !== null) ? left : thread;
  if (!next) return null;
  const state = { ...scene.state, thread: { ...next, topicsAsked: 0 }, left: null };
  return stepThread({ ...scene, state }, next.measure);
}
