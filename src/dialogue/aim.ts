/** What a question is about: the thing in hand, or another that it names better. */
import { supposes } from '../language/index.ts';
import { type Subject, subjectOf } from '../policy/index.ts';
import {
  contentWords,
  type Finding,
  type Focus,
  foundShare,
  type Index,
  namesNoTopic,
  objectWords,
} from '../retrieval/index.ts';
import { asks } from './fit-question.ts';
import { bare } from './intents.ts';
import { likelyStays, stayingSigns } from './staying.ts';
import type { Scene } from './scene.ts';

export interface Aim {
  /** The thing in hand, where the question stays with it. */
  subject: Subject | null;
  focus: Focus | null;
  /** Words of the question that name something. */
  words: string[];
  /** Those that the thing in hand does not speak of. */
  foreign: string[];
}

/** `found`: what the question finds on the whole shelf; `ofAny`: it asks or claims what can be of any measure. */
export function aimOf(scene: Scene, found: Finding, focus: Focus | null, ofAny: boolean): Aim {
  const { state, mind, message } = scene;
  const subject = subjectOf(mind.knowledge, state.about);
  const words = objectWords(message.text).filter(
    (word) =>
      !namesNoTopic(word) &&
      !supposes(word) &&
      !FIGURE.test(word) &&
      !ASKS_ALONE.test(word) &&
      !isTime(scene, word),
  );
  const none: Aim = { subject: null, focus, words, foreign: [] };
  if (subject === null || answersFigure(scene)) return none;
  const levels = LEVEL.exec(message.text)?.slice(0, 1) ?? [];
  const named = [...words.filter((word) => !LEVEL.test(word)), ...levels];
  const foreign = named.filter((word) => !speaksOf(mind.index, subject, word));
  const stays = staysWith(scene, found, subject, named);
  return stays ? { subject, focus, words: named, foreign } : none;
}

/** 贷款下个月到期: when it is names nothing. */
const isTime = ({ utterance }: Scene, word: string): boolean =>
  utterance.figures.some(({ kind, text }) => TIMES.has(kind) && text.includes(word));
const TIMES: ReadonlySet<string> = new Set(['date', 'daterange', 'duration', 'time']);

/** 比去年多用了18%, with a question open: a figure is told, whatever else the words may ask. */
const answersFigure = ({ state, message }: Scene): boolean =>
  state.asked.length > 0 && /\d/u.test(message.text) && !isQuestion(message.text);

/** 国家级 · 市里的: of which level, rather than of what. */
const LEVEL = /(?:国家|省|市|区|县)(?:级|里)/u;
/** 谁能 · 哪家能 · 到底是: a word cut out of the question itself. */
const ASKS_ALONE = /^(?:[谁哪几咋啥]|什么|怎[么样])|是$/u;
/** A figure names nothing. */
const FIGURE = /^[\d.]+.{0,1}$/u;

/** 押金能退不 · 算在岗不: a no at the end asks too. */
const isQuestion = (text: string): boolean => asks(text) || /[不没]$/u.test(bare(text));

/** 利息 · 展位费呢: one thing is named and nothing said of it. */
const isBareNoun = (text: string, [word, ...more]: readonly string[]): boolean =>
  more.length === 0 && text.replace(/呢$/u, '') === word;

/** The thing in hand speaks of a word in its own text, or by what the lexicon takes it to mean. */
function speaksOf(index: Index, { policy, measure }: Subject, word: string): boolean {
  const entries = index.entries.filter((entry) =>
    measure ? entry.kind === 'measure' && entry.measure === measure : entry.policy === policy,
  );
  return entries.some((entry) => foundShare(index, [word], entry) >= MOST_OF_IT);
}
const MOST_OF_IT = 0.5;

/** Words of the thing itself in a question that goes on about what is in hand. */
const FEW = 2;

function staysWith({ message, mind }: Scene, found: Finding, subject: Subject, words: readonly string[]): boolean {
  const { band, route } = found;
  if (route.documents.length > 0 || route.items.length > 0 || band === 'small-talk') return false;
  if (band === 'department') return words.every((word) => LEVEL.test(word));
  return likelyStays(stayingSigns(mind.index, message.text, found, subject)) >= 0.5;
}

/** Which share of the words the best of the others has. */
const otherNamed = (index: Index, ranked: Finding['ranked'], words: string[]): number =>
  ranked[0] ? foundShare(index, words, ranked[0].entry) : 0;

const foreignShare = (words: string[], foreign: string[]): number => 1 - foreign.length / words.length;

/** It may score this much less than the best and still be what is meant. */
const NEAR = 0.6;
const LEAST_NEAR = 0.4;
/** A score that hardly comes by chance. */
const STRONG = 0.5;
/** A score of what is named by its own name. */
const SURELY = 0.75;
const SHORT = 14;
const SHORTEST = 6;
/** 那物流有没有别的政策. */
const OTHER = /别的|其他|其它|还有/u;
/** 民营的行吗 · 外包的算不算 · 能缓多久. */
const COUNTS =
  /(?:算不算|算吗|算数|算在内|行不行|行吗|行不|可以吗|可不可以|要不要紧|有影响吗|能算吗|合规吗)$/u;
/** 那… · 这个… · 它…: starts from what was said. */
const LEADS = /^(?:那么?(?!边)|这|它|该|还|要是|如果|可是|但|不过|所以|然后|具体|其中|里面|另外的)/u;
/** 有没有租房补贴 · 有培训吗 · 怎么办: something is wished for. */
const WISHES =
  /有没有|有无|有(?:什么|啥|哪些)|(?:政策|补贴|补助|奖励|扶持|支持)(?:吗|么|没|不)?$|怎么办|咋办|能(?:不能)?(?:帮|缓|减|免|贷|借)/u;
