/** Which measure is meant by what a message tells. */
import type { Profile } from '../contract/index.ts';
import { metCount } from '../eligibility/index.ts';
import { followsFromTrade, withFacts } from '../facts/index.ts';
import type { Reading, Span } from '../language/index.ts';
import { contentWords, find, namesNoTopic, objectWords } from '../retrieval/index.ts';
import { checkMeasure } from './check.ts';
import { asks } from './fit-question.ts';
import { BY_CHANCE } from './nearness.ts';
import { isKind } from './said-of-oneself.ts';
import type { Scene } from './scene.ts';
import { canCheck, measuresFor, relevance } from './topic.ts';

/** Which measure the facts are for: the one that was asked about, the one the message names, else one they matter to. */
export function targetOf(scene: Scene, read: Reading): string | null {
  const { state, message, mind, today, known } = scene;
  const told = Object.keys(read.facts);
  const { thread } = state;
  const answersQuestion = [...told, ...read.unknown].some((name) => bearsOnAsked(scene, name));
  const named = namedMeasure(scene);
  // 我是开火锅店的，营业额涨了两成: who only tells is not met with the no of a measure for factories.
  const isUnasked = (id: string) => !asks(message.text) && rulesOut(scene, id, read.facts);
  if (
    named !== null &&
    named !== thread?.measure &&
    relevance(scene, named, told) > 0 &&
    !(answersQuestion && isBareAnswer(message.text)) &&
    (named === state.about || !isUnasked(named))
  )
    return named;
  if (thread && (answersQuestion || relevance(scene, thread.measure, told) > 0)) return thread.measure;
  const wished = wishedFor(scene, read);
  const deeds = told.filter(
    (name) => !isKind(scene, name) && !followsFromTrade(mind.knowledge.facts.get(name)),
  );
  for (const id of candidatesOf(scene, told)) {
    if (wished !== null && !wished.includes(id)) continue;
    // 端午停了一天, to a list with the measure that looks at it: it is answered, be it a no.
    const isOffered = offered(scene).includes(id) && relevance(scene, id, deeds) > 0;
    if (wished === null && id !== state.about && !isOffered && isUnasked(id)) continue;
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

/**
 * What the clauses that ask for a thing find, best first; where they name none, what is said beside what was told (打算投首批次保险，
 * 能补吗); null where nothing is named.
 */
function wishedFor({ utterance, message, mind, today }: Scene, { toldIn }: Reading): string[] | null {
  if (!asks(message.text)) return null;
  const told = Object.values(toldIn);
  const isBeside = ({ start, end }: Span) => !told.some((span) => span.start < end && start < span.end);
  const said = (clauses: readonly { text: string }[]) => clauses.map(({ text }) => text).join('，');
  const { clauses } = utterance;
  const text = [
    said(clauses.filter(({ text, question }) => question || asks(text))) || message.text,
    said(clauses.filter((clause) => !clause.addresses && isBeside(clause))),
  ].find((one) => !objectWords(one).every(namesNoTopic));
  if (text === undefined) return null;
  const { ranked, band } = find(mind.index, text, { today });
  const best = ranked[0]?.score ?? 0;
  // 有奖励吗 comes near to many by chance, and names none: what is told says which is meant.
  if (band === 'none' || best < BY_CHANCE) return null;
  const near = NEAR_WISHED * best;
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
