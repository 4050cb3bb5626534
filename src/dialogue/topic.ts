/** A measure or a document comes into focus: what is said of it, and whether a guided check begins. */

import type { Day, Profile } from '../contract/index.ts';
import { askedPeriods, metCount, type Result } from '../eligibility/index.ts';
import { complete } from '../facts/index.ts';
import { deadlineOf, isOfLaterYear, type Measure, type Subject, subjectOf } from '../policy/index.ts';
import { type Focus, focusesOf } from '../retrieval/index.ts';
import {
  answerDocument,
  answerMeasure,
  daysLeft,
  daysWords,
  isNotMadeOut,
  measureWords,
  sayAmount,
  sayQuestions,
  subjectCard,
  validityOn,
  verdictWords,
} from '../words/index.ts';
import { checkMeasure, factsOf } from './check.ts';
import { asksWhetherItFits } from './fit-question.ts';
import { type Outcome, type Scene, say } from './scene.ts';
import { focusOn } from './state.ts';
import { leaveThread, stepThread } from './thread.ts';

/** Tells a measure or a document, with a view to what was asked of it. Null for an id that knowledge no longer holds. */
export function tell(scene: Scene, about: string, focus: Focus | null, question: string): Outcome | null {
  const { mind, today } = scene;
  const subject = subjectOf(mind.knowledge, about);
  if (!subject) return null;
  const amountLine = amountLineOf(scene, about);
  // Asked for the day, it is said however often it was said before.
  const expirySaid = focus !== 'deadline' && scene.state.expirySaid.includes(subject.policy.number);
  const again = scene.state.about === about;
  // What the question leaves unsaid was said when the talk came here.
  const context = again ? scene.state.opened : null;
  const options = {
    today,
    focus,
    question,
    context,
    expirySaid,
    again,
    ...(amountLine ? { amountLine } : {}),
  };
  const ofWhole = subject.measure === null || (focus !== null && OF_DOCUMENT.has(focus));
  const told = ofWhole
    ? answerDocument(mind.index, subject.policy.number, options)
    : answerMeasure(mind.index, about, options);
  if (!told) return null;
  const state = focusOn(
    about === scene.state.thread?.measure ? scene.state : leaveThread(scene.state),
    about,
  );
  const offer = leftOpen({ ...scene, state }, about) ? `\n${verdictWords.backToThread}` : '';
  // Of a document as a whole its measures can be picked by their place: 第五个.
  const menu = subject.measure === null && (focus === null || focus === 'about' || focus === 'count');
  const more = alsoAsked(subject, question);
  const open = stillAsked(scene, about);
  const text = `${told.text}${more}${dayNote(scene, subject, focus)}${open}${offer}`;
  const listed = menu ? subject.policy.measures.map(({ id }) => id) : state.menu;
  return say({ ...state, menu: listed, lastFocus: focus }, text, {
    about,
    verdict: closedVerdict(scene, about),
    asks: open === '' ? null : scene.state.asked,
    card: subjectCard(ofWhole ? { ...subject, measure: null } : subject, today, told.quotes),
  });
}

/** What the check of this measure asked is still open behind a question about it. */
export function stillAsked({ state, mind, known, today }: Scene, about: string): string {
  if (state.thread?.measure !== about || state.asked.length === 0) return '';
  const questions = sayQuestions(state.asked, mind.knowledge.facts, {
    profile: known.profile,
    heard: state.heard,
    periods: askedPeriods(mind.knowledge, today, about),
  });
  return `\n${verdictWords.stillAsked}${questions}`;
}

/** 7月30日是周六，最后一个工作日是7月29日（周五）. */
function dayNote({ planner, today }: Scene, subject: Subject, focus: Focus | null): string {
  const deadline = deadlineOf(subject);
  const note = focus === 'deadline' && deadline.kind === 'apply-by' && deadline.day >= today;
  const left = subject.measure === null && focus === 'deadline' ? daysLeft(subject.policy, today) : null;
  const said = note ? planner.dayNote(deadline.day) : null;
  return [left === null || left < 0 ? null : daysWords.left(left), said]
    .map((line) => (line ? `\n${line}` : ''))
    .join('');
}

/** Said of a document as a whole, whichever of its measures is talked about. */
const OF_DOCUMENT: ReadonlySet<Focus> = new Set(['explainer', 'issuer', 'money-source']);

/** Another check was left before it was decided: it is offered again. */
export function leftOpen(scene: Scene, about: string | null): boolean {
  const { left } = scene.state;
  if (!left || left.measure === about) return false;
  return checkMeasure(scene, left.measure, scene.known.profile)?.main.verdict === 'unknown';
}

/** 什么时候前要报，去哪里报: the second thing asked, where the answer to the first leaves it out. */
function alsoAsked({ policy, measure }: Subject, question: string): string {
  const [first, ...rest] = focusesOf(question);
  const asksWhere = rest.includes('how-to-apply') || rest.includes('department');
  if (first !== 'deadline' || !asksWhere) return '';
  const units = measure?.responsible ?? [];
  const explainer = policy.explained?.by ?? null;
  const who = units.length > 0 ? measureWords.departments(units.join('、')) : verdictWords.noUnits(explainer);
  return `\n${who}${rest.includes('how-to-apply') ? verdictWords.whereNotStated : ''}`;
}

