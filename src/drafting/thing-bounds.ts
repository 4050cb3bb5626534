/**
 * '购置单台价格10万元以上的工业机器人': a deed, a quality with its figure, and the thing that both are of. The deed is done to the thing, and
 * the quality is the thing's.
 */
import type { Bound } from './bounds.ts';
import { DEEDS } from './deeds.ts';
import type { Phrase } from './phrases.ts';

const QUALITY = `(?:(?!${DEEDS})[\\p{Script=Han}]){0,6}?(?:面积|单价|价格|价值|原值|金额|投资额?|产值|收入|销售额|库容|容量|功率|规模|吨位|里程|年限|年薪|租期|期限|长度|座位数?|床位数?|载重)`;
const BEFORE = new RegExp(
  `^(?<lead>[^，、；]*?)(?<deed>(?:${DEEDS})(?:或者?(?:${DEEDS}))?)(?<quality>${QUALITY})(?:在|达到?|不低于|超过)?$`,
  'u',
);
/** '签订3年以上订单合同': how long, straight behind the deed. */
const LASTING = /^(?<lead>[^，；]*?)(?<deed>签订|签署|租赁|租用|承租|发行|办理)(?<quality>)$/u;
const THING = /^(?:的)?(?<thing>(?:(?!并|且)[\p{Script=Han}A-Za-z“”]){2,20}?)的?$/u;
/** The one who gets it is no thing: 引进投资1亿元以上的企业. */
const IS_HOLDER = /(?:企业|单位|机构|公司|项目)$/u;

export interface Parted {
  bound: Bound;
  /** Who does it, where, and the deed with its thing: 规模以上工业企业购置工业机器人; null where the figure alone tells it. */
  deed: string | null;
}

/** Null where the only bound of the phrase does not part a deed from its thing so. */
export function partedByFigure({ text, start }: Phrase, bounds: readonly Bound[]): Parted | null {
  const [bound, ...others] = bounds;
  if (!bound || others.length > 0) return null;
  const at = text.indexOf(bound.figure, Math.max(0, bound.start - start));
  if (at < 0) return null;
  const before = text.slice(0, at);
  const isLong = bound.unit === '年' || bound.unit === '个月';
  const found = (BEFORE.exec(before) ?? (isLong ? LASTING.exec(before) : null))?.groups;
  const thing = THING.exec(text.slice(at + bound.figure.length))?.groups?.thing;
  if (!found || thing === undefined || IS_HOLDER.test(thing)) return null;
  const { lead = '', deed = '', quality = '' } = found;
  return {
    bound: {
      ...bound,
      label: `${thing}${quality === '' ? '期限' : quality}`,
      words: text.slice(before.length - quality.length),
      start,
      end: start + text.length,
    },
    // Who has a contract of three years has signed it.
    deed: quality === '' && lead === '' ? null : `${lead}${deed}${thing}`,
  };
}
