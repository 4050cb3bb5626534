/** '按购置价格的15%，单台最高8万元' · '按认证费用的60%，每张证书最高5万元': a share whose limit is one of each thing that is paid for. */
import { COUNT_WORDS } from './count-words.ts';
import type { DraftBenefit } from './draft.ts';
import type { FactBook } from './names.ts';
import { literalText } from './pay-limits.ts';
import type { Payment } from './payment.ts';

type Row = Record<string, unknown>;

/** 每张证书, 单台, 每引进1人: what the limit is one of. */
const ONE =
  /(?:[每单](?<verb>[\p{Script=Han}]{0,4}?)(?:个|1|一)?)(?<unit>[件台张项套辆场次个笔款人名艘条部份])(?<noun>[\p{Script=Han}]{0,6}?)(?:补助|补贴|奖励|资助|金额|总额|费用|累计|合计)*(?:最高|最多)?(?:不超过|不高于|补助|补贴|奖励|资助|给予)*$/u;

/** The price of one, how many there are, and what they cost together; null where the limit names nothing that can be counted. */
export function ofEach(payment: Payment, total: string, draft: DraftBenefit, book: FactBook): Row | null {
  const { caps, mark, atMost, atLeast, plus, kept, part, most, within, raisedBy } = payment;
  const each = caps.filter(({ per }) => per === 'unit');
  if (each.length !== 1 || atMost || atLeast || plus || kept || part || within || raisedBy) return null;
  const { figure, phrase } = each[0]!.mark;
  const found = ONE.exec(`${phrase}${/^[^\d]+(?=\d)/u.exec(figure.text)?.[0] ?? ''}`)?.groups;
  if (!found || /[-—–~～－至]/u.test(mark!.figure.text)) return null;
  const unit = /^[人名]$/u.test(found.unit!) ? 'person' : found.unit!;
  if (most && most.figure.kind === 'count' && most.figure.unit !== found.unit) return null;
  const flag = draft.flags.find(({ not, words }) => !not && !book.knows(words))?.words;
  const about = flag ?? found.noun ?? '';
  if (about.length < 2) return null;
  const units = book.number(`${about.slice(0, 40)}${COUNT_WORDS[unit] ?? `${unit}数`}`, unit);
  if (flag !== undefined) book.implies(units, book.flag(flag));
  return {
    priced: literalText(mark!.figure.text),
    of: book.number(`单${found.unit}${payment.base}`, 'yuan'),
    units,
    capUnit: literalText(figure.text),
    ...(most?.figure.kind === 'count' && { most: literalText(most.figure.text) }),
    total,
  };
}
