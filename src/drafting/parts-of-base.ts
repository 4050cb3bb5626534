/** '按保费的35%；投保共建国家业务的部分，比例提高至45%': a part of what is paid for has a rate of its own. */
import type { Grant } from './grant.ts';
import { BEYOND, CHANGED } from './hazards.ts';
import type { Payment } from './payment.ts';
import { isOnTop } from './raises.ts';

/** What the part is, before its rate; not 超过2000万元的部分, which is a piece, nor 较上年新增部分. */
const PART =
  /(?:^|[，；。、])(?:其中|对于?|属于)*(?<part>(?!其中)[^，；。、\d]{2,40}?)的?部分(?:的|[，,])?(?:其|则|再)?(?:(?:扶持|补贴|补助|奖励|资助|支持|奖补|兑付)?(?:比例|标准)(?:可|再|相应)*(?:提高|上调|上浮|增加|调整)?(?:到|至|为|按|是)?|按(?:照)?|提高(?:到|至))$/u;
const NO_PART = /超[过出]|高出|[较比]上|同比|新增|净增|增量|增加|增长/u;

/** The grants without those of a part, each with that of its own. */
export function takeParts(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const words = partOf(grant, kept);
    const whole = words && kept.findLast((one) => one.limb.part === grant.limb.part && isWhole(one));
    if (words && whole) takePart(whole, grant, words);
    else kept.push(grant);
  }
  return kept;
}

function partOf({ limb, payments }: Grant, before: readonly Grant[]): string | null {
  const [only, ...others] = payments;
  if (only?.form !== 'share' || others.length > 0 || only.mark === null || only.pieces.length > 0)
    return null;
  // 提高5个百分点, 上浮20%: of the rate before it.
  if (isOnTop(only.mark) && !/(?:为|是|按)$/u.test(only.mark.before)) return null;
  const from = before.findLast((one) => one.limb === limb)?.payments.at(-1)?.end ?? 0;
  const text = limb.plain.text.slice(from, only.mark.start);
  const part = PART.exec(`${text}${/^[^\d]+(?=\d)/u.exec(only.mark.figure.text)?.[0] ?? ''}`)?.groups?.part;
  return part === undefined || NO_PART.test(part) ? null : part.replace(/^其中/u, '');
}

const isWhole = ({ payments: [first, ...others] }: Grant): boolean =>
  others.length === 0 &&
  first?.form === 'share' &&
  first.mark !== null &&
  first.base !== null &&
  !first.atMost &&
  !first.atLeast &&
  !first.kept &&
  first.piece === null &&
  first.pieces.length === 0 &&
  first.part === null &&
  first.pointsBack === null;

function takePart(whole: Grant, grant: Grant, words: string): void {
  const [payment, part] = [whole.payments[0]!, grant.payments[0]!];
  payment.part = { mark: part.mark!, words };
  payment.caps.push(...part.caps.filter((cap) => !payment.caps.includes(cap)));
  payment.within ??= part.within;
  payment.end = whole.limb === grant.limb ? part.end : payment.end;
  whole.marks.push(...grant.marks.filter((mark) => !whole.marks.includes(mark)));
  for (const trouble of [BEYOND, CHANGED]) {
    whole.composed.held.add(trouble);
    grant.composed.held.add(trouble);
  }
  whole.to = Math.max(whole.to, grant.to);
}

/** What the part is a part of, in its own words: 投保共建国家业务的实缴保费. */
export const nameOfPart = ({ part, base }: Payment): string => `${part!.words}的${base}`;
