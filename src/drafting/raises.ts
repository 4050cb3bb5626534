/**
 * A raise of the grant before it: '属于专精特新企业的，补助比例提高5个百分点', '奖励标准上浮50%', '补贴标准提高到每人每月2000元'. Who gets it has a row
 * of his own, ahead of the others.
 */
import { comesOnTop } from './additions.ts';
import type { Mention } from './figures-of.ts';
import type { Grant } from './grant.ts';
import { CHANGED } from './hazards.ts';
import type { Limit, Payment } from './payment.ts';

export const isPoints = ({ figure }: Mention): boolean =>
  figure.kind === 'percent' && figure.unit === 'point';

const RAISED = /(?:上浮|上调|提高|增加)$/u;
/** 奖励标准上浮50%, 在此基础上提高20%: of what stands before it, not of a fee or a rate. */
const ON_TOP =
  /(?:标准|额度|金额|奖励|补助|补贴|资助|奖补|基础上|比例)(?:再|均|可|相应)*(?:给予)?(?:上浮|上调|提高|增加)$/u;
export const isRelative = ({ figure, before }: Mention): boolean =>
  figure.kind === 'percent' && !isPoints({ figure } as Mention) && ON_TOP.test(before);

/** 兑付比例为60%: another share of what the one before is a share of. */
const RATE_IS = /(?:补贴|补助|兑付|奖励|资助|支持|奖补)比例(?:为|按|是)$/u;
export const isRateAnew = ({ before }: Mention): boolean => RATE_IS.test(before);

/** What is no share of anything named, but comes on top of another one, or in its place. */
export const isOnTop = (mark: Mention): boolean => isPoints(mark) || isRelative(mark) || isRateAnew(mark);

/** 补贴标准提高到每人每月2000元: another figure in the place of the one before. */
const SET_ANEW = /(?:上浮|上调|提高|增加|调整)(?:到|至|为)[^，。；]*$/u;

const OF_THEM = /^其中/u;
/** Behind what is paid to all, in one limb with it. */
const OF_THEM_BEHIND = /[，、]其中/u;

type Raise = 'points' | 'relative' | 'anew';

/** `from`: where what the grant before it pays ends in their limb. */
function raiseOf({ payments, limb }: Grant, from = 0): Raise | null {
  const [only, ...others] = payments;
  if (!only?.mark || others.length > 0 || only.form === 'step') return null;
  if (isPoints(only.mark)) return only.form === 'interest' ? null : 'points';
  if (isRelative(only.mark)) return 'relative';
  if (only.form === 'share' && only.base === null && isRateAnew(only.mark)) return 'anew';
  const before = limb.plain.text.slice(0, only.mark.start);
  const text = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('；')) + 1);
  // 提高到2000元; 增加2000元 is added to what there is.
  if (SET_ANEW.test(text) || (RAISED.test(text) && /^(?:到|至|为)/u.test(only.mark.figure.text)))
    return 'anew';
  // 其中增幅达到30%的，按8%: some of them get another share, and not both.
  const opening = before.slice(from);
  return (from > 0 ? OF_THEM_BEHIND : OF_THEM).test(opening) && !comesOnTop(opening) && !RAISED.test(text)
    ? 'anew'
    : null;
}

/** The grants without the raises, each with those of its own; a raise of nothing that is plain stays, and is accounted for as such. */
export function withRaises(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const before = kept.findLast(({ limb }) => limb === grant.limb)?.payments.at(-1)?.end ?? 0;
    const raise = raiseOf(grant, before);
    const raised =
      raise &&
      kept.findLast((one) =>
        raise === 'points' ? one.payments.some(isShare) : one.limb.part === grant.limb.part,
      );
    if (!raise || !raised) {
      kept.push(grant);
      continue;
    }
    const apart = grant.conditions.flags.length + grant.conditions.bounds.length > 0;
    if (
      apart &&
      !isOfPart(grant, raised) &&
      raised.raise === null &&
      fits(raise, grant.payments[0]!, raised)
    ) {
      raised.raise = grant;
      // A limit that stands behind both is one of both.
      for (const payment of raised.payments)
        if (payment.caps.length === 0) payment.caps.push(...grant.payments[0]!.caps);
      for (const payment of raised.payments) payment.within ??= grant.payments[0]!.within;
      raised.to = Math.max(raised.to, grant.to);
      grant.composed.held.add(CHANGED);
      if (
        raise === 'relative' &&
        raised.payments.some(({ caps }) => caps.length > 0) &&
        !/(?:上限|限额)不变/u.test(grant.limb.plain.text)
      )
        raised.reasons.push('标准提高后限额是否也提高没有写明，按限额不变理解');
      continue;
    }
    const words = grant.payments[0]!.mark!.figure.text;
    for (const one of [raised, grant]) one.composed.troubles.push(`“${words}”怎样与前面的标准相加没有写明`);
    kept.push(grant);
  }
  return kept;
}

/** '对共建国家出口所对应的保费，比例提高到60%': of that part of what is paid for, and not of all of it. */
const isOfPart = ({ conditions }: Grant, { payments }: Grant): boolean =>
  conditions.flags.some(({ words }) =>
    payments.some(({ base }) => /部分$/u.test(words) || (base !== null && words.endsWith(base.slice(-2)))),
  );

const isShare = ({ form, mark }: Payment): boolean => form === 'share' && mark !== null && !isPoints(mark);

const isPlainSum = ({ form, mark, monthly, pieces }: Payment): boolean =>
  (form === 'yuan' || form === 'each') && mark !== null && monthly === null && pieces.length === 0;

function fits(raise: Raise, raised: Payment, { payments }: Grant): boolean {
  const [only, ...others] = payments;
  switch (raise) {
    case 'points':
      return others.length === 0;
    case 'relative':
      // 比例提高10%: points, or a tenth of it? Of a sum there is no doubt.
      return payments.every(isPlainSum);
    case 'anew':
      return (
        others.length === 0 &&
        only!.mark !== null &&
        only!.form === raised.form &&
        only!.item === null &&
        only!.pieces.length === 0 &&
        (raised.per === null || only!.per?.unit === raised.per.unit) &&
        (only!.monthly === null) === (raised.monthly === null)
      );
  }
}

const isOfEach = ({ per }: Limit): boolean => per === 'unit';

/** The payment as the raise has it: a limit that it states anew takes the place of its like. */
export function raisedPayment(payment: Payment, raise: Grant): Payment {
  const [raised] = raise.payments;
  const caps = [
    ...raised!.caps,
    ...payment.caps.filter((cap) => !raised!.caps.some((one) => isOfEach(one) === isOfEach(cap))),
  ];
  if (isPoints(raised!.mark!)) return { ...payment, plus: raised!.mark, caps };
  if (isRelative(raised!.mark!)) return { ...payment, raisedBy: raised!.mark, caps };
  return { ...payment, mark: raised!.mark, caps };
}
