/** What a share is taken of, as a fact: the figure that the sentence has named, or its own words with what they speak of. */
import { grownOf } from './base-ahead.ts';
import { type Bound, sameMeasure } from './bounds.ts';
import { RECOGNITION } from './cues.ts';
import type { DraftBenefit } from './draft.ts';
import type { FactBook } from './names.ts';

const GROWTH = /(?:同比|比上年|较上年)?(?:增长|增速|增幅|增长率)$/u;
const FACET = /^(?:其)?(?:净?增(?:加|长)?(?:额|量)?(?:部分)?|新增部分|增量)$/u;

/** The fact, named in the book; telling it tells what it is the sum of. */
export function baseFact(base: string, draft: DraftBenefit, book: FactBook): string {
  const grown = grownOf(base);
  if (grown !== null) return book.number(`${grown}净增额`, 'yuan');
  const fact = ofBound(base, draft, book) ?? ofObject(base, draft, book) ?? book.number(base, 'yuan');
  for (const { words } of draft.flags) if (speaksOf(base, words)) book.implies(fact, book.flag(words));
  if (isSpent(base)) for (const { words } of draft.flags) if (COSTS.test(words)) book.spentOn(fact, words);
  return fact;
}

/** What money is spent on: 采购…的咨询服务, 参加展会. */
const COSTS =
  /^.{0,8}?(?:购置|购买|采购|租赁|租用|承租|建设|新建|改造|投保|开展|实施|参加|承担|引进|开发|研发|委托|聘请|办理|登记|申请)/u;

/** 服务费用, 项目投入; not 营业收入, and not what others granted. */
const isSpent = (base: string): boolean =>
  isHollow(base) || ['invested', 'paid', 'bought'].includes(kindOfMoney(base) ?? '');

/** 营业收入3000万元以上的，按营业收入的1% · 获得投资2000万元以上的，按实际到账投资额的1%. */
function ofBound(base: string, { bounds: shared, rows }: DraftBenefit, book: FactBook): string | null {
  const bounds = [...shared, ...oneOfEach(rows.flatMap((row) => row.bounds))];
  const yuan = bounds.filter(({ unit }) => unit === 'yuan');
  const thing = bare(base.replace(/^(?:其|该|上述)/u, ''));
  const named = yuan.filter(
    (bound) => bare(bound.label).endsWith(thing) || sameMeasure(bound, { label: base, unit: 'yuan' }),
  );
  if (named.length === 1) return book.number(named[0]!.label, 'yuan');
  const [only] = yuan;
  if (yuan.length === 1 && isHollow(base) && kindOfMoney(base) === kindOfMoney(only!.label))
    return book.number(only!.label, 'yuan');
  // 同比增长20%以上的，按净增额的1‰: the increase of what grew.
  const grown = bounds.filter(({ unit, label }) => unit === 'ratio' && GROWTH.test(label));
  if (!FACET.test(base)) return null;
  // 研发费用100万元以上且实现增长的，按增量部分的5%: of the only sum that is bounded.
  const growing = grown.filter(({ label }) => label.replace(GROWTH, '') !== '');
  if (growing.length === 0 && yuan.length === 1) return book.number(`${only!.label}净增额`, 'yuan');
  if (growing.length !== 1) return null;
  return book.number(`${growing[0]!.label.replace(GROWTH, '')}${base}`, 'yuan');
}

const oneOfEach = (bounds: readonly Bound[]): Bound[] => [
  ...new Map(bounds.map((bound) => [bound.label, bound])).values(),
];

/** 设备投资 and 设备投资额 are one figure. */
const bare = (words: string): string => words.replace(/(?<=.{2})(?:总?额|金额)$/u, '');

/** 购置研发设备的，按其实际购置金额: the sum is named by what was bought. */
function ofObject(base: string, { flags }: DraftBenefit, book: FactBook): string | null {
  if (!isHollow(base)) return null;
  const acts = flags.map(({ words }) => ACT.exec(words)?.groups).filter((act) => act !== undefined);
  const [act] = acts.filter(({ verb = '' }) => base.includes(verb) || acts.length === 1);
  return act ? book.number(`${act.object!.replace(/[、及和].*$/u, '')}${base}`, 'yuan') : null;
}

const ACT =
  /^.{0,8}?(?<verb>购置|购买|采购|租赁|建设|新建|改造|投保|开展|实施|参加|承担|引进|开发|研发)(?<object>[^，]{2,24})$/u;

/** Words that say money was spent and not on what. */
const HOLLOW =
  /^(?:(?:实际|有效|年度|合同|购置|购买|采购|租赁|建设|支付|支出|发生|完成|到账|投入|投资|核定|审定|总|的)+)?(?:金额|总额|费用?|投入|投资额?|支出|成本|价款|额|款)$/u;
const isHollow = (base: string): boolean => HOLLOW.test(base);

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['invested', /(?:投资|投入)(?:额|金额|总额)?$/u],
  ['paid', /(?:费用?|支出|成本|租金|保费)$/u],
  ['bought', /(?:购置|购买|采购|采买)[^，]{0,16}(?:金?额|款|价)$/u],
  ['earned', /(?:收入|产值|销售额|营收)$/u],
  ['contracted', /(?:合同|交易|成交)(?:金?额)$/u],
];
const kindOfMoney = (words: string): string | undefined => KINDS.find(([, ends]) => ends.test(words))?.[0];

/** A stretch of four characters that both have: the sum of a thing is told by who has done the thing. */
function speaksOf(base: string, words: string): boolean {
  // 市级资助金额 tells 获得市级…资助.
  const given =
    /(?<giver>国家|省|市|区|县)[^，]{0,4}(?<kind>资助|奖励|补助|奖补|补贴)(?:资金)?(?:金额|额|总额)?$/u.exec(
      base,
    )?.groups;
  if (given && /^(?:获得?|取得|享受|得到)/u.test(words))
    return words.includes(given.giver!) && words.endsWith(given.kind!);
  if (RECOGNITION.test(words)) return false;
  const object = ACT.exec(words)?.groups?.object ?? words;
  for (let at = 0; at + 4 <= object.length; at++) if (base.includes(object.slice(at, at + 4))) return true;
  return false;
}
