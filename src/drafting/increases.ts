/**
 * '每张床位8000元；其中护理型床位每张增加2000元' · '每人2000元，其中残疾人按每人3000元': some of what is counted is paid more for, on top of
 * the sum or in its place.
 */
import type { Grant } from './grant.ts';
import type { Payment } from './payment.ts';

/** 每张增加2000元, 每人再补助500元; not 提高到. */
const ON_TOP =
  /(?:增加|提高|上浮|上调|追加|再|另(?!外))(?:给予|予以|增加|奖励|奖补|补助|补贴|资助|补|奖|企业|机构|单位|按)*$/u;
const IN_ITS_PLACE = /^(?:[，；、])?其中/u;
/** What says which of them: before 每 of its own sum. */
const WHICH =
  /^[，；、]?(?:其中|对于?|凡)*(?<which>[^，；。]{2,40}?)的?(?:[，,])?(?:在(?:上述|前述|此)(?:标准)?(?:的)?基础上)?(?:[，,])?(?:按(?:照)?)?(?:每|单)[^，；。]*$/u;
/** A quality of who gets it, and no kind of what is counted. */
const OF_HOLDER =
  /(?:企业|单位|机构|公司|主体|平台|园区|基地|合作社)$|^(?:首次|获|被|经|纳入|列入|入选|通过|达到|年)/u;
const UNTOLD = '增加的标准是对哪些没有写明';

/** The grants without such, each with what some of its own are paid beside or instead. */
export function takeIncreases(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const found = someOf(grant, kept);
    if (found === null) {
      kept.push(grant);
      continue;
    }
    const { which, counted, onTop } = found;
    if (which === null || OF_HOLDER.test(which)) {
      for (const one of [...counted, grant]) one.composed.troubles.push(UNTOLD);
      kept.push(grant);
    } else for (const one of counted) takeSome(one, grant, which, onTop);
  }
  return kept;
}

function someOf(
  grant: Grant,
  kept: readonly Grant[],
): { which: string | null; counted: Grant[]; onTop: boolean } | null {
  const [only, ...others] = grant.payments;
  if (!only || others.length > 0 || !isEach(only)) return null;
  const from = kept.findLast(({ limb }) => limb === grant.limb)?.payments.at(-1)?.end ?? 0;
  const own = grant.limb.plain.text.slice(from, only.mark!.start);
  const text = from > 0 ? own.replace(/^[^，；。其]*(?=[，；])/u, '') : own;
  const onTop = ON_TOP.test(text);
  if (!onTop && !(IN_ITS_PLACE.test(text) && isOfPeople(only))) return null;
  const alike = kept.filter(
    ({ limb, payments: [first, ...more] }) =>
      limb.part === grant.limb.part && more.length === 0 && isEach(first!) && sameUnit(first!, only),
  );
  const last = alike.at(-1);
  if (!last) return null;
  const counted = alike.filter(({ limb }) => limb.sentence === last.limb.sentence);
  return { which: WHICH.exec(text)?.groups?.which ?? null, counted, onTop };
}

const isEach = ({ form, item, mark, monthly, pieces, piece, per }: Payment): boolean =>
  form === 'each' &&
  item === null &&
  mark !== null &&
  monthly === null &&
  pieces.length === 0 &&
  !piece &&
  per?.lot === undefined;
const isOfPeople = ({ per }: Payment): boolean => /^[人名]$/u.test(per?.unit ?? '');
const sameUnit = (one: Payment, other: Payment): boolean =>
  one.per!.unit === other.per!.unit || (isOfPeople(one) && isOfPeople(other));

function takeSome(before: Grant, grant: Grant, which: string, onTop: boolean): void {
  const [payment, own] = [before.payments[0]!, grant.payments[0]!];
  payment.some = { mark: own.mark!, which, onTop };
  payment.caps.push(...own.caps.filter((cap) => !payment.caps.includes(cap)));
  payment.most ??= own.most;
  if (before.limb === grant.limb) payment.end = own.end;
  const told = [...grant.conditions.bounds, ...grant.conditions.told];
  before.marks.push(
    ...grant.marks.filter(
      (mark) =>
        !before.marks.includes(mark) &&
        !told.some(({ start, end }) => start <= mark.start && mark.end <= end + 4),
    ),
  );
  before.to = Math.max(before.to, grant.to);
}
