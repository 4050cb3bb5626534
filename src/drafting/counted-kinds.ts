/** '重箱每个800元，空箱每个200元': so much for each of several kinds, and one sum of them all. */
import type { Flag } from './condition.ts';
import type { Grant } from './grant.ts';
import type { Payment } from './payment.ts';

const UNTOLD = '按几类分别计算，各类没有读出来';
/** From the mark before, the kind that a sum is paid for each of: 20英尺箱每箱, 大件按每件. */
const KIND_BEFORE =
  /(?:^|[，,、和及；])(?:按(?:照)?)?(?<kind>\d*[\p{Script=Han}]{1,10}?)的?(?:按(?:照)?)?[每单][^，,、；]*$/u;

/** 初级1200元/人, 大型客车5万元/辆 */
const KIND_WITH_SLASH =
  /(?:^|[，,、和及；]|按(?:照)?|标准为)(?!分别)(?<kind>(?!按)\d*[\p{Script=Han}A-Z]{1,10}?)(?:的|按|为)?$/u;

/** The grants of a limb that pay for each of several kinds, joined; where their kinds cannot be told none of them is computed. */
export function joinKinds(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const before = kept.at(-1);
    if (!before || !areKinds(before, grant)) {
      kept.push(grant);
      continue;
    }
    const apart = before.limb !== grant.limb;
    const one = before.payments[0]!.kinds ?? (apart ? kindAsked(before, grant) : kindOf(before));
    const other = apart ? kindAsked(grant, before) : kindOf(grant);
    if (!one || !other || one.some(({ noun }) => noun === other[0]!.noun)) {
      for (const { composed } of [before, grant]) composed.troubles.push(UNTOLD);
      kept.push(grant);
    } else join(before, grant, [...one, ...other]);
  }
  return kept;
}

function areKinds(before: Grant, grant: Grant): boolean {
  const [one, other] = [before.payments[0]!, grant.payments[0]!];
  const isAlone = before.payments.length === 1 && grant.payments.length === 1;
  if (!isAlone || ![one, other].every(isCounted) || one.per!.unit !== other.per!.unit) return false;
  if ((one.monthly === null) !== (other.monthly === null)) return false;
  if (before.limb === grant.limb) return !opensAnother(one, grant);
  return before.limb.sentence === grant.limb.sentence && asksAlike(before, grant);
}

/** A bound of its own, or others than those before it. */
const opensAnother = ({ end }: Payment, { conditions: { bounds, flags } }: Grant): boolean =>
  bounds.some(({ start }) => start > end) || flags.some(({ not }) => not);

const isCounted = ({ form, item, pieces, piece, per, mark, some }: Payment): boolean =>
  (form === 'each' || form === 'kinds') &&
  item === null &&
  some === null &&
  piece === null &&
  pieces.length === 0 &&
  mark !== null &&
  per !== null &&
  per.measured === null &&
  per.lot === undefined;

/** '招用毕业生的，每人2000元；招用登记失业人员的，每人1500元': alike but for whom. */
function asksAlike(one: Grant, other: Grant): boolean {
  const bounds = ({ conditions }: Grant): string =>
    conditions.bounds
      .map(({ label, literals }) => `${label}${literals.join()}`)
      .sort()
      .join();
  const isPlain = ({ conditions: { vague, either, shutOut } }: Grant): boolean =>
    vague === null && either.length === 0 && shutOut.length === 0;
  const named = one.payments[0]!.kinds !== null || kindAsked(one, other) !== null;
  return (
    bounds(one) === bounds(other) && isPlain(one) && isPlain(other) && named && kindAsked(other, one) !== null
  );
}

/** The only condition that the other does not ask too, nor the opening that holds for both. */
function kindAsked(grant: Grant, other: Grant): NonNullable<Payment['kinds']> | null {
  const { conditions, payments } = grant;
  const shared = other.conditions.flags.map(({ words }) => words);
  const opening = openingOf(grant, other);
  const [own, ...others] = conditions.flags.filter(
    ({ words, end }) => !shared.includes(words) && end > opening,
  );
  return own && others.length === 0 && !own.or && !own.not
    ? [{ mark: payments[0]!.mark!, noun: own.words }]
    : null;
}

/** '对收住失能老人的机构，重度的…；中度的…': where it ends, if the next clause opens none of its own; 0 without one. */
function openingOf({ limb }: Grant, other: Grant): number {
  const { text } = limb.plain;
  if (/^(?:对于?|凡|其中)/u.test(other.limb.plain.text)) return 0;
  const opening = /^(?:对于?|凡)[^，,]*[，,](?=[^，,]*的[，,])/u.exec(text);
  return opening?.[0].length ?? 0;
}

function kindOf({ limb, payments: [payment] }: Grant): NonNullable<Payment['kinds']> | null {
  const { mark, per } = payment!;
  const text = limb.plain.text.slice(0, mark!.start);
  const before = /^元/u.test(per!.words) ? KIND_WITH_SLASH : KIND_BEFORE;
  const noun = per!.noun !== '' ? per!.noun : before.exec(text)?.groups?.kind;
  return noun === undefined || /(?:企业|单位|机构|的)$/u.test(noun) ? null : [{ mark: mark!, noun }];
}

function join(before: Grant, grant: Grant, kinds: NonNullable<Payment['kinds']>): void {
  const [first, last] = [before.payments[0]!, grant.payments[0]!];
  const caps = [...new Set([...first.caps, ...last.caps])];
  const most = first.most ?? last.most;
  const monthly = first.monthly && { most: first.monthly.most ?? last.monthly?.most ?? null };
  before.payments = [{ ...first, form: 'kinds', kinds, caps, most, monthly, end: last.end }];
  const isKind = ({ words }: Flag): boolean =>
    kinds.some(({ noun }) => words === noun || words.endsWith(`的${noun}`));
  // Of the kinds one is enough, where nothing else says who is paid.
  const others = before.conditions.flags.filter((flag) => !isKind(flag));
  const asked = [...before.conditions.flags, ...grant.conditions.flags].filter(isKind);
  const any = asked.map((flag, at): Flag => (at === 0 ? flag : { ...flag, or: true }));
  before.conditions.flags = before.limb === grant.limb && others.length > 0 ? others : [...others, ...any];
  before.marks.push(...grant.marks.filter((mark) => !before.marks.includes(mark)));
  before.to = Math.max(before.to, grant.to);
}
