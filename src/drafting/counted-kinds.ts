/** '重箱每个800元，空箱每个200元': so much for each of several kinds, and one sum of them all. */
import type { Grant } from './grant.ts';
import type { Payment } from './payment.ts';

const UNTOLD = '按几类分别计算，各类没有读出来';
/** From the mark before, the kind that a sum is paid for each of: 20英尺箱每箱, 大件按每件. */
const KIND_BEFORE =
  /(?:^|[，,、和及；])(?:按(?:照)?)?(?<kind>\d*[\p{Script=Han}]{1,10}?)的?(?:按(?:照)?)?[每单][^，,、；]*$/u;

/** The grants of a limb that pay for each of several kinds, joined; where their kinds cannot be told none of them is computed. */
export function joinKinds(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const before = kept.at(-1);
    if (!before || !areKinds(before, grant)) {
      kept.push(grant);
      continue;
    }
    const one = before.payments[0]!.kinds ?? kindOf(before);
    const other = kindOf(grant);
    if (!one || !other || one.some(({ noun }) => noun === other[0]!.noun)) {
      for (const { composed } of [before, grant]) composed.troubles.push(UNTOLD);
      kept.push(grant);
    } else join(before, grant, [...one, ...other]);
  }
  return kept;
}

function areKinds(before: Grant, { limb, payments, conditions }: Grant): boolean {
  const [one, other] = [before.payments[0]!, payments[0]!];
  const isAlone = before.payments.length === 1 && payments.length === 1;
  const opens =
    conditions.bounds.some(({ start }) => start > one.end) || conditions.flags.some(({ not }) => not);
  return (
    isAlone &&
    before.limb === limb &&
    !opens &&
    [one, other].every(isCounted) &&
    one.per!.unit === other.per!.unit
  );
}

const isCounted = ({ form, item, monthly, pieces, piece, per, mark }: Payment): boolean =>
  (form === 'each' || form === 'kinds') &&
  item === null &&
  monthly === null &&
  piece === null &&
  pieces.length === 0 &&
  mark !== null &&
  per !== null &&
  per.measured === null &&
  per.lot === undefined;

function kindOf({ limb, payments: [payment] }: Grant): NonNullable<Payment['kinds']> | null {
  const { mark, per } = payment!;
  const text = limb.plain.text.slice(0, mark!.start);
  const noun = per!.noun !== '' ? per!.noun : KIND_BEFORE.exec(text)?.groups?.kind;
  return noun === undefined || /(?:企业|单位|机构|的)$/u.test(noun) ? null : [{ mark: mark!, noun }];
}

function join(before: Grant, grant: Grant, kinds: NonNullable<Payment['kinds']>): void {
  const [first, last] = [before.payments[0]!, grant.payments[0]!];
  const caps = [...new Set([...first.caps, ...last.caps])];
  before.payments = [{ ...first, form: 'kinds', kinds, caps, most: first.most ?? last.most, end: last.end }];
  const isKind = ({ words }: { words: string }) =>
    kinds.some(({ noun }) => words === noun || words.endsWith(`的${noun}`));
  before.conditions.flags = before.conditions.flags.filter((flag) => !isKind(flag));
  before.marks.push(...grant.marks.filter((mark) => !before.marks.includes(mark)));
  before.to = Math.max(before.to, grant.to);
}
