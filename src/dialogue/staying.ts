/**
 * Whether a question goes on about the thing in hand or turns to another: weighed from signs, none of which decides alone. The weights are
 * fitted by test/eval/fit-staying.ts on test/eval/turns.own.jsonl, messages that readers wrote without sight of the program.
 */
import type { Subject } from '../policy/index.ts';
import {
  type Entry,
  type Finding,
  foundShare,
  type Index,
  namesNoTopic,
  objectWords,
  shareInOneClause,
} from '../retrieval/index.ts';
import { asks } from './fit-question.ts';

/** Each between -1.5 and 1.5, most between nothing and one. */
export interface StayingSigns {
  /** Which share of the question's words, by weight, stands in the thing in hand, and in the nearest other. */
  ownWords: number;
  otherWords: number;
  /** … in one clause of it. */
  ownClause: number;
  otherClause: number;
  /** The score of the nearest other, and how far the thing in hand lies before it. */
  otherScore: number;
  lead: number;
  /** Share of the question's weight that the nearest other reaches. */
  otherReach: number;
  /** The question names nothing. */
  namesNothing: number;
  /** How many words name something, up to six, as a share of six. */
  named: number;
  /** The thing in hand has hardly any of them. */
  foreign: number;
  /** 另外 · 对了: turns to something else. */
  turns: number;
  /** 那 · 这个 · 它: starts from what was said. */
  leads: number;
  /** 有没有 · 能减: something is wished for. */
  wishes: number;
  asks: number;
}

const WEIGHTS: StayingSigns = {
  ownWords: 0.78,
  otherWords: -1.5,
  ownClause: 0.73,
  otherClause: -0.85,
  otherScore: -2.27,
  lead: 2.94,
  otherReach: -1.72,
  namesNothing: 0.58,
  named: -1.42,
  foreign: -1.49,
  turns: -1.55,
  leads: -1.47,
  wishes: -1.22,
  asks: 1.08,
};
const BIAS = 4.99;

/** How likely the question is about the thing in hand, between nothing and one. `words`: those that name something. */
export function likelyStays(signs: StayingSigns): number {
  const names = Object.keys(WEIGHTS) as (keyof StayingSigns)[];
  const sum = names.reduce((all, name) => all + WEIGHTS[name] * signs[name], BIAS);
  return 1 / (1 + Math.exp(-sum));
}

export function stayingSigns(index: Index, question: string, found: Finding, subject: Subject): StayingSigns {
  const words = objectWords(question).filter((word) => !namesNoTopic(word) && !FIGURE.test(word));
  const own = index.entries.find((entry) => isOf(entry, subject));
  const others = found.ranked.filter(({ entry }) => entry !== own);
  const [other] = others;
  const ownScore = found.ranked.find(({ entry }) => entry === own)?.score ?? 0;
  const otherScore = other?.score ?? 0;
  const share = (entry: Entry | undefined, of: typeof foundShare): number =>
    entry === undefined || words.length === 0 ? 0 : of(index, words, entry);
  const ownWords = share(own, foundShare);
  const text = question.trim();
  return {
    ownWords,
    otherWords: share(other?.entry, foundShare),
    ownClause: share(own, shareInOneClause),
    otherClause: share(other?.entry, shareInOneClause),
    otherScore: Math.min(MOST, otherScore),
    lead: Math.max(-MOST, Math.min(MOST, ownScore - otherScore)),
    otherReach: other?.share ?? 0,
    namesNothing: words.length === 0 ? 1 : 0,
    named: Math.min(MANY, words.length) / MANY,
    foreign: words.length > 0 && ownWords < HARDLY ? 1 : 0,
    turns: TURNS.test(text) ? 1 : 0,
    leads: LEADS.test(text) ? 1 : 0,
    wishes: WISHES.test(text) ? 1 : 0,
    asks: asks(question) ? 1 : 0,
  };
}

const isOf = (entry: Entry, { policy, measure }: Subject): boolean =>
  measure ? entry.kind === 'measure' && entry.measure === measure : entry.policy === policy;

const MOST = 1.5;
const MANY = 6;
const HARDLY = 0.25;
/** A figure names nothing. */
const FIGURE = /^[\d.]+.{0,1}$/u;
const TURNS = /另外|对了|换个|顺便|再问|还想|还有(?:个|件|一)|话说|别的/u;
const LEADS = /^(?:那么?(?!边)|这|它|该|还|要是|如果|可是|但|不过|所以|然后|具体|其中|里面)/u;
const WISHES =
  /有没有|有无|有(?:什么|啥|哪些)|(?:政策|补贴|补助|奖励|扶持|支持)(?:吗|么|没|不)?$|怎么办|咋办|能(?:不能)?(?:帮|缓|减|免|贷|借)/u;
