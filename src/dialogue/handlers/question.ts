/** Everything else is a question: answered from the documents, leaning on what is talked about where it leans. */

import { askedPeriods, factOfRole } from '../../eligibility/index.ts';
import { subjectOf } from '../../policy/index.ts';
import {
  contentWords,
  type Finding,
  find,
  focusesOf,
  LIST_ALSO,
  namesNoTopic,
} from '../../retrieval/index.ts';
import { compose, general, sayQuestions, verdictWords, whomToAsk } from '../../words/index.ts';
import { ASKS_MEANING, asks, asksWhetherItFits, statesDeed } from '../fit-question.ts';
import { bare, isNo, isYes, readPick } from '../intents.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { leaveThread, stepThread } from '../thread.ts';
import { amountLineOf, canCheck, closedVerdict, isClosed, leftOpen, PLAIN_FOCUS, tell } from '../topic.ts';
import { described, goBackTo } from './earlier.ts';
import { followUp } from './follow-up.ts';
import { tellMissing } from './missing.ts';
import { openNow, shelf } from './shelf.ts';
import { explainTotal } from './sums.ts';

export const question: Handler = (scene) => {
  const { message, mind, today, state } = scene;
  const asked = { ...scene, state: { ...state, lastQuestion: message.text } };
  if (/^[\d.]+$/u.test(bare(message.text))) return say(state, general.whichNumber, { about: state.about });
  const found = inTheSameWay(
    scene,
    find(mind.index, message.text, { today, context: state.about, home: homeOf(scene) }),
  );
  if (readPick(message.text) !== null && (found.route.items.length === 0 || found.band === 'none'))
    return say(state, state.options.length > 0 ? general.notInList(state.options.length) : general.noList, {
      options: state.options,
      about: state.about,
    });
  return (
    described(scene) ??
    ofTheShelf(asked, found) ??
    explainTotal(asked, found) ??
    goBackTo(asked, found) ??
    followUp(asked, found) ??
    askAgain(asked, found) ??
    askWhichPolicy(asked, found) ??
    notWritten(asked, found) ??
    BY_BAND[found.band](asked, found)
  );
};

/** 第八条呢, after 第五条责任单位: what names another and asks nothing of it asks the same. */
function inTheSameWay({ state, message }: Scene, found: Finding): Finding {
  const { lastFocus, lastQuestion } = state;
  if (found.focuses.length > 0 || lastFocus === null || !SAME.test(bare(message.text))) return found;
  return { ...found, focuses: [lastFocus], question: `${found.question}，${lastQuestion ?? ''}` };
}
const SAME = /(?:呢|的)$/u;

/** What the shelf as a whole answers, or its rule on getting two grants. */
const ofTheShelf = (scene: Scene, found: Finding): Outcome | null =>
  found.band === 'small-talk' ? null : shelf(scene);

/** 原文: the whole clause of what is talked about. */
export function original(scene: Scene): Outcome | null {
  const { about } = scene.state;
  return about === null ? null : tell(scene, about, 'original', scene.message.text);
}

/** Where the enterprise has told to be: of near twins of several places, its own is meant. */
function homeOf({ mind, known }: Scene): string | null {
  const fact = factOfRole('place', mind.knowledge.facts);
  const told = fact === null ? undefined : known.profile[fact];
  return typeof told === 'string' ? told : null;
}

/** 电费涨了3万, asked for a growth: what answers no question and asks none leaves what was asked open. */
function askAgain(scene: Scene, found: Finding): Outcome | null {
  const { state, message, mind } = scene;
  const { text } = message;
  if (state.thread === null && state.asked.length === 0) return null;
  const topical = contentWords(text).some((word) => word.length > 1 && !namesNoTopic(word));
  if (asks(text) && (topical || found.band !== 'menu' || focusesOf(text).length > 0)) return null;
  const nothingElse =
    AS_SAID.test(bare(text)) ||
    nothingFound(found) ||
    (found.band === 'menu' && !topical) ||
    (found.band === 'menu' && TELLS.test(text)) ||
    (found.band === 'small-talk' && state.asked.length > 0 && (isYes(text) || isNo(text)));
  if (!nothingElse) return null;
  const { facts } = mind.knowledge;
  const about = state.thread?.measure ?? state.about;
  if (state.asked.length === 0)
    return FIGURE_OR_SELF.test(text) ? say(state, verdictWords.notHeard, { about }) : null;
  const questions = sayQuestions(state.asked, facts, {
    profile: scene.known.profile,
    heard: isNo(text) ? {} : state.heard,
    periods: askedPeriods(mind.knowledge, scene.today, state.thread?.measure ?? null),
  });
  return say(state, `${verdictWords.notFollowed}${questions}`, { about, asks: state.asked });
}
const nothingFound = ({ band, refusal }: Finding): boolean =>
  band === 'none' && refusal?.reason === 'nothing';

