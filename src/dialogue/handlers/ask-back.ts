/** Moves that ask instead of answering: what was asked before is asked again, or of which policy a question is. */
import { askedPeriods } from '../../eligibility/index.ts';
import { isA } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { contentWords, type Finding, focusesOf, namesNoTopic } from '../../retrieval/index.ts';
import { general, sayQuestions, verdictWords, whomToAsk } from '../../words/index.ts';
import { asks, asksWhetherItFits } from '../fit-question.ts';
import { bare, isNo, isYes } from '../intents.ts';
import { saying } from '../read-once.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { tell } from '../topic.ts';
import { ASKED_OF_ALL, openNow, shelf } from './shelf.ts';

/** 电费涨了3万, asked for a growth: what answers no question and asks none leaves what was asked open. */
export function askAgain(scene: Scene, found: Finding): Outcome | null {
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
  const opening = leftOpen(scene) ?? verdictWords.notFollowed;
  return say(state, `${opening}${questions}`, { about, asks: state.asked });
}

/** 货还没发，定金收了三成, to 落地实施了吗: what is told of the deed that was asked about, and is neither a yes nor a no. */
function leftOpen({ state, mind, utterance, message }: Scene): string | null {
  const [only, ...others] = state.asked;
  const fact = only === undefined ? undefined : mind.knowledge.facts.get(only);
  const subject = subjectOf(mind.knowledge, state.thread?.measure ?? null);
  if (fact?.type !== 'boolean' || others.length > 0 || !subject?.measure) return null;
  const { clauses } = utterance;
  const told = message.said ?? message.text;
  const isTold = clauses.every(
    ({ holder, words, addresses }) =>
      holder === 'self' && !addresses && !words.some((word) => isA(word, 'want', 'plan')),
  );
  const isOfDeeds = clauses.some((clause) => DONE_OR_NOT.test(clause.text));
  if (!isTold || !isOfDeeds || told.length < SHORTEST_TOLD) return null;
  return verdictWords.leftOpen(told, fact.label, whomToAsk(subject.policy, subject.measure));
}
const DONE_OR_NOT = /\p{Script=Han}了|\p{Script=Han}过|[还都]没/u;
const SHORTEST_TOLD = 6;
export const nothingFound = ({ band, refusal }: Finding): boolean =>
  band === 'none' && refusal?.reason === 'nothing';

/** 按南昌的算: puts right how to reckon. */
const AS_SAID = /^(?:那|就)*(?:按|照)[^，。]{1,8}(?:算|来|报)(?:吧|呢)?$/u;
const FIGURE_OR_SELF = /\d|我|咱/u;
/** 涨了3万 · 我们没算过: says something rather than naming a subject. */
const TELLS = /\d|了|过|我|没|不|才|还|在/u;

/** 要啥条件 · 出处是哪, with nothing talked about. */
export function askWhichPolicy(scene: Scene, found: Finding): Outcome | null {
  const { state, message } = scene;
  const { text } = message;
  const asksOfNothing =
    (nothingFound(found) || found.band === 'menu' || found.band === 'answer') &&
    state.about === null &&
    found.route.documents.length === 0 &&
    (asks(text) || asksWhetherItFits(text)) &&
    (contentWords(text).every(namesNoTopic) || (nothingFound(found) && focusesOf(text).includes('deadline')));
  if (!asksOfNothing) return null;
  // Of a list just shown the first is meant, until another is picked; 都过期了 is asked of all of it.
  const first = OF_ALL.test(text) ? undefined : state.options[0]?.id;
  const told = first === undefined ? null : tell(scene, first, found.focuses[0] ?? null, text);
  // 明天截止了？: what is due is answered of everything.
  const due = focusesOf(text).includes('deadline')
    ? (openNow(scene) ?? shelf(saying(scene, ASKED_OF_ALL)))
    : null;
  return told ?? due ?? say(state, general.whichPolicy);
}
/** 都 · 全 · 哪些: of each. */
const OF_ALL = /都|全|每|哪/u;
