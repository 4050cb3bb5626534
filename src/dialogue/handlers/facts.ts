/** The message tells something of the enterprise: it is stored, and what it changes is said. */

import type { Effect, FactValue, Profile } from '../../contract/index.ts';
import { metCount } from '../../eligibility/index.ts';
import { followsFromTrade, withFacts } from '../../facts/index.ts';
import {
  type Clause,
  namesSelf,
  onlyClauses,
  type Reading,
  type Span,
  type Unsure,
} from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { contentWords, find, namesNoTopic, objectWords } from '../../retrieval/index.ts';
import { sayFacts, verdictWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { asks, asksWhetherItFits } from '../fit-question.ts';
import { ownWords } from '../own-words.ts';
import { hear, heardOf, readScene } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { remember } from '../state.ts';
import { leaveThread, stepThread } from '../thread.ts';
import { canCheck, measuresFor, relevance } from '../topic.ts';
import { question } from './question.ts';

export const facts: Handler = (scene) => {
  if (isSmallTalk(scene)) return null;
  const read = saidOfOneself(scene, withRefusal(scene, readScene(scene)));
  // What is only supposed is never kept.
  if (read === null || read.whatIf) return null;
  const told = Object.keys(read.facts);
  if (told.length === 0 && read.unknown.length === 0) return unbelieved(scene, read);
  const target = targetOf(scene, read);
  const remarks = remarksOn(scene, read);
  if (target !== null) {
    // 不知道 to several questions at once is said of none of them for good: what stays open is asked again later.
    const blanket = told.length === 0 && read.unknown.length > 1 && read.mentions.length === 0;
    const step = {
      facts: read.facts,
      notKnown: blanket ? [] : read.unknown,
      before: remarks,
      silent: blanket,
    };
    const asked = asks(scene.message.text)
      ? { ...scene, state: { ...scene.state, lastQuestion: scene.message.text } }
      : scene;
    const outcome = stepThread(asked, target, step);
    if (outcome) return outcome;
  }
  if (told.length === 0) return null;
  return asks(scene.message.text) ? answerAndNote(scene, read.facts) : note(scene, read.facts, remarks);
};

/**
 * 网吧有补贴吗, asked by a factory: a question that speaks of nobody takes back nothing that was said, denies nothing, and does not
 * claim that what it asks about was done.
 */
function saidOfOneself(scene: Scene, read: Reading): Reading | null {
  const { state, message, known } = scene;
  if (!asks(message.text) || tellsBeside(scene)) return read;
  const own = ownClauses(scene).filter(
    (clause) => namesSelf(clause) || TOLD.test(clause.text.replace(QUESTION_FORMS, '')),
  );
  const isOfOneself = ({ start, end }: Span) =>
    own.some((clause) => clause.start < end && start < clause.end);
  const names = Object.keys(read.facts);
  // 我们做水泵的，能拿多少: where nothing else is told, whatever is said of oneself makes the question one's own.
  if (names.length === 0 && (own.length > 0 || read.unknown.length > 0)) return read;
  const told = names.filter((name) => isOfOneself(read.toldIn[name] ?? NOWHERE));
  if (told.length === names.length && names.length > 0) return read;
  // While something is being checked it is a side question, to be answered as one.
  if (state.thread && told.length === 0) return null;
  // 参加中博会，展位费能报吗 asks for oneself; 物流费有补助没 asks what there is, for anybody.
  const forOneself = asksWhetherItFits(message.text);
  const kept = Object.entries(read.facts).filter(
    ([name, value]) =>
      told.includes(name) ||
      (forOneself && isKind(scene, name) && !isVague(value) && known.profile[name] === undefined),
  );
  return { ...read, facts: Object.fromEntries(kept) };
}
const NOWHERE: Span = { start: -1, end: -1 };

/** Behind what only names or points. */
const ownClauses = ({ utterance }: Scene): readonly Clause[] =>
  ownWords(utterance).clauses.filter(({ addresses, holder }) => !addresses && holder === 'self');

/** 网吧 · 东湖区: what one is and where, rather than what one did. */
const isKind = ({ mind }: Scene, name: string): boolean =>
  ['choice', 'place'].includes(mind.knowledge.facts.get(name)?.type ?? '');
/** 不停工补贴，制造业，端午停了两天: the clauses that ask nothing tell something. */
function tellsBeside(scene: Scene): boolean {
  const told = onlyClauses(scene.utterance, (clause) => !clause.question && !asks(clause.text));
  return told.clauses.length > 0 && Object.keys(hear(scene, ownWords(told)).facts).length > 0;
}
/** 专精特新 is one of several: named in a question it says of nobody which. */
const isVague = (value: FactValue | null): boolean =>
  typeof value === 'object' && value !== null && 'oneOf' in value;

/** 没停 · 改成中型 · 350人: said of oneself. 不停工 alone, asked about, is the name of a deed. */
const TOLD =
  /没|未|已|是|[改换](?:成|为)|其实|\d|[一二两三四五六七八九十百千]+(?:多|来|几)?(?:个|名|号|人|万|亿|成|倍|度|元|家)/u;
/** 能不能 · 是不是 · 是多少 · 截止了没: a question's own words. */
const QUESTION_FORMS =
  /(?<verb>[能会是够行要符])不\k<verb>合?|可不可以|有没有|是(?:什么|多少|怎么|哪|啥)|了没有?(?=[，。？?]|$)/gu;

/** 不方便说: what was asked stays open, as if it were not known. */
const LONGEST_REFUSAL = 12;
function withRefusal({ state, message }: Scene, read: Reading): Reading {
  // 先不说这个，房租能减吗 goes on to something else.
  const refuses = read.refused && message.text.length <= LONGEST_REFUSAL && !asks(message.text);
  return refuses ? { ...read, unknown: [...new Set([...read.unknown, ...state.asked])] } : read;
}

/** 你这个破机器人 says nothing of the enterprise. */
function isSmallTalk({ mind, message, today, state }: Scene): boolean {
  const { band, smallTalk } = find(mind.index, message.text, { today });
  // 对的 and 11% answer what was asked.
  return band === 'small-talk' && !(smallTalk === 'ok' && state.asked.length > 0);
}

/** Which measure the facts are for: the one that was asked about, the one the message names, else one they matter to. */
function targetOf(scene: Scene, read: Reading): string | null {
  const { state, message, mind, today, known } = scene;
  const told = Object.keys(read.facts);
  const { thread } = state;
  const answersQuestion = [...told, ...read.unknown].some((name) => bearsOnAsked(scene, name));
  const named = namedMeasure(scene);
  if (
    named !== null &&
    named !== thread?.measure &&
    relevance(scene, named, told) > 0 &&
    !(answersQuestion && isBareAnswer(message.text)) &&
    (asks(message.text) || named === state.about || !rulesOut(scene, named, read.facts))
  )
    return named;
  if (thread && (answersQuestion || relevance(scene, thread.measure, told) > 0)) return thread.measure;
  const wished = wishedFor(scene);
  for (const id of candidatesOf(scene, told)) {
    if (wished !== null && !wished.includes(id)) continue;
    if (wished === null && id !== state.about && !asks(message.text) && rulesOut(scene, id, read.facts))
      continue;
    if (relevance(scene, id, told) > 0 && canCheck(scene, id)) return id;
  }
  // 东湖区的: where the enterprise is bears on whatever is talked about.
  if (state.about !== null && told.length > 0 && told.every((name) => isPlace(scene, name)))
    return canCheck(scene, state.about) ? state.about : null;
  if (!asks(message.text)) return null;
  const ranked = find(mind.index, message.text, { today, context: state.about }).ranked.flatMap(
    ({ entry }) => (entry.kind === 'measure' ? [entry.measure.id] : []),
  );
  const now = withFacts(known.profile, read.facts);
  const byFacts = measuresFor(scene, told, now).map(({ id }) => id);
  const fits = (id: string) => checkMeasure(scene, id, read.facts as Profile)?.main;
  const met = new Map(byFacts.map((id) => [id, metCount(fits(id)!)]));
  const most = Math.max(1, ...met.values());
  const full = byFacts.filter((id) => met.get(id) === most);
  // 我开饭店的，房租能不能免: what is told judges what is asked for, and does not choose another.
  if (wished !== null) return wished.find((id) => full.includes(id)) ?? null;
  return ranked.find((id) => full.includes(id)) ?? (full.length === 1 ? full[0]! : null);
}

/** 我是开火锅店的，营业额涨了两成 names nothing that is for factories: who only tells is not met with a no that nobody asked for. */
const rulesOut = (scene: Scene, measure: string, told: Reading['facts']): boolean =>
  checkMeasure(scene, measure, withFacts(scene.known.profile, told))?.main.verdict === 'ineligible';

/** What may be talked about, nearest first; of a list just shown, the first is no nearer than what the facts told are about. */
function candidatesOf(scene: Scene, told: readonly string[]): string[] {
  const { state, mind } = scene;
  const all = [state.about, ...offered(scene), state.left?.measure ?? null, ...state.recent];
  const candidates = all.filter((id) => id !== null);
  if (state.options.length < 2) return candidates;
  // What only follows from the trade is of many; what was said in so many words is of few.
  const said = told.filter((name) => !followsFromTrade(mind.knowledge.facts.get(name)));
  return candidates.toSorted((a, b) => relevance(scene, b, said) - relevance(scene, a, said));
}

/** What was asked, or a figure that it is worked out from. */
function bearsOnAsked({ state, mind }: Scene, name: string): boolean {
  return state.asked.some((fact) => {
    const series = mind.knowledge.facts.get(fact)?.series;
    return fact === name || [series?.level, series?.previous, series?.increase].includes(name);
  });
}

/** What the clauses that ask for a thing find, best first; null where they name none. */
function wishedFor({ utterance, message, mind, today }: Scene): string[] | null {
  if (!asks(message.text)) return null;
  const asking = utterance.clauses
    .filter(({ text, question }) => question || asks(text))
    .map(({ text }) => text);
  const text = asking.length > 0 ? asking.join('，') : message.text;
  if (objectWords(text).every(namesNoTopic)) return null;
  const { ranked, band } = find(mind.index, text, { today });
  if (band === 'none') return null;
  const near = NEAR_WISHED * (ranked[0]?.score ?? 0);
  return ranked.flatMap(({ entry, score }) =>
    score >= near && entry.kind === 'measure' ? [entry.measure.id] : [],
  );
}
const NEAR_WISHED = 0.6;

/** What the list just shown offers. */
const offered = ({ state }: Scene): string[] => state.options.map(({ id }) => id);

const isPlace = ({ mind }: Scene, name: string): boolean => mind.knowledge.facts.get(name)?.type === 'place';

/** The measure that the message is about on its own, without its figures. */
export function namedMeasure({ message, mind, today, state }: Scene): string | null {
  const found = find(mind.index, message.text, { today, context: state.about });
  const [first] = found.ranked;
  // Another city's enterprise still asks of this measure: the check says that it is not meant.
  const named = found.band === 'answer' || found.refusal?.reason === 'place';
  return named && first?.entry.kind === 'measure' ? first.entry.measure.id : null;
}

/** 涨了一成二 · 350人，制造业: tells and asks nothing. */
function isBareAnswer(text: string): boolean {
  return !asks(text) || contentWords(text).length <= 2;
}

/** What has to be said of the figures themselves: a changed value with the old one, a value not believed, a doubt. */
function remarksOn({ known, mind }: Scene, read: Reading): string | null {
  const { facts: declared } = mind.knowledge;
  const changes = Object.entries(read.facts).flatMap(([name, value]) => {
    const fact = declared.get(name);
    const before = known.profile[name];
    if (!fact || value === null || before === undefined || same(before, value) || typeof value === 'boolean')
      return [];
    return [
      words.changed(
        sayFacts(mind.knowledge, { [name]: value }),
        sayFacts(mind.knowledge, { [name]: before }),
      ),
    ];
  });
  const doubts = read.nonsense.map(({ fact, why }) =>
    words.notBelieved(declared.get(fact)?.label ?? fact, why),
  );
  const lines = [...changes, ...doubts];
  return lines.length > 0 ? lines.join('') : null;
}

function same(a: FactValue, b: FactValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Nothing but a value that cannot be, or one that is not clear: say so kindly, and ask for it alone. */
function unbelieved(scene: Scene, read: Reading): Outcome | null {
  const { state, mind, message } = scene;
  const { facts: declared } = mind.knowledge;
  const isAsked = ({ fact, value }: Unsure) =>
    state.asked.includes(fact) && (value !== null || !asks(message.text));
  // 我们有350人，能拿多少: the question is answered, and asks for the head count beside what else it needs.
  const doubted = read.unsure.filter((one) => isAsked(one) || (one.value !== null && !asks(message.text)));
  const heard = heardOf(
    read,
    doubted.map(({ fact }) => fact),
  );
  const doubts = doubted.map(({ fact, value, why }) => {
    const label = declared.get(fact)?.label ?? fact;
    if (why === 'unit' && typeof value === 'number') return words.whichUnit(label, value);
    const said = heard[fact];
    return said === undefined
      ? words.unsure(label)
      : words.isItThat(sayFacts(mind.knowledge, { [fact]: said }));
  });
  const remarks = [remarksOn(scene, read), ...doubts].filter((line) => line !== null);
  if (remarks.length === 0) return null;
  const kept = { ...state, lastQuestion: message.text, heard };
  const open = doubted.length > 0 ? doubted.map(({ fact }) => fact) : state.asked;
  return say(kept, remarks.join(''), {
    about: state.thread?.measure ?? state.about,
    asks: open.length > 0 ? open : null,
  });
}

/** A question that also tells something: answered, and what it told is kept. */
function answerAndNote(scene: Scene, told: Record<string, FactValue | null>): Outcome | null {
  const { state, known } = scene;
  const outcome = question({ ...scene, known: { ...known, profile: withFacts(known.profile, told) } });
  if (!outcome) return null;
  const step = { facts: known.profile, about: state.about, thread: state.thread };
  const effects: Effect[] = [{ kind: 'profile-updated', facts: told }, ...outcome.effects];
  return { ...outcome, state: remember(outcome.state, step), effects };
}

const MOST_OFFERS = 3;

/** Told without a question: noted, with what it may fit. */
function note(scene: Scene, told: Record<string, FactValue | null>, remarks: string | null): Outcome {
  const { state, known, mind } = scene;
  const profile: Profile = withFacts(known.profile, told);
  const fitting = measuresFor({ ...scene, known: { ...known, profile } }, Object.keys(told), profile).slice(
    0,
    MOST_OFFERS,
  );
  const [only] = fitting;
  if (only && fitting.length === 1 && tellsDeed(scene, told) && canCheck(scene, only.id)) {
    const outcome = stepThread(scene, only.id, { facts: told, before: remarks });
    // Nobody asked for it: a no would only put off.
    if (outcome && outcome.reply.verdict !== 'ineligible') return outcome;
  }
  const options = fitting.map(({ id, title }) => ({ id, label: title }));
  // What a trade implies (不是…) is kept but not worth saying beside what was said.
  const positive = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== false));
  const noted =
    remarks ?? words.noted(sayFacts(mind.knowledge, Object.keys(positive).length > 0 ? positive : told));
  const text = options.length > 0 ? `${noted}${words.mayFit}` : `${noted}${words.askNext}`;
  // What stood first in a list was not chosen: it is no longer what is talked about.
  const wasListed = options.length > 0 && state.options.length > 0;
  const focused = wasListed ? { ...leaveThread(state), about: null } : state;
  const next = remember(focused, { facts: known.profile, about: state.about, thread: state.thread });
  const listed = options
    .map(({ label }, place) => `\n${place + 1}. ${label}${sourceOf(scene, fitting[place]!.id)}`)
    .join('');
  return say(next, text + listed, { options, about: options.length > 0 ? null : state.about }, [
    { kind: 'profile-updated', facts: told },
  ]);
}

/** 订单9000万 · 端午没停: more than what one is and where. */
const tellsDeed = (scene: Scene, told: Record<string, FactValue | null>): boolean =>
  Object.entries(told).some(
    ([name, value]) =>
      value !== false && !isKind(scene, name) && !followsFromTrade(scene.mind.knowledge.facts.get(name)),
  );

function sourceOf({ mind }: Scene, id: string): string {
  const subject = subjectOf(mind.knowledge, id);
  return subject ? `（${subject.policy.number}）` : '';
}
