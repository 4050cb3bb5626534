/** The last move: what the search found, told as its sureness allows. */

import { isA } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { areApart, type Finding, foundShare, LIST_ALSO, objectWords } from '../../retrieval/index.ts';
import { compose, general, tellEntry, verdictWords, whomToAsk } from '../../words/index.ts';
import { ASKS_MEANING, asks, asksWhetherItFits, statesDeed } from '../fit-question.ts';
import { BY_CHANCE, NO_CHANCE } from '../nearness.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { leaveThread, stepThread } from '../thread.ts';
import {
  amountLineOf,
  canCheck,
  closedVerdict,
  isClosed,
  leftOpen,
  PLAIN_FOCUS,
  stillAsked,
} from '../topic.ts';
import { nothingFound } from './ask-back.ts';
import { lackingIn, tellMissing } from './missing.ts';

/** 你这说了等于没说 · 我们在扩建: says something of somebody, and names nothing to look for. */
const SAYS = /\d|[我咱你]/u;

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

/** What comes near the best shares its subject; what is far behind only shares a word. */
function comparable({ mind, message }: Scene, ranked: Finding['ranked']): Finding['ranked'] {
  const best = ranked[0]?.score ?? 0;
  // Whether one qualifies is asked of one thing: what is checked says soon enough if another was meant.
  if (ASKS_OF_US.test(message.text)) return ranked.filter(({ score }) => score >= COMPARABLE_CHECK * best);
  const words = objectWords(message.text);
  return ranked.filter(
    ({ score, entry }) =>
      score >= COMPARABLE * best || (words.length > 0 && foundShare(mind.index, words, entry) >= SPEAKS_OF),
  );
}
const COMPARABLE = 0.5;
const COMPARABLE_CHECK = 0.65;
const SPEAKS_OF = 0.8;

/**
 * 你就给个大概数嘛 · 有时候周末只有九百七八: what comes near to nothing, while something is talked about, leaves the talk where it is; a list
 * of what shares a word with it would only lose it.
 */
function stayWhereItIs(scene: Scene, { ranked, route, band }: Finding): Outcome | null {
  const { state, mind, message } = scene;
  const about = state.thread?.measure ?? state.about;
  const subject = subjectOf(mind.knowledge, about);
  const isNamed = route.documents.length > 0 || route.items.length > 0;
  const isNear = band === 'menu' && (ranked[0]?.score ?? 0) >= BY_CHANCE;
  if (about === null || !subject?.measure || isNamed || isNear) return null;
  // 保险呢: what it asks for by its name and the thing in hand lacks is said to be lacking.
  const foreign = objectWords(message.text);
  if (asks(message.text) && lackingIn(scene, foreign, subject.measure).length > 0)
    return tellMissing(scene, about, { subject, foreign });
  // 就晚了六天，通融下呗: a wish of which the thing in hand says nothing.
  const wishes = foreign.length > 0 && state.asked.length === 0 && !/\d/u.test(message.text);
  const missing = wishes ? tellMissing(scene, about, { subject, foreign: [] }) : null;
  if (missing) return { ...missing, unanswered: true };
  const open = state.asked.length > 0 ? state.asked : null;
  const text = `${general.stayed(subject.measure.title)}${stillAsked(scene, about)}`;
  return { ...say(state, text, { about, asks: open }), unanswered: true };
}

function answerMenu(scene: Scene, whole: Finding): Outcome {
  const stayed = stayWhereItIs(scene, whole);
  if (stayed) return stayed;
  const found = { ...whole, ranked: comparable(scene, whole.ranked) };
  // One that stands alone, and not by chance, is no choice.
  if (found.ranked.length === 1 && found.ranked[0]!.score >= NO_CHANCE)
    return answerOne(scene, { ...found, band: 'answer' });
  if (leadsTheOthers(scene, found)) return withOthersBeneath(scene, found);
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

/**
 * From this sureness on the first of a menu is what was meant in nine of ten messages of test/eval/turns.own.jsonl, so that it answers, and
 * the others stand beneath.
 */
const LEADS = 0.4;

function leadsTheOthers({ mind }: Scene, { sure, ranked }: Finding): boolean {
  const [first, ...others] = ranked;
  const isOfOnePlace = others.every(
    ({ entry }) => !areApart(mind.index.places, first!.entry.policy, entry.policy),
  );
  return sure >= LEADS && first?.entry.kind === 'measure' && isOfOnePlace;
}

function withOthersBeneath(scene: Scene, found: Finding): Outcome {
  const told = answerOne(scene, { ...found, band: 'answer' });
  const shown = found.ranked
    .slice(0, MOST_SHOWN)
    .flatMap(({ entry }) => (entry.kind === 'measure' ? [entry] : []));
  // A number would be taken for the answer to what is asked.
  if (told.reply.asks !== null || shown.length < 2) return told;
  const options = shown.map(({ measure }) => ({ id: measure.id, label: measure.title }));
  const beneath = shown
    .slice(1)
    .map(({ policy, measure }, at) => tellEntry(policy, measure, { place: at + 2, today: scene.today }));
  const text = [told.reply.text, general.ifNotThis, ...beneath].join('\n');
  return {
    ...told,
    state: { ...told.state, options, menu: options.map(({ id }) => id) },
    reply: { ...told.reply, text, options },
  };
}
const MOST_SHOWN = 3;

function answerNone(scene: Scene, found: Finding): Outcome {
  const { text } = scene.message;
  if (nothingFound(found) && !asks(text) && SAYS.test(text))
    return { ...say(scene.state, general.notFollowed, { about: scene.state.about }), unanswered: true };
  const stayed = isToldOnly(scene) ? stayWhereItIs(scene, found) : null;
  if (stayed) return stayed;
  const answer = compose(scene.mind.index, found, { today: scene.today });
  return { ...say(leaveThread(scene.state), `${answer.text}\n${general.orPerson}`), unanswered: true };
}

/** 对方是国企下面的子公司: neither asks for anything nor wishes for it. */
const isToldOnly = ({ message, utterance }: Scene): boolean =>
  !asks(message.text) &&
  !utterance.clauses.some(({ words }) => words.some((word) => isA(word, 'want', 'ask')));

/** Small talk leaves an open thread open: its question still stands. */
function answerSmallTalk(scene: Scene, found: Finding): Outcome {
  const { state, mind, today } = scene;
  const answer = compose(mind.index, found, { today });
  return say(state, answer.text, { asks: state.asked.length > 0 ? state.asked : null });
}

export const byBand = (scene: Scene, found: Finding): Outcome => BY_BAND[found.band](scene, found);
