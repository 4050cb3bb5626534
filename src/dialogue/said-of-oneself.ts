/** What of a message is told of oneself, where it asks as well. */
import type { FactValue } from '../contract/index.ts';
import { type Clause, namesSelf, onlyClauses, type Reading, type Span } from '../language/index.ts';
import { asks, asksWhetherItFits } from './fit-question.ts';
import { ownWords } from './own-words.ts';
import { hear } from './reading.ts';
import type { Scene } from './scene.ts';

/**
 * 网吧有补贴吗, asked by a factory: a question that speaks of nobody takes back nothing that was said, denies nothing, and does not
 * claim that what it asks about was done.
 */
export function saidOfOneself(scene: Scene, read: Reading): Reading | null {
  const { state, message, known } = scene;
  if (!asks(message.text) || tellsBeside(scene) || onlyAnswers(scene, read)) return read;
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

/** 符合条件, to the question whether somebody has confirmed it: all that is told was asked, and nothing but these words asks. */
const onlyAnswers = ({ state, message }: Scene, { facts }: Reading): boolean => {
  const told = Object.keys(facts);
  const isAnswer = told.length > 0 && told.every((name) => state.asked.includes(name));
  return isAnswer && !asks(message.text.replaceAll(/符合|条件/gu, ''));
};

const NOWHERE: Span = { start: -1, end: -1 };

/** Behind what only names or points. */
const ownClauses = ({ utterance }: Scene): readonly Clause[] =>
  ownWords(utterance).clauses.filter(({ addresses, holder }) => !addresses && holder === 'self');

/** 网吧 · 东湖区: what one is and where, rather than what one did. */
export const isKind = ({ mind }: Scene, name: string): boolean =>
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
/** 能不能 · 是不是 · 是多少 · 截止了没 · 有奖励没: a question's own words. */
const QUESTION_FORMS =
  /(?<verb>[能会是够行要符])不\k<verb>合?|可不可以|有没有|是(?:什么|多少|怎么|哪|啥|几)|几(?:[十百千万亿]|个|家|号|天|月|年|元|块|成|点|度|人|次|条|项|份)|(?<!还)[没不]有?(?=[，。？?]|$)/gu;