/** 要啥条件 · 出处是哪, with nothing talked about. */
function askWhichPolicy(scene: Scene, found: Finding): Outcome | null {
  const { state, message } = scene;
  const { text } = message;
  const asksOfNothing =
    (nothingFound(found) || found.band === 'menu' || found.band === 'answer') &&
    state.about === null &&
    found.route.documents.length === 0 &&
    (asks(text) || asksWhetherItFits(text)) &&
    (contentWords(text).every(namesNoTopic) || (nothingFound(found) && focusesOf(text).includes('deadline')));
  if (!asksOfNothing) return null;
  // Of a list just shown the first is meant, until another is picked.
  const first = state.options[0]?.id;
  const told = first === undefined ? null : tell(scene, first, found.focuses[0] ?? null, text);
  // 明天截止了？: what is due is answered of everything.
  const due = focusesOf(text).includes('deadline') ? openNow(scene) : null;
  return told ?? due ?? say(state, general.whichPolicy);
}

/** 跟哪个月比 · 中秋算不算: asks more of what is talked about than its document says. */
function notWritten(scene: Scene, found: Finding): Outcome | null {
  const { state, message, mind } = scene;
  const { text } = message;
  const named = contentWords(text).some((word) => word.length > 1 && !namesNoTopic(word));
  const subject = subjectOf(mind.knowledge, state.about);
  const isCounted = IS_COUNTED.test(bare(text)) && (nothingFound(found) || found.band === 'menu');
  if (!isCounted && (named || !nothingFound(found) || !asks(text))) return null;
  if (!subject?.measure) return null;
  return tellMissing(scene, state.about ?? '', { subject, foreign: [] });
}
/** 中秋算不算 · 外包的行不行. */
const IS_COUNTED = /^[^，。]{1,8}(?:算不算|算吗|行不行|行吗|可以吗|算在内吗)$/u;

/** 按南昌的算: puts right how to reckon. */
const AS_SAID = /^(?:那|就)*(?:按|照)[^，。]{1,8}(?:算|来|报)(?:吧|呢)?$/u;
const FIGURE_OR_SELF = /\d|我|咱/u;
/** 你这说了等于没说 · 我们在扩建: says something of somebody, and names nothing to look for. */
const SAYS = /\d|[我咱你]/u;

/** 涨了3万 · 我们没算过: says something rather than naming a subject. */
const TELLS = /\d|了|过|我|没|不|才|还|在/u;

type Answering = (scene: Scene, found: Finding) => Outcome;

const BY_BAND: Record<Finding['band'], Answering> = {
  answer: answerOne,
  menu: answerMenu,
  document: answerPlainly,
  compare: answerPlainly,
  department: answerPlainly,
  none: answerNone,
  'small-talk': answerSmallTalk,
};

/** Conditions are asked of oneself, not in general: 看看我们够不够 · 我们符合条件吗. */
const ASKS_OF_US = /够不够|够(?:格|资格)|符不符合|测算|算算|(?:我|咱|本公司)[^，。？?]{0,8}(?:符合|满足|够)/u;

function answerOne(scene: Scene, found: Finding): Outcome {
  const { entry } = found.ranked[0]!;
  if (entry.kind !== 'measure') return answerPlainly(scene, found);
  const { id } = entry.measure;
  const near = LIST_ALSO * found.ranked[0]!.score;
  const others = found.ranked
    .slice(1)
    .filter(({ score }) => score >= near)
    .flatMap((other) => (other.entry.kind === 'measure' ? [other.entry.measure.id] : []));
  const next = { ...scene, state: { ...scene.state, others, lastFocus: found.focuses[0] ?? null } };
  const plain =
    found.focuses[0] !== undefined &&
    PLAIN_FOCUS.has(found.focuses[0]) &&
    !ASKS_OF_US.test(scene.message.text);
  // While something else is being checked, a question is answered and the check offered again.
  const aside =
    scene.state.thread !== null &&
    leftOpen({ ...scene, state: leaveThread(scene.state) }, id) &&
    !ASKS_OF_US.test(scene.message.text);
  if (
    !plain &&
    !aside &&
    (asksWhetherItFits(scene.message.text) || statesDeed(scene.message.text)) &&
    (canCheck(scene, id) || isClosed(scene, id))
  ) {
    const outcome = stepThread({ ...next, state: leaveOther(next.state, id) }, id);
    if (outcome) return outcome;
  }
  return answerPlainly(next, found);
}

