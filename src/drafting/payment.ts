/** One payment of a limb, and what is composed of all of them. */
import type { Bound } from './bounds.ts';
import type { CapPer } from './caps.ts';
import type { Items } from './items.ts';
import type { Marked } from './role.ts';

export interface Limit {
  mark: Marked;
  per: CapPer | null;
}

/** What a sum is paid for each of. */
export interface Per {
  words: string;
  unit: string;
  noun: string;
  /** What is counted in that unit, where the clause says so: 实际烘干量. */
  measured: string | null;
  /** 引进博士: each time that it is done. */
  deed?: string;
  /** So much money, and not one thing: 万美元, 100万元. */
  lot?: string;
}

export interface Payment {
  form: 'yuan' | 'share' | 'each' | 'kinds' | 'range' | 'step' | 'interest' | 'unstated' | 'service';
  /** The figure that is paid; null where only a limit is stated. */
  mark: Marked | null;
  /** 不超过25%: the whole is not promised. */
  atMost: boolean;
  /** 不低于60%: the least that is given. */
  atLeast: boolean;
  /** 按80%收取, 八五折: what is still charged, and the rest is given. */
  kept: boolean;
  base: string | null;
  per: Per | null;
  /** 每增加5000万元 */
  step: Marked | null;
  /** 较上年每净增1000万元: steps of what a figure has grown by, and not of all of it. */
  ofIncrease: boolean;
  /** 每月, 每人每月: paid by the month, for as many as `most` allows. */
  monthly: { most: Marked | null } | null;
  /** 最多资助3个项目: no more of them are paid for. */
  most: Marked | null;
  /** 提高5个百分点: points on top of the share, in a row of their own. */
  plus: Marked | null;
  /** Of a share: the sum of another grant that it is taken of. */
  whole: Marked | null;
  /** Of a share: the standard of another grant, as the clause names it (主导制定标准). */
  pointsBack: string | null;
  /** Before steps: the sum that is paid at the bound, and the bound as written. */
  first: { mark: Marked; over: string } | null;
  /** Of a share: those of each year, all of which are paid. */
  years: readonly Payment[];
  /** Of a share: a part of what it is taken of, and the rate of that part. */
  part: { mark: Marked; words: string } | null;
  /** Of what is counted: some of them, and what each of these is paid on top, or instead. */
  some: { mark: Marked; which: string; onTop: boolean } | null;
  /** Of several kinds so much for each. */
  kinds: readonly { mark: Marked; noun: string }[] | null;
  /** Of a sum: what is paid for each that lies beyond the bound of its condition. */
  beyond: { payment: Payment; bound: Bound } | null;
  /** 再奖5元 for what lies beyond a bound: on top of what, the form has to say. */
  added: boolean;
  /** 其中…再按10%: the sum of another grant that is paid beside it. */
  beside: Marked | null;
  /** 奖励标准上浮50%: so much more than the figure, in a row of its own. */
  raisedBy: Marked | null;
  /** What it is paid for lies over or below a bound: 超过2000万元的部分. `mark` null: the bound of the condition (超出部分). */
  piece: { side: 'over' | 'upTo'; mark: Marked | null; written: string | null } | null;
  /** Pieces of what the first of them is paid for, each with its own rate. */
  pieces: readonly Payment[];
  /** 不超过项目投资额的30%. */
  within: { mark: Marked; base: string } | null;
  caps: Limit[];
  floor: Marked | null;
  /** Which of the items it is sent to by 分别. */
  item: { items: Items; index: number } | null;
  /** A year of several: 第一年. */
  year: string | null;
  /** From the first figure to the last one that belongs to it, in the plain text. */
  start: number;
  end: number;
}

export interface Composed {
  payments: Payment[];
  /** All figures of the limb. */
  marks: readonly Marked[];
  /** Figures used by a payment. */
  used: Set<Marked>;
  /** What kept a figure from its place, in words for the officer. */
  troubles: string[];
  /** Choices that were made between readings. */
  choices: string[];
  /** Caps that stand before any payment: of what came before this limb. */
  loose: Limit[];
  /** Which share of a sum is paid when: no amount. */
  parts: boolean;
  /** Bounds that the limb lists: 300人以上、600人以上. */
  lists: readonly Marked[][];
  /** Hazards of the limb that a form was found for. */
  held: Set<string>;
}

export const EMPTY = {
  atMost: false,
  atLeast: false,
  kept: false,
  base: null,
  per: null,
  step: null,
  ofIncrease: false,
  monthly: null,
  most: null,
  plus: null,
  whole: null,
  pointsBack: null,
  years: [],
  part: null,
  some: null,
  kinds: null,
  beside: null,
  beyond: null,
  added: false,
  raisedBy: null,
  piece: null,
  pieces: [],
  within: null,
  first: null,
  floor: null,
  item: null,
  year: null,
} as const;