/** What a measure without fixed sums brings: 按展位费的全额 · 按比例…，没有写明比例. Undefined where its figures say it. */
export function amountLineOf(scene: Scene, id: string): string | undefined {
  const { state, known, message, mind } = scene;
  const thread = [state.thread, state.left].find((one) => one?.measure === id);
  const checked = checkMeasure(scene, id, known.profile, {
    benefit: thread?.benefit ?? null,
    question: message.text,
    before: state.about === id ? state.opened : null,
  });
  if (!checked || (checked.evaluations.length > 1 && checked.meant === null)) return undefined;
  const { main, subject } = checked;
  const stated =
    isNotMadeOut(main.benefit) ||
    main.benefit.pays.some(({ pay }) => pay.form === 'yuan' || pay.form === 'service');
  return stated
    ? undefined
    : verdictWords.titled(subject.measure.title, sayAmount(main, mind.knowledge.facts));
}

/** Asked of one thing about a measure, not whether one qualifies. */
export const PLAIN_FOCUS: ReadonlySet<Focus> = new Set([
  'deadline',
  'department',
  'how-to-apply',
  'original',
  'conditions',
]);

/** Chosen from a list: what was asked of it, else a guided check where it can be checked, else what it says. */
export function open(scene: Scene, about: string): Outcome | null {
  const { lastFocus, lastQuestion } = scene.state;
  const plain = lastFocus !== null && PLAIN_FOCUS.has(lastFocus);
  const checked = !plain && canCheck(scene, about) ? stepThread(scene, about) : null;
  return checked ?? tell(scene, about, plain ? lastFocus : null, lastQuestion ?? '');
}

/** The measure has conditions that an enterprise can answer, and is not closed for everybody. */
export function canCheck(scene: Scene, about: string): boolean {
  const checked = checkMeasure(scene, about, {});
  return Boolean(
    checked?.evaluations.some(({ missing, verdict }) => missing.length > 0 && verdict === 'unknown'),
  );
}

/** Too late or too early for everybody, whatever the facts. */
export function isClosed(scene: Scene, about: string): boolean {
  const reason = checkMeasure(scene, about, {})?.main.reason.kind;
  return reason === 'closed' || reason === 'not-yet' || reason === 'not-issued';
}

/** 还能申请吗, asked too late, is answered with a no beside the dates. */
export function closedVerdict(scene: Scene, about: string | null): 'ineligible' | null {
  const asked = asksWhetherItFits(scene.message.text);
  return about !== null && asked && (isClosed(scene, about) || isExpired(scene, about)) ? 'ineligible' : null;
}

/** A document whose last day has passed. */
function isExpired({ mind, today }: Scene, about: string): boolean {
  const subject = subjectOf(mind.knowledge, about);
  return subject !== null && subject.measure === null && validityOn(subject.policy, today) === 'expired';
}

/** Nothing of it can be had any more, whatever it grants. */
export function isOver(scene: Scene, about: string): boolean {
  const policy = subjectOf(scene.mind.knowledge, about)?.policy;
  return isClosed(scene, about) || (policy !== undefined && validityOn(policy, scene.today) === 'expired');
}

/** Not closed, not of a later day: what can be had now. */
export const openNow = ({ reason, benefit, policy }: Result, today: Day): boolean =>
  reason.kind !== 'closed' &&
  reason.kind !== 'not-yet' &&
  !isOfLaterYear(policy, today) &&
  !(benefit.during && benefit.during.from > today);

/** How many of the facts named matter to the measure, those that its facts follow from too. */
export function relevance(scene: Scene, measure: string, names: readonly string[]): number {
  const checked = checkMeasure(scene, measure, {});
  if (!checked) return 0;
  const { facts } = scene.mind.knowledge;
  const wanted = new Set(
    checked.evaluations.flatMap(({ conditions, missing }) => [
      ...missing,
      ...conditions.filter(({ kind }) => kind !== 'presumed').flatMap((condition) => condition.facts),
    ]),
  );
  for (const name of [...wanted]) {
    const series = facts.get(name)?.series;
    if (series)
      for (const source of [series.level, series.previous, series.increase]) if (source) wanted.add(source);
  }
  return names.filter(
    (name) =>
      wanted.has(name) || Object.keys(facts.get(name)?.implies ?? {}).some((implied) => wanted.has(implied)),
  ).length;
}

/** Measures whose benefits look at a fact. */
export function measuresAbout(scene: Scene, name: string): Measure[] {
  const measures = scene.mind.knowledge.policies.flatMap((policy) => policy.measures);
  return measures.filter(({ id }) => {
    const checked = checkMeasure(scene, id, {});
    return checked !== null && factsOf(checked).has(name);
  });
}

/** Measures that the facts given speak of most, best first: for a figure told without naming a measure. */
export function measuresFor(scene: Scene, names: readonly string[], profile: Profile): Measure[] {
  const known = complete(profile, scene.mind.knowledge.facts);
  const used = scene.mind.knowledge.policies
    .filter((policy) => !isOfLaterYear(policy, scene.today))
    .flatMap((policy) => policy.measures)
    .map((measure) => ({ measure, uses: relevance(scene, measure.id, names) }))
    .filter(({ uses }) => uses > 0);
  // Who tells five figures of one measure does not mean those that look at one of them.
  const most = Math.max(...used.map(({ uses }) => uses));
  return used
    .filter(({ uses }) => uses * 2 > most)
    .map((one) => ({ ...one, checked: checkMeasure(scene, one.measure.id, known) }))
    .filter(({ checked }) => checked !== null && checked.main.verdict !== 'ineligible')
    .sort((a, b) => b.uses - a.uses || metCount(b.checked!.main) - metCount(a.checked!.main))
    .map(({ measure }) => measure);
}