function leaveOther(state: Scene['state'], id: string): Scene['state'] {
  return state.thread && state.thread.measure !== id ? leaveThread(state) : state;
}

/** The answer as the `ask` door gives it, in the thread of this conversation. */
function answerPlainly(scene: Scene, found: Finding): Outcome {
  const { mind, today, state } = scene;
  const answer = compose(mind.index, found, {
    today,
    expirySaid: (policy) => found.focuses[0] !== 'deadline' && state.expirySaid.includes(policy.number),
    amountLine: ({ id }) => amountLineOf(scene, id),
  });
  const about = answer.document ?? answer.measures[0]?.id ?? null;
  const left = about === state.thread?.measure ? state : leaveThread(state);
  const [focus] = found.focuses;
  const ofWhole = answer.document !== null && (focus === undefined || LISTS.has(focus));
  const menu = ofWhole ? measuresOf(scene, answer.document) : left.menu;
  const next = {
    ...(about === null ? left : focusOn(left, about)),
    menu,
    lastFocus: found.focuses[0] ?? null,
  };
  const offer = offerOf(scene, next, about);
  const confirm = offer.includes(verdictWords.offerCheck) ? ('check' as const) : null;
  const meaning = meaningLine(scene, about, answer.text);
  return say(withExpirySaid({ ...next, confirm }, scene, about), `${answer.text}${meaning}${offer}`, {
    about,
    verdict: closedVerdict(scene, about),
    card: answer.card,
  });
}

/** A document told with its measures: they can be picked by their place. */
const LISTS: ReadonlySet<string> = new Set(['about', 'count']);
const measuresOf = ({ mind }: Scene, number: string | null): string[] =>
  subjectOf(mind.knowledge, number)?.policy.measures.map(({ id }) => id) ?? [];

/** 落地实施怎么认定, where the clause does not say. */
function meaningLine({ message, mind }: Scene, about: string | null, told: string): string {
  if (!ASKS_MEANING.test(message.text) || DEFINED.test(told)) return '';
  const subject = subjectOf(mind.knowledge, about);
  return subject ? `\n${verdictWords.notDefined(whomToAsk(subject.policy, subject.measure))}` : '';
}
const DEFINED = /是指|指的是/u;

/** What can be done next: go back to the check left, or check whether one qualifies. */
function offerOf(scene: Scene, state: Scene['state'], about: string | null): string {
  if (leftOpen({ ...scene, state }, about)) return `\n${verdictWords.backToThread}`;
  return about !== null && canCheck(scene, about) ? `\n${verdictWords.offerCheck}` : '';
}

/** What was said once of a document's expiry is not said again while the talk stays with it. */
function withExpirySaid(state: Scene['state'], scene: Scene, about: string | null): Scene['state'] {
  const number = subjectOf(scene.mind.knowledge, about)?.policy.number;
  return number === undefined ? state : { ...state, expirySaid: [number] };
}

function answerMenu(scene: Scene, found: Finding): Outcome {
  const answer = compose(scene.mind.index, found, { today: scene.today, brief: true });
  const options = answer.options.map(({ id, label }) => ({ id, label }));
  const about = answer.options[0]?.id ?? null;
  const others = answer.options.slice(1).map(({ id }) => id);
  const left = leaveThread(scene.state);
  const next = {
    ...(about === null ? left : focusOn(left, about)),
    others,
    lastFocus: found.focuses[0] ?? null,
  };
  return say(next, `${answer.text}${meaningLine(scene, about, answer.text)}`, { about, options });
}

function answerNone(scene: Scene, found: Finding): Outcome {
  const { text } = scene.message;
  if (nothingFound(found) && !asks(text) && SAYS.test(text))
    return { ...say(scene.state, general.notFollowed, { about: scene.state.about }), unanswered: true };
  const answer = compose(scene.mind.index, found, { today: scene.today });
  return { ...say(leaveThread(scene.state), `${answer.text}\n${general.orPerson}`), unanswered: true };
}

/** Small talk leaves an open thread open: its question still stands. */
function answerSmallTalk(scene: Scene, found: Finding): Outcome {
  const { state, mind, today } = scene;
  const answer = compose(mind.index, found, { today });
  return say(state, answer.text, { asks: state.asked.length > 0 ? state.asked : null });
}
