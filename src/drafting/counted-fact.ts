/** What a sum is paid for each of, as a fact: what a bound counts already, what the clause measures, or the thing that it is about. */
import { timesUnit } from '../facts/index.ts';
import { grownOf } from './base-ahead.ts';
import { choiceName } from './choices.ts';
import { COUNT_WORDS } from './count-words.ts';
import type { DraftBenefit } from './draft.ts';
import type { FactBook } from './names.ts';

/** What a sum is paid for each of: the thing that a bound counts already, or what the clause is about. */
export function countedFact(draft: DraftBenefit, book: FactBook, number: string): string | null {
  const per = draft.rows.find(({ payment: { form, whole, per: each } }) => form === 'each' || (whole && each))
    ?.payment.per;
  if (!per) return null;
  const visits = /^每人每?次/u.test(per.words);
  const unit = visits
    ? '人次'
    : per.unit === '人' || per.unit === '名'
      ? 'person'
      : per.unit.replace(/^元\//u, '').replace(/^(?:千瓦时|度)$/u, 'kWh');
  const bounds = [...draft.bounds, ...draft.rows.flatMap((row) => row.bounds)];
  // 单批次20人以上: of one at a time, and not how many there are.
  const bound = bounds.find((one) => one.unit === unit && !/^[单每]|^(?:人均|平均|日均)/u.test(one.label));
  // 增量部分每件0.05元: how much more it is of what the bound measures.
  if (per.measured !== null && bound && GROWN.test(per.measured))
    return book.number(`${bound.label}增量`, unit);
  // 按利用量: of what 利用固体废物1万吨以上 bounds.
  if (per.measured !== null && bound && sharesDeed(per.measured, bound.label))
    return book.number(bound.label, unit);
  // 装机容量1兆瓦以上的，每瓦: the same in a smaller unit.
  const scaled = bounds.find((one) => one.unit !== unit && timesUnit(one.unit, unit) !== null);
  if (per.measured === null && scaled) return book.number(scaled.label, unit);
  if (per.measured !== null) return measuredFact(per.measured, unit, draft, book);
  if (bound) return book.number(bound.label, bound.unit);
  const listed = draft.rows[0]!.payment.item?.items;
  const flag = draft.flags.find(({ not }) => !not)?.words;
  const about =
    (per.deed !== undefined && !(flag?.startsWith(per.deed) ?? false) ? per.deed : '') ||
    (flag !== undefined && (PLAIN_NOUN.test(per.noun) || flag.endsWith(per.noun)) ? flag : per.noun) ||
    flag ||
    (listed && choiceName(listed, draft, number)) ||
    draft.who ||
    draft.benefit;
  const name = book.number(`${about.slice(0, 40)}${COUNT_WORDS[unit] ?? `${unit}数`}`, unit);
  if (about === draft.flags[0]?.words) book.implies(name, book.flag(about));
  // Three doctors that were hired say that doctors were hired.
  for (const { words, not } of per.deed === undefined ? [] : draft.flags)
    if (!not && (per.deed!.includes(words) || words.startsWith(per.deed!)))
      book.implies(name, book.flag(words));
  return name;
}

/** Says that something grew, and not what. */
const GROWN = /^.{0,6}(?:净增|增量|新增|增长)(?:量|额)?的?(?:部分)?$/u;

/** 每个项目: what they are counted for says which. */
const PLAIN_NOUN = /^(?:企业|项目|单位|机构|产品|品种|品类|型号|证书|标准|奖项|车辆?)$/u;

const deedOf = (measured: string): string =>
  measured.replace(/^(?:年度?|实际|累计|新增|当年)+|(?:数?量|数|面积|容量|规模|次|人)$/gu, '');
const sharesDeed = (measured: string, label: string): boolean =>
  deedOf(measured).length >= 2 && label.includes(deedOf(measured));

/** 实际烘干量 is told by who has dried, so that telling it tells the deed. */
function measuredFact(measured: string, unit: string, { flags }: DraftBenefit, book: FactBook): string {
  const grown = grownOf(measured);
  const name = book.number(grown === null ? measured : `${grown}净增量`, unit);
  const deed = deedOf(measured);
  for (const { words, not } of flags)
    if (!not && deed.length >= 2 && words.includes(deed)) book.implies(name, book.flag(words));
  return name;
}
