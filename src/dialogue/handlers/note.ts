/** Told without a question: noted, with what it may fit. */
import type { FactValue, Profile, Thing } from '../../contract/index.ts';
import { evaluateAll, checkup as findAll, type Result } from '../../eligibility/index.ts';
import { followsFromTrade, withFacts } from '../../facts/index.ts';
import { type Measure, subjectOf } from '../../policy/index.ts';
import { mainFigure, sayFacts, verdictWords as words } from '../../words/index.ts';
import { isKind } from '../said-of-oneself.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { before, remember } from '../state.ts';
import { leaveThread, profileUpdated, stepThread } from '../thread.ts';
import { canCheck, measuresFor, relevance } from '../topic.ts';
import { continueCheckup, NOTHING_YET } from './checkup.ts';

export interface Told {
  told: Record<string, FactValue | null>;
  beside: readonly Thing[] | undefined;
  /** What has to be said of changes and doubts. */
  remarks: string | null;
  /** What has to be said of other orders and loans. */
  apart: string | null;
}

export const joined = (...lines: readonly (string | null)[]): string | null =>
  lines.filter((line) => line !== null).join('') || null;

const MOST_OFFERS = 3;

export function note(scene: Scene, { told, beside, remarks, apart }: Told): Outcome {
  const { state, known, mind } = scene;
  const profile: Profile = withFacts(known.profile, told);
  const fitting = worthNaming(scene, told, profile).slice(0, MOST_OFFERS);
  const [only] = fitting;
  if (only && fitting.length === 1 && tellsDeed(scene, told) && canCheck(scene, only.id)) {
    const outcome = stepThread(scene, only.id, { facts: told, beside, before: joined(remarks, apart) });
    // Nobody asked for it: a no would only put off.
    if (outcome && outcome.reply.verdict !== 'ineligible') return outcome;
  }
  if (wasAsked(scene, told)) return continueCheckup(scene, NOTHING_YET, { facts: told, unknown: [] });
  const options = fitting.map(({ id, title }) => ({ id, label: title }));
  // What a trade implies (不是…) is kept but not worth saying beside what was said.
  const positive = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== false));
  const noted =
    (remarks ?? words.noted(sayFacts(mind.knowledge, Object.keys(positive).length > 0 ? positive : told))) +
    (apart ?? '');
  // 我们九江的，做五金, while the talk is about one thing: who one is leaves it where it is.
  const inHand = state.options.length === 0 ? subjectOf(mind.knowledge, state.about)?.measure : null;
  if (inHand && options.length > 0 && remarks === null && !tellsDeed(scene, told)) {
    const step = { ...before(known), about: state.about, thread: state.thread };
    return say(remember(state, step), `${noted}${words.goOnWith(inHand.title)}`, { about: state.about }, [
      profileUpdated(told, beside),
    ]);
  }
  const text =
    options.length > 0
      ? `${noted}${words.mayFit}`
      : `${noted}${tooLate(scene, told, profile)}${words.askNext}`;
  // What stood first in a list was not chosen: it is no longer what is talked about.
  const wasListed = options.length > 0 && state.options.length > 0;
  const focused = wasListed ? { ...leaveThread(state), about: null } : state;
  const next = remember(focused, { ...before(known), about: state.about, thread: state.thread });
  const listed = options
    .map(({ label }, place) => `\n${place + 1}. ${label}${sourceOf(scene, fitting[place]!.id)}`)
    .join('');
  return say(next, text + listed, { options, about: options.length > 0 ? null : state.about }, [
    profileUpdated(told, beside),
  ]);
}

/** 西湖区开五金店的, where nothing was found for what was asked: who one is was wanted, and all that there may be is looked for. */
const wasAsked = (scene: Scene, told: Told['told']): boolean => {
  const { about, lastQuestion, options, thread } = scene.state;
  const isOpen = about === null && thread === null && options.length === 0 && lastQuestion !== null;
  return isOpen && Object.keys(told).some((name) => told[name] !== false && isKind(scene, name));
};

/** What of the told looks at is open and can be had, money before services; where nothing is, what else looks at it. */
function worthNaming(scene: Scene, told: Record<string, FactValue | null>, profile: Profile): Measure[] {
  const { mind, today } = scene;
  const said = Object.keys(told).filter((name) => told[name] !== false);
  const { fits, might } = findAll(mind.knowledge, profile, { today, unplaced: 'asked' });
  const uses = ({ measure }: Result) => relevance(scene, measure.id, said);
  // Who tells four things of one order does not mean what looks at one of them.
  const most = Math.max(0, ...[...fits, ...might].map(uses));
  const open = [...fits, ...might].filter((one) => uses(one) > 0 && uses(one) * 2 >= most);
  const isMoney = ({ benefit }: Result) => benefit.pays.some(({ pay }) => pay.form !== 'service');
  const best = [...open.filter(isMoney), ...open.filter((one) => !isMoney(one))];
  if (best.length > 0) return [...new Set(best.map(({ measure }) => measure))];
  return measuresFor({ ...scene, known: { ...scene.known, profile } }, said, profile);
}

/** 上个月签了2亿的单, years after: what it would have been for, and that it is over. */
function tooLate(scene: Scene, told: Record<string, FactValue | null>, profile: Profile): string {
  const { mind, today } = scene;
  const said = Object.keys(told).filter((name) => told[name] !== false && !isKind(scene, name));
  const past = evaluateAll(mind.knowledge, profile, { today, unplaced: 'asked' })
    .filter(({ reason }) => reason.kind === 'closed')
    .map((result) => ({ result, uses: relevance(scene, result.measure.id, said) }))
    .sort((a, b) => b.uses - a.uses);
  const [nearest] = past;
  return nearest && nearest.uses > 0
    ? words.overAlready(nearest.result.measure.title, nearest.result.policy.number)
    : '';
}

/** 订单9000万 · 端午没停: more than what one is and where. */
const tellsDeed = (scene: Scene, told: Record<string, FactValue | null>): boolean =>
  Object.entries(told).some(
    ([name, value]) =>
      value !== false && !isKind(scene, name) && !followsFromTrade(scene.mind.knowledge.facts.get(name)),
  );

function sourceOf({ mind }: Scene, id: string): string {
  const subject = subjectOf(mind.knowledge, id);
  const figure = subject?.measure ? mainFigure(subject.measure.clause.text) : null;
  return subject ? `（${[figure, subject.policy.number].filter(Boolean).join('，')}）` : '';
}
