/**
 * Whether a question goes on about the thing in hand or turns to another: weighed from signs, none of which decides alone. The weights are
 * fitted by test/eval/fit-staying.ts on messages that readers wrote without sight of the program (test/eval/turns.own.jsonl), and on what the
 * stories decide.
 */
import type { Subject } from '../policy/index.ts';
import {
  areApart,
  type Entry,
  type Finding,
  foundShare,
  type Index,
  namesNoTopic,
  objectWords,
  shareInOneClause,
} from '../retrieval/index.ts';
import { aspectIn } from '../words/index.ts';
import { asks, asksWhetherItFits } from './fit-question.ts';

/** Each between nothing and one, but for the lead. */
export interface StayingSigns {
  /** Which share of the question's words, by weight, stands in the thing in hand, and in the nearest other. */
  ownWords: number;
  otherWords: number;
  /** … in one clause of it. */
  ownClause: number;
  otherClause: number;
  /** How far the thing in hand lies before the nearest other, as a share of the higher score. */
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
  /** 算不算 · 行吗: whether something counts. */
  counts: number;
  /** 明年还有吗 · 我们都符合 · 多久到账: asked of any grant alike. */
  ofAny: number;
  /** The search is sure of the nearest other. */
  sureOfOther: number;
}

const WEIGHTS: StayingSigns = {
  ownWords: 0.68,
  otherWords: -0.77,
  ownClause: 0.57,
  otherClause: -1.03,
  lead: 0.9,
  otherReach: -2.1,
  namesNothing: 0.1,
  named: -1.84,
  foreign: -1.09,
  turns: -1.56,
  leads: -0.48,
  wishes: -1.87,
  asks: 1.52,
  counts: 0.79,
  ofAny: 0.61,
  sureOfOther: -2.09,
};
const BIAS = 3.57;

/** How likely the question is about the thing in hand, between nothing and one. */
export function likelyStays(signs: StayingSigns): number {
  const names = Object.keys(WEIGHTS) as (keyof StayingSigns)[];
  const sum = names.reduce((all, name) => all + WEIGHTS[name] * signs[name], BIAS);
  return 1 / (1 + Math.exp(-sum));
}

export function stayingSigns(index: Index, question: string, found: Finding, subject: Subject): StayingSigns {
  const words = objectWords(question).filter((word) => !namesNoTopic(word) && !FIGURE.test(word));
  const own = index.entries.find((entry) => isOf(entry, subject));
  // What another place grants is no matter of this talk, unless that place is named.
  const others = found.ranked.filter(
    ({ entry }) =>
      entry !== own && (found.places.length > 0 || !areApart(index.places, subject.policy, entry.policy)),
  );
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
    lead: (ownScore - otherScore) / (Math.max(ownScore, otherScore) || 1),
    otherReach: other?.share ?? 0,
    namesNothing: words.length === 0 ? 1 : 0,
    named: Math.min(MANY, words.length) / MANY,
    foreign: words.length > 0 && ownWords < HARDLY ? 1 : 0,
    turns: TURNS.test(text) ? 1 : 0,
    leads: LEADS.test(text) ? 1 : 0,
    wishes: WISHES.test(text) ? 1 : 0,
    asks: asks(question) ? 1 : 0,
    counts: asksWhetherCounts(text) ? 1 : 0,
    ofAny: aspectIn(question) !== null || asksWhetherItFits(question) ? 1 : 0,
    sureOfOther: found.band === 'answer' && found.ranked[0] === other ? 1 : 0,
  };
}

const isOf = (entry: Entry, { policy, measure }: Subject): boolean =>
  measure ? entry.kind === 'measure' && entry.measure === measure : entry.policy === policy;

const MANY = 6;
const HARDLY = 0.25;
/** A figure names nothing. */
const FIGURE = /^[\d.]+.{0,1}$/u;
const TURNS = /另外|对了|换个|顺便|再问|还想|还有(?:个|件|一)|话说|别的/u;
const LEADS = /^(?:那么?(?!边)|这|它|该|还|要是|如果|可是|但|不过|所以|然后|具体|其中|里面)/u;
const WISHES =
  /有没有|有无|有(?:什么|啥|哪些)|(?:政策|补贴|补助|奖励|扶持|支持)(?:吗|么|没|不)?$|怎么办|咋办|能(?:不能)?(?:帮|缓|减|免|贷|借)/u;
/** 算不算 · 出口的行吗 · 那滞纳金也管吗. */
export const asksWhetherCounts = (text: string): boolean => COUNTS.test(text);
const COUNTS =
  /(?:算不算|算数|算在内|行不行|可不可以|要不要紧|有影响吗|合规吗|(?:算|管|认|包|行|可以|在内)(?:吗|么|不|嘛))[?？\s]*$/u;
