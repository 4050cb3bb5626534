/** 政策体检: from what is known, everything that fits, might fit and just misses; then the topic that decides most. */

import type { FactValue, Profile } from '../../contract/index.ts';
import {
  askedPeriods,
  factOfRole,
  checkup as findAll,
  nextTopic,
  presentAt,
  type Result,
} from '../../eligibility/index.ts';
import { followsFromTrade, withFacts } from '../../facts/index.ts';
import { formatFullDay } from '../../figures/index.ts';
import type { Knowledge } from '../../policy/index.ts';
import { find } from '../../retrieval/index.ts';
import {
  compose,
  explainVerdict,
  sayAmount,
  sayQuestions,
  shortNumber,
  checkupWords as words,
} from '../../words/index.ts';
import { checkMeasure, MOST_QUESTIONS } from '../check.ts';
import { asks } from '../fit-question.ts';
import { actOf, readIntent } from '../intents.ts';
import { NAMED_FOR_SURE, NO_CHANCE } from '../nearness.ts';
import { clausesOf, readScene } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { before, remember, type State } from '../state.ts';
import { clausesBeside } from '../told-beside.ts';
import { measuresAbout } from '../topic.ts';

const MOST_TOPICS = 3;
const MOST_LISTED = 3;
/** What fits is listed further than what might. */
const MOST_FITTING = 5;

export const checkup: Handler = (scene) => {
  const { state, message } = scene;
  if (asksForCheckup(scene)) {
    if (namesOne(scene) || wishesFor(scene)) return null;
    const rest = furtherOf(scene);
    if (rest) return rest;
    const tells = clausesOf(message.text).length > 1 || /[我咱]/u.test(message.text);
    const told = tells ? readScene(scene).facts : {};
    return report({ ...scene, state: { ...state, checkup: NOTHING_YET } }, told);
  }
  if (state.checkup === null) return null;
  const read = readScene(scene);
  const told = Object.keys(read.facts);
  if (told.length === 0 && read.unknown.length === 0) return null;
  // A question of its own ends the check-up; an answer goes on with it.
  if (told.length > 0 && asks(message.text)) return null;
  return continueCheckup(scene, state.checkup, read);
};

/** Goes on with the check-up that is open, with what was told and what was said not to be known. */
export function continueCheckup(
  scene: Scene,
  checkup: NonNullable<State['checkup']>,
  { facts, unknown }: { facts: Record<string, FactValue | null>; unknown: readonly string[] },
): Outcome {
  const { state, known } = scene;
  const checkedUp = { ...checkup, notKnown: [...checkup.notKnown, ...unknown] };
  const next = remember(
    { ...state, checkup: checkedUp },
    { ...before(known), about: state.about, thread: state.thread },
  );
  return report({ ...scene, state: next }, facts);
}

/** All that there may be for the enterprise, as far as it is known. */
export const wholeList = (scene: Scene): Outcome =>
  continueCheckup(scene, NOTHING_YET, { facts: {}, unknown: [] });

export const NOTHING_YET = { topicsAsked: [], notKnown: [], listed: '' };

const asksForCheckup = ({ message }: Scene): boolean => readIntent(message) === 'checkup';

/**
 * 想招点人，有什么政策 · 我们做五金，货款收不回来，有什么政策: what is said beside and tells nothing of the enterprise is what is asked
 * for; beside who one is, where it surely names something.
 */
function wishesFor(scene: Scene): boolean {
  const rest = actOf(scene.message)?.rest ?? '';
  if (rest === '' || FIRM.test(rest)) return false;
  const read = readScene(scene);
  if (Object.keys(read.facts).length === 0) return true;
  const { mind, today } = scene;
  const beside = clausesBeside(scene, read).filter(({ text }) => readIntent({ text }) === null);
  const { ranked, band } = find(mind.index, beside.map(({ text }) => text).join('，'), { today });
  const best = ranked[0]?.score ?? 0;
  return beside.length > 0 && (best >= NAMED_FOR_SURE || (band === 'answer' && best >= NO_CHANCE));
}
/** 那物流公司: what one is. */
const FIRM = /(?:公司|企业|厂|店|户|单位|业)(?:有|$)/u;

/** 有什么政策能帮忙, after 银行不给续贷了 and with nothing known of the enterprise: more of what was wished for. */
function furtherOf({ state, message, known, mind, today }: Scene): Outcome | null {
  const nothingKnown = Object.keys(known.profile).length === 0;
  if (!nothingKnown || state.about === null || state.lastQuestion === null || /[我咱]/u.test(message.text))
    return null;
  const found = find(mind.index, state.lastQuestion, { today });
  if (found.band !== 'answer' && found.band !== 'menu') return null;
  const told = compose(mind.index, { ...found, band: 'menu' }, { today, brief: true });
  return say(state, told.text, { about: state.about, options: told.options });
}

/** From what is known, without a word on it in the message. */
export const checkupFor = (scene: Scene): Outcome =>
  report({ ...scene, state: { ...scene.state, checkup: NOTHING_YET } });

