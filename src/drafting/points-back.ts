/** '对参与制定的，按照主导制定同类标准补助额度的50%给予': a share of the sums that a grant before it has stated. */
import { RANKS } from './choices.ts';
import type { Grant } from './grant.ts';
import type { Items } from './items.ts';
import type { Payment } from './payment.ts';

/** 同类标准补助额度 · 前款标准 · 上述奖励金额 · 同行业法人企业标准 */
const POINTS_BACK =
  /(?:(?<![合共协])同[\p{Script=Han}]{1,3}|相同|上述|前述|前款|前项|上款|相应)[^，；]{0,10}?(?:标准|额度|金额|补助|奖励|奖补|补贴)$/u;

/** Each such share becomes as many shares as the grant before it has sums; where it is not plain of which, it stays what it is. */
export function shareSumsBefore(grants: readonly Grant[]): void {
  for (const [i, grant] of grants.entries()) {
    const [share, ...others] = grant.payments;
    const named = share?.pointsBack ?? share?.base ?? null;
    if (share?.form !== 'share' || named === null) continue;
    if (share.pointsBack === null && !POINTS_BACK.test(named)) continue;
    const earlier = grants.slice(0, i);
    const before =
      others.length > 0
        ? undefined
        : earlier.findLast(
            (one) => one.payments.every(isSum) && (POINTS_BACK.test(named) || speaksOf(one, named)),
          );
    const all = before && POINTS_BACK.test(named) ? allBefore(before, earlier) : before && [before];
    const sums = all && sumsOf(all);
    const shares = sums && sharesOf(sums, share, grant, named);
    if (!shares) grant.composed.troubles.push(`“${named}”指的是哪一笔没有写明`);
    const open = grant.composed.troubles.length > 0;
    for (const one of earlier)
      if (one.limb.part === grant.limb.part && one.payments.every(isSum)) leaveTo(one, grant, open);
    if (!shares) continue;
    grant.payments = shares;
    grant.from = Math.min(grant.from, ...all!.map((one) => one.from));
    grant.reasons.push(all!.length > 1 ? `“${named}”按前面各笔的金额理解` : `“${named}”按前一笔的金额理解`);
    if (shares.some(({ caps }) => caps.length > 0)) grant.reasons.push('限额按不变理解');
  }
}

/** 五星级、四星级的，分别…；金鼎级、银鼎级的，分别…。上述标准 is any of them. */
const allBefore = (before: Grant, earlier: readonly Grant[]): Grant[] =>
  earlier.filter(({ limb, payments }) => limb.sentence === before.limb.sentence && payments.every(isSum));

/** The sums of one of them, or of several lists as one; null where they cannot be told apart. */
function sumsOf(all: readonly Grant[]): readonly Payment[] | null {
  if (all.length < 2) return all[0]?.payments ?? null;
  const lists = all.map(({ payments }) => payments[0]!.item?.items ?? null);
  if (lists.some((items) => items === null || items.order !== undefined)) return null;
  const names = lists.flatMap((items) => items!.names);
  const kinds = new Set(
    all.flatMap(({ payments }) => payments.map(({ form, per }) => `${form} ${per?.unit}`)),
  );
  if (new Set(names).size < names.length || kinds.size > 1) return null;
  const items: Items = { names, head: '', tail: '', start: 0, end: 0 };
  return all
    .flatMap(({ payments }) => payments)
    .map((payment, index) => ({ ...payment, item: { items, index } }));
}

/** Who is paid by another clause is not paid the whole by this one: presumed not to be, or asked where nobody can tell what the other pays. */
function leaveTo(one: Grant, { conditions }: Grant, open: boolean): void {
  const own = one.conditions.flags.map(({ words }) => words);
  const others = conditions.flags.filter(({ words }) => !own.includes(words));
  if (open) one.conditions.flags.push(...others.map((flag) => ({ ...flag, not: true as const })));
  else one.except.push(...others.map(({ words }) => words));
}

/** 主导制定标准, 新认定奖励标准: named by what the other grant is for. */
function speaksOf({ limb }: Grant, named: string): boolean {
  const deed = deedOf(named);
  return deed.length >= 2 && limb.plain.text.includes(deed);
}

const deedOf = (named: string): string =>
  named.replace(/(?:的|给予|奖励|奖补|补助|补贴|资助)*(?:标准|额度|金额)$/u, '');

const isSum = ({ form, mark, monthly, pieces, piece }: Payment): boolean =>
  (form === 'yuan' || form === 'each') &&
  mark !== null &&
  monthly === null &&
  pieces.length === 0 &&
  piece === null;

/** Null where the listed things are not named again, so that it stays open which of the sums is meant. */
function sharesOf(
  sums: readonly Payment[],
  share: Payment,
  { limb, conditions }: Grant,
  named: string,
): Payment[] | null {
  const [first] = sums;
  const listed = first!.item?.items;
  if (!listed) return sums.length === 1 ? [shareOf(first!, share, named)] : null;
  const text = limb.plain.text.slice(0, share.start);
  const said = listed.names.flatMap((name, index) => (text.includes(name) ? [sums[index]!] : []));
  // 小巨人企业复核的: one of them alone.
  if (said.length === 1) return [shareOf(said[0]!, share, named)];
  const items = again(listed, text) ?? ofDeed(listed, conditions.flags[0]?.words, deedOf(named));
  return items && sums.map((sum, index) => ({ ...shareOf(sum, share, named), item: { items, index } }));
}

/** 按新增库容和前述标准的70%: what is counted stands beside the standard. */
const COUNTED = /^(?<measured>[^，]{2,12}?(?:量|数|面积|容|容量|规模|能力))(?:和|及|与|、|×)/u;

/** Paid for each of them where the sum is. */
function shareOf(sum: Payment, share: Payment, named: string): Payment {
  const measured = COUNTED.exec(named)?.groups?.measured ?? sum.per?.measured ?? null;
  return {
    ...share,
    whole: sum.mark,
    per: sum.form === 'each' && sum.per ? { ...sum.per, measured } : null,
    caps: [...new Set([...share.caps, ...sum.caps])],
  };
}

const RANK = new RegExp(RANKS.join('|'), 'u');

/** 参与制定的，按主导制定标准的30%: the same things, each of them asked for the deed of this limb. */
function ofDeed({ names, head, order }: Items, deed: string | undefined, standard: string): Items | null {
  if (deed === undefined || deed.length < 4 || order !== undefined) return null;
  // 认定为国家级的，按省级标准: the same thing of another rank.
  const rank = RANK.exec(deed)?.[0];
  const other = RANK.exec(standard)?.[0];
  const own = rank && other && head.includes(other) ? head.replace(other, rank) : deed;
  return { names, head: own, tail: '', start: 0, end: 0 };
}

/** The same things in the words of this limb. */
function again({ names }: Items, text: string): Items | null {
  const starts = names.map((name) => text.indexOf(name));
  if (starts.some((start) => start < 0)) return null;
  const start = Math.min(...starts);
  const end = Math.max(...names.map((name, i) => starts[i]! + name.length));
  return { names, head: text.slice(0, start), tail: text.slice(end).replace(/[，,].*$/u, ''), start, end };
}
