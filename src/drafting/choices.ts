/** Listed levels, titles and kinds as a choice: what it is called and which values it has. */

import { readFigures } from '../figures/index.ts';
import type { Bound } from './bounds.ts';
import { RECOGNITION } from './cues.ts';
import type { DraftBenefit } from './draft.ts';
import { type Items, levelOf } from './items.ts';
import type { FactBook } from './names.ts';
import type { Payment } from './payment.ts';

export const isLevel = ({ literals, comparator }: Bound): boolean =>
  comparator === 'atLeast' && literals.length === 1 && levelOf(literals[0]!) !== null;

/** The test of one row: it is paid to who is the listed thing that the sum answers to. */
export function itemTest({ item }: Payment, draft: DraftBenefit, book: FactBook, number: string): unknown {
  const { items, index } = item!;
  const names = items.names;
  const levels = names.map(levelOf);
  const bound = draft.bounds.find(isLevel);
  if (bound && levels.every((level) => level !== null)) {
    const written = levels.map((level) => level!.written);
    return { [book.choice(bound.label, withLowerSteps(written))]: { is: written[index]! } };
  }
  return { [book.choice(choiceName(items, draft, number), withLowerRanks(names))]: { is: names[index] } };
}

/** 五级、四级、三级 and, for who has less, 二级 and 一级: a level that no row names pays nothing. */
function withLowerSteps(written: readonly string[]): string[] {
  const [first = ''] = written;
  const unit = first.replace(/^[一二三四五六七八九十\d]/u, '');
  const digits = /\d/u.test(first) ? '123456789' : '一二三四五六七八九';
  const lowest = Math.min(...written.map((one) => digits.indexOf(one[0]!)));
  const lower = Array.from(digits.slice(0, Math.max(0, lowest)), (digit) => `${digit}${unit}`);
  return [...written, ...lower.toReversed()];
}

/** Of governments, the highest first. */
export const RANKS = ['国家级', '省级', '市级', '区级', '县级'];
/** 国家级、省级 and, for who has less, 市级 … */
function withLowerRanks(names: readonly string[]): readonly string[] {
  const ranks = names.map((name) => RANKS.indexOf(name));
  return ranks.includes(-1) ? names : [...names, ...RANKS.slice(Math.max(...ranks) + 1)];
}

/** Behind the list: 的民营企业 is just who gets it. */
const IS_HOLDER = /^$|(?:企业|单位|机构|项目|称号|荣誉|资质|认定)$/u;

/** '2030年1月1日至12月31日期间获评': when it was is held apart from what it was. */
function withoutPeriod(head: string): string {
  const period = readFigures(head).find(({ kind, text }) => kind === 'daterange' && /\d/u.test(text));
  if (!period || !/^(?:在|自|于)?$/u.test(head.slice(0, period.start))) return head;
  return head.slice(period.end).replace(/^(?:期间|之间|以?内|度|全年)?[，、]?/u, '');
}

/** What the listed things are together: 首次获评…, 新认定…产业园, or the list itself where only a verb stands before it. */
export function choiceName({ head, tail, names, order }: Items, draft: DraftBenefit, number: string): string {
  if (order) return `${draft.flags[0]?.words ?? draft.who ?? `第${number}条`}${order}`;
  const before = withoutPeriod(head)
    .replace(/^(?:在[^，]*，)?(?:对于?|凡|其中)?/u, '')
    .replace(/(?:的|为)$/u, '');
  const behind = tail.replace(/^的|[，,].*$/gu, '').replace(/的(?:企业|单位|机构|项目)$/u, '');
  const isThing = behind.length >= 2 && !IS_HOLDER.test(behind);
  if (before.length >= 4) return isThing && !before.includes(behind) ? `${before}${behind}` : before;
  if (before.length >= 2)
    return IS_HOLDER.test(behind) && !(behind.length > 2 && (RECOGNITION.test(before) || /评$/u.test(before)))
      ? `${before}${names.join('、')}`
      : `${before}${behind}`;
  if (behind.length >= 2) return behind;
  return draft.who === null ? names.join('、') : `第${number}条所列${draft.who}`;
}
