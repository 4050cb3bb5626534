/** '对参与制定的，按照主导制定同类标准补助额度的50%给予': a share of the sums that a grant before it has stated. */
import type { Grant } from './grant.ts';
import type { Items } from './items.ts';
import type { Payment } from './payment.ts';

/** 同类标准补助额度 · 前款标准 · 上述奖励金额 */
const POINTS_BACK =
  /(?:同类|同等|同级|相同|上述|前述|前款|前项|上款|相应)[^，；]{0,10}?(?:标准|额度|金额|补助|奖励|奖补|补贴)$/u;

/** Each such share becomes as many shares as the grant before it has sums; where it is not plain of which, it stays what it is. */
export function shareSumsBefore(grants: readonly Grant[]): void {
  for (const [i, grant] of grants.entries()) {
    const [share, ...others] = grant.payments;
    const named = share?.base ?? share?.pointsBack ?? null;
    if (share?.form !== 'share' || named === null) continue;
    if (others.length > 0) {
      if (share.pointsBack !== null) grant.composed.troubles.push(`“${named}”指的是哪一笔没有写明`);
      continue;
    }
    if (share.pointsBack === null && !POINTS_BACK.test(named)) continue;
    const before = grants
      .slice(0, i)
      .findLast((one) => one.payments.every(isSum) && (POINTS_BACK.test(named) || speaksOf(one, named)));
    const shares = before && sharesOf(before.payments, share, grant);
    if (!shares) {
      grant.composed.troubles.push(`“${named}”指的是哪一笔没有写明`);
      continue;
    }
    grant.payments = shares;
    grant.from = Math.min(grant.from, before.from);
    grant.reasons.push(`“${named}”按前一笔的金额理解`);
  }
}

/** 主导制定标准, 新认定奖励标准: named by what the other grant is for. */
function speaksOf({ limb }: Grant, named: string): boolean {
  const deed = named.replace(/(?:的|给予|奖励|奖补|补助|补贴|资助)*(?:标准|额度|金额)$/u, '');
  return deed.length >= 2 && limb.plain.text.includes(deed);
}

const isSum = ({ form, mark, monthly, caps }: Payment): boolean =>
  (form === 'yuan' || form === 'each') && mark !== null && monthly === null && caps.length === 0;

/** Null where the listed things are not named again, so that it stays open which of the sums is meant. */
function sharesOf(sums: readonly Payment[], share: Payment, { limb, conditions }: Grant): Payment[] | null {
  const [first] = sums;
  const listed = first!.item?.items;
  if (!listed) return sums.length === 1 ? [shareOf(first!, share)] : null;
  const items =
    again(listed, limb.plain.text.slice(0, share.start)) ?? ofDeed(listed, conditions.flags[0]?.words);
  return items && sums.map((sum, index) => ({ ...shareOf(sum, share), item: { items, index } }));
}

/** Paid for each of them where the sum is. */
const shareOf = (sum: Payment, share: Payment): Payment => ({
  ...share,
  whole: sum.mark,
  per: sum.form === 'each' ? sum.per : null,
});

/** 参与制定的，按主导制定标准的30%: the same things, each of them asked for the deed of this limb. */
const ofDeed = ({ names, order }: Items, deed: string | undefined): Items | null =>
  deed === undefined || deed.length < 4 || order !== undefined
    ? null
    : { names, head: deed, tail: '', start: 0, end: 0 };

/** The same things in the words of this limb. */
function again({ names }: Items, text: string): Items | null {
  const starts = names.map((name) => text.indexOf(name));
  if (starts.some((start) => start < 0)) return null;
  const start = Math.min(...starts);
  const end = Math.max(...names.map((name, i) => starts[i]! + name.length));
  return { names, head: text.slice(0, start), tail: text.slice(end).replace(/[，,].*$/u, ''), start, end };
}