/** The list of the check-up that is open, once more. Null where none is. */
export const checkupAgain = (scene: Scene): Outcome | null =>
  scene.state.checkup === null && !scene.state.checkedUp
    ? null
    : report({
        ...scene,
        state: { ...scene.state, checkup: { ...(scene.state.checkup ?? NOTHING_YET), listed: '' } },
      });

/** 我们开网吧，有什么补贴: only one measure looks at what is said, so it is answered at once. */
function namesOne(scene: Scene): boolean {
  const { text } = scene.message;
  const orders = clausesOf(text).some(
    (part) => readIntent({ text: part }) === 'checkup' && !ASKING.test(part),
  );
  if (orders || actOf(scene.message)?.rest === '' || /都|哪些|几[个项条]/u.test(text)) return false;
  const told = readScene(scene).facts;
  const profile = withFacts({}, told);
  const { facts } = scene.mind.knowledge;
  // What only follows from the trade (我们是开餐馆的) is no matter of one measure, nor is what that measure leaves out.
  return Object.keys(told).some((name) => {
    const [only, ...others] = measuresAbout(scene, name);
    const isOne = only !== undefined && others.length === 0 && !followsFromTrade(facts.get(name));
    return isOne && checkMeasure(scene, only.id, profile)?.main.verdict !== 'ineligible';
  });
}

/** 有什么补贴 asks; 政策体检 orders. */
const ASKING = /[什啥哪吗呢]|多少|几[个项条]/u;

function report(scene: Scene, told: Parameters<typeof withFacts>[1] = {}): Outcome {
  const { state, known, today, mind } = scene;
  const profile = withFacts(known.profile, told);
  const found = findAll(mind.knowledge, profile, { today, unplaced: 'asked' });
  const { topicsAsked, notKnown, listed: before } = state.checkup ?? NOTHING_YET;
  const next =
    topicsAsked.length < MOST_TOPICS
      ? nextTopic(worthAsking(scene, profile), profile, {
          today,
          notKnown,
          topicsAsked,
          unplaced: 'asked',
          most: MOST_QUESTIONS,
        })
      : null;
  const lists: [string, Result[]][] = [
    [words.fits, found.fits.slice(0, MOST_FITTING)],
    [words.might, found.might.slice(0, MOST_LISTED)],
    [words.misses, found.misses.slice(0, MOST_LISTED)],
    [words.undated, found.undated.slice(0, MOST_LISTED)],
  ];
  const listed = lists.flatMap(([, results]) => results);
  const lines = lists.flatMap(([head, results]) =>
    results.length === 0
      ? []
      : [head, ...results.map((result) => `${listed.indexOf(result) + 1}. ${sayResult(scene, result)}`)],
  );
  const asked = next?.facts ?? [];
  const questions =
    asked.length === 0
      ? lines.length > 0
        ? [words.enough]
        : []
      : [
          asked.length === 1 ? words.askOne : words.ask,
          sayQuestions(asked, mind.knowledge.facts, { periods: askedPeriods(mind.knowledge, today, null) }),
        ];
  const text = [
    ...(lines.length > 0 && lines.join('\n') === before
      ? [words.unchanged]
      : [words.head(formatFullDay(today)), ...(lines.length === 0 ? [words.nothing] : lines)]),
    ...questions,
  ].join('\n');
  const options = listed.map(({ measure }) => ({ id: measure.id, label: measure.title }));
  const isListed = options.some(({ id }) => id === state.about);
  const after: State = {
    ...state,
    // What is asked next is asked of the list.
    about: isListed || options.length === 0 ? state.about : null,
    thread: null,
    left: state.thread ?? state.left,
    checkedUp: true,
    checkup: {
      topicsAsked: next ? [...topicsAsked, next.topic] : topicsAsked,
      notKnown,
      listed: lines.join('\n'),
    },
  };
  const effects = Object.keys(told).length > 0 ? [{ kind: 'profile-updated' as const, facts: told }] : [];
  return say(after, text, { options, asks: asked.length > 0 ? asked : null }, effects);
}

/** Who has told nothing may be anything; else only what lives is asked about. */
const worthAsking = ({ mind: { knowledge }, today }: Scene, profile: Profile): Knowledge =>
  Object.keys(profile).length === 0 ? knowledge : presentAt(knowledge, today);

function sayResult(scene: Scene, result: Result): string {
  const { facts } = scene.mind.knowledge;
  const { policy, measure, missing } = result;
  const more = result.verdict === 'unknown' && missing.length > 0 ? words.missing(missing.length) : '';
  const why = result.verdict === 'ineligible' ? explainVerdict(result, facts) : '';
  // Of a no nothing is worked out: what it would pay is not said, rather than that nothing is stated.
  const amount = result.verdict === 'ineligible' ? '' : sayAmount(result, facts);
  const last = policy.applyBy ?? policy.validUntil;
  const until = last ? words.until(formatFullDay(last.day)) : words.noEnd;
  const role = factOfRole('place', facts);
  const isPlaced = role !== null && scene.known.profile[role] !== undefined;
  const where = policy.place !== null && !isPlaced ? words.onlyIn(policy.place) : '';
  return words.entry(
    `${measure.title}（${shortNumber(policy.number)}${where}，${until}）`,
    [amount, more, why].filter((part) => part !== '').join('，'),
  );
}
