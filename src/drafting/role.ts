/** What a figure of a clause can be there for, and the form of a rule that says so. */
import type { Mention } from './figures-of.ts';

export type Role =
  | 'amount'
  | 'rate'
  /** The most that is given. */
  | 'cap'
  /** The least that is given. */
  | 'floor'
  | 'threshold'
  /** Where a piece of what is paid for begins or ends: 超过2000万元的部分. */
  | 'piece'
  /** Of how many things one who gets it is paid at most. */
  | 'most'
  /** Of which so much money another sum is paid: 每1美元奖励0.03元 */
  | 'lot'
  /** 每增加5000万元 */
  | 'step'
  /** What all share. */
  | 'pool'
  /** A part of a sum that is paid out at a time: no amount of its own. */
  | 'part'
  /** What is still charged after a cut: 按80%收取. */
  | 'kept'
  /** A limit on what is borrowed, or its price: not given. */
  | 'loan'
  /** How many are chosen, how many there are. */
  | 'count'
  | 'date'
  | 'period'
  /** A number that names or describes: 5000件专利, 前3批, a mark in a list. */
  | 'standing'
  | 'unknown';

export interface Marked extends Mention {
  role: Role;
}

/** The role of a figure that the test fits. */
export type Rule = readonly [Role, (mention: Mention) => boolean];

/** 每增加5000万元 · 每新增1000平方米 · 每净增100万美元 */
export const STEP = /每(?:净?(?:增加|增长|增)|新增|超[过出]?|高[于出]?|提高|上升|多|满|完成)[^，、]{0,12}$/u;
/** '每满500万元': the reader of figures takes 满 for the figure's own bound. */
export const isStep = ({ before, figure }: Mention): boolean =>
  STEP.test(before + (/^(?:满|超[过出]?|高[于出]?|提高|上升|增长|达到?)/u.exec(figure.text)?.[0] ?? ''));
/** 零售额较上年每净增 */
export const OF_INCREASE = /(?:[较比](?:上一?年|去年|前一?年|同期)[^，]{0,6}|同比)每|每净增/u;
