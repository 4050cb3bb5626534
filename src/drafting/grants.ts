/** A limb → the grants in it: payments that share their conditions, limits that stand alone, sums for all. */
import { type Conditions, type Flag, noConditions } from './condition.ts';
import { conditionsIn } from './conditions.ts';
import { CHARGED_LESS, DONE_FOR, GRANT, SERVED } from './cues.ts';
import type { Limb } from './cut.ts';
import { withoutEach } from './each-deed.ts';
import { encouragement, figurelessPayment } from './figureless.ts';
import { isMatching } from './full-shares.ts';
import type { Grant } from './grant.ts';
import { kindsOf } from './kinds.ts';
import { limitCounts } from './most.ts';
import { slice } from './passage.ts';
import type { Composed, Limit, Payment } from './payment.ts';
import { composePayments } from './payments.ts';
import type { Marked } from './role.ts';
import { markRoles } from './roles.ts';

/** '本措施对单个企业资助总额…': of every benefit of the document. */
const OF_ALL =
  /^(?:本(?:措施|办法|政策|意见|规定|方案|细则|实施|通知)|同一(?:项目|企业|事项).*(?:不重复|就高)|各地|以上(?:政策|措施))|获得本(?:政策|措施|办法|意见|专项)[^，。；]{0,8}(?:资金|奖补|补助|奖励)/u;

/** '单个企业年度最高不超过1000万元' stands alone: whom it limits stands before it. */
const LIMITS_BEFORE =
  /^(?:同一|单[个家户]|每[家户个]|本条|以上|上述|各项|年度|单位|申请人|累计|最高|总额|每年|对?同一)[^对]*$/u;

/** 最高80万元 · 不超过总投资的40% */
const isLimit = ({ form, mark, floor, atMost }: Payment): boolean =>
  (form === 'range' && mark === null && floor === null) || (form === 'share' && atMost);

/** '单个企业最高不超过60万元' · '每户累计不超过20万元': a limit, though nothing is said to be given. */
const LIMITS_ALONE =
  /^(?:同一|单[个家户]|每[家户个])[\p{Script=Han}]{0,8}(?:最高|最多|(?:每年|年度|全年|累计|合计)?不(?:得)?超过)/u;

/** '年度不足500人次的不予奖励，单个旅行社最高100万元': the last phrases of a limb that takes something away, where they limit. */
export function limitBehind(limb: Limb): Limb | null {
  const at = limb.plain.text.search(LIMIT_BEHIND);
  return at < 0 ? null : { ...limb, plain: slice(limb.plain, at) };
}
const LIMIT_BEHIND =
  /(?<=[，；])(?:同一|单[个家户]|每[家户个]|年度|累计|最高)[^，；]*(?:最高|最多|不超过|上限)[^，；]*$/u;

/** '按同行业法人企业标准的50%执行' · '按前述标准的2倍执行' */
const OF_STANDARD = /(?:标准|额度|金额)的?(?:[\d.]+[%％倍]|[两二三]倍|减半|一半)|比例(?:为|按|是)\d/u;

/** '最低工资标准为每月1900元': what something costs, and nothing that is given. */
const PRICE = /工资|价格|单价|收费|租金|保费|电价|票价|售价/u;

interface Found {
  grants: Grant[];
  /** Limits that stand alone, of what came before. */
  loose: Limit[];
  /** The words of one that no form of payment holds: a share of something else. */
  openLimit: string | null;
  /** A share of something that no grant before is more than. */
  within: Payment['within'];
  /** A sum for all that stands alone. */
  pool: string | null;
  /** A limit on how many are paid for that stands alone. */
  most: Marked | null;
}

const NOTHING: Found = { grants: [], loose: [], openLimit: null, within: null, pool: null, most: null };

export function grantsIn(limb: Limb, title: string, ref: string | null): Found {
  const { text } = limb.plain;
  if (OF_ALL.test(text) || (PRICE.test(text) && !GRANT.test(text))) return NOTHING;
  if (
    ![GRANT, SERVED, DONE_FOR, CHARGED_LESS, LIMITS_ALONE, OF_STANDARD, /[每单].{1,8}元/u].some((cue) =>
      cue.test(text),
    )
  )
    return NOTHING;
  const marks = markRoles(text, ref);
  const composed = composePayments(text, marks);
  const [only] = composed.payments;
  if (only && composed.payments.every(isLimit) && LIMITS_BEFORE.test(text)) {
    const shares = composed.payments.filter(({ form }) => form === 'share');
    const [share] = shares;
    const within =
      shares.length === 1 && share!.base !== null ? { mark: share!.mark!, base: share!.base } : null;
    return {
      ...NOTHING,
      loose: composed.payments.flatMap(({ caps }) => caps),
      openLimit: share && within === null ? text : null,
      within,
    };
  }
  const most = marks.find(({ role }) => role === 'most');
  if (!only && most) return { ...NOTHING, most };
  if (!only) {
    const unstated = figurelessPayment(text);
    const pool = marks.find(({ role }) => role === 'pool')?.figure.text ?? null;
    // The heading says what follows, and grants nothing itself.
    const heading = title !== '' && title.startsWith(text);
    if (
      heading ||
      unstated === null ||
      /[：:]$/u.test(text) ||
      marks.some(({ role }) => role === 'part' || role === 'pool')
    )
      return { ...NOTHING, pool };
    composed.payments.push(unstated);
  }
  return { ...NOTHING, grants: grantsOf(limb, marks, composed) };
}

/** A measure that grants nothing may still encourage: the first of its limbs that does. */
export function encouraged(limbs: readonly Limb[], title: string, ref: string | null): Grant[] {
  for (const limb of limbs) {
    const payment = title.includes(limb.plain.text) ? null : encouragement(limb.plain.text);
    if (!payment) continue;
    const marks = markRoles(limb.plain.text, ref);
    const composed: Composed = { ...composePayments('', []), payments: [payment] };
    return grantsOf(limb, marks, composed).map((grant) => ({
      ...grant,
      conditions: noConditions(),
    }));
  }
  return [];
}

/** 超过2000万元的部分: what is paid for, and no condition. */
function saysPiece({ start, end, words }: Flag, payments: readonly Payment[]): boolean {
  const cut = payments.flatMap((one) => [one, ...one.pieces]).flatMap(({ piece }) => piece ?? []);
  return cut.some(
    ({ mark }) =>
      /部分$/u.test(words) ||
      (mark === null && /^超[出过额]的?部分/u.test(words)) ||
      (mark !== null && start <= mark.start + 2 && mark.end <= end + 4),
  );
}

/** 增速每高于20%一个百分点: what the step is a step of. */
const saysStep = ({ end }: Flag, text: string, payments: readonly Payment[]): boolean =>
  payments.some(({ step }) => step !== null && end > text.lastIndexOf('，', step.start));

/** 进口增量部分每1美元: what is counted, and no condition either. */
const isCounted = ({ words }: Flag, payments: readonly Payment[]): boolean =>
  payments.some(({ per }) => per?.measured && words.startsWith(per.measured));

/** Payments of one list share their conditions; another payment of the limb has what stands between it and the one before. */
function grantsOf(limb: Limb, marks: Marked[], composed: Composed): Grant[] {
  const { text } = limb.plain;
  const sets: Payment[][] = [];
  for (const payment of composed.payments) {
    const before = sets.at(-1)?.[0];
    const together = before && payment.item !== null && before.item?.items === payment.item.items;
    if (together) sets.at(-1)!.push(payment);
    else sets.push([payment]);
  }
  let from = 0;
  let opening: Conditions | null = null;
  return sets.map((payments, i): Grant => {
    limitCounts(payments, marks);
    const start = Math.min(...payments.map((one) => one.start));
    const end = Math.max(...payments.map((one) => one.end));
    const conditions = conditionsIn(text, marks, from, start);
    // What a share is taken of is no condition; the money of others that it is laid beside has to be had.
    const bases = payments.flatMap(({ base, mark, per }) => [
      ...(base !== null && !(mark && isMatching(mark.figure.text)) ? [base] : []),
      ...(per?.measured ? [per.measured] : []),
    ]);
    conditions.flags = conditions.flags
      .map((flag) => ({ ...flag, words: withoutEach(withoutBase(flag.words, bases)) }))
      .filter(
        (flag) =>
          flag.words.length > 1 &&
          flag.words !== '企业' &&
          !saysPiece(flag, payments) &&
          !isCounted(flag, payments) &&
          !saysStep(flag, text, payments),
      )
      .map((flag) => ({ ...flag, also: kindsOf(flag.words, limb) }));
    const next = sets[i + 1];
    if (opening !== null) {
      conditions.bounds.unshift(...opening.bounds);
      conditions.flags.unshift(...opening.flags);
    }
    from = next ? nextOf(text, end, next[0]!.start) : text.length;
    // Within one phrase what stands before the phrase is asked for each.
    const phrase = Math.max(text.lastIndexOf('，', start), 0);
    const ahead = (one: { end: number }): boolean => one.end <= phrase;
    opening =
      next && from <= next[0]!.start && from < nextPhrase(text, end)
        ? {
            ...noConditions(),
            bounds: conditions.bounds.filter(ahead),
            flags: conditions.flags.filter(ahead),
          }
        : null;
    // What stands before the next payment in its own phrase is that one's.
    const until = next ? Math.min(from, next[0]!.start) : text.length;
    return {
      limb,
      conditions,
      payments,
      marks: marks.filter(
        (mark) => mark.start < until && (i === 0 || mark.start >= sets[i - 1]!.at(-1)!.end),
      ),
      composed,
      reasons: [],
      pool: null,
      raise: null,
      onTop: null,
      difference: false,
      except: [],
      table: null,
      from: limb.from,
      to: limb.to,
    };
  });
}

/** 电梯、起重机械等项目的定期检测费用 → 电梯、起重机械等项目 */
function withoutBase(words: string, bases: readonly string[]): string {
  const base = bases.find(
    (one) => words.includes(one) && words.slice(words.indexOf(one)).length <= one.length + 3,
  );
  if (base === undefined) return words;
  return words.slice(0, words.indexOf(base)).replace(/的$/u, '').replace(SPENT, '');
}
/** 因质押融资产生的评估费 → 因质押融资 */
const SPENT = /(?:实际)?(?:发生|产生|支付|支出)的?$/u;

/** '重箱按每标箱200元、空箱按每标箱50元': what the next is for stands behind the mark between them. */
function nextOf(text: string, end: number, start: number): number {
  const phrase = nextPhrase(text, end);
  if (phrase <= start) return phrase;
  const joint = /^(?:的?(?:奖励|奖补|补助|补贴|资助))?[、和]/u.exec(text.slice(end, start))?.[0];
  return joint === undefined ? phrase : end + joint.length;
}

const nextPhrase = (text: string, from: number): number => {
  const at = text.slice(from).search(/[，,；;]/u);
  return at < 0 ? text.length : from + at + 1;
};
