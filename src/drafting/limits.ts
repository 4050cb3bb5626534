/** Most and least that is given, each with the payments that it limits. */
import { perOf } from './base.ts';
import { capPerOf } from './caps.ts';
import type { Limb } from './cut.ts';
import type { Grant } from './grant.ts';
import { zip } from './listed-sums.ts';
import { type Composed, EMPTY, type Limit, type Payment } from './payment.ts';
import type { Marked } from './role.ts';

export function floor(
  group: readonly Marked[],
  last: readonly Payment[],
  take: (all: Payment[]) => void,
  made: Composed,
): void {
  for (const mark of group) {
    made.used.add(mark);
    const open = last.find((payment) => payment.floor === null && payment.form === 'share');
    if (open) {
      open.floor = mark;
      open.end = mark.end;
    } else
      take([
        { ...EMPTY, form: 'range', mark: null, floor: mark, caps: [], start: mark.start, end: mark.end },
      ]);
  }
}

/** A cap belongs to the nearest payment on its left that it can limit; without one it is all that the clause states. */
export function cap(
  text: string,
  group: readonly Marked[],
  last: readonly Payment[],
  take: (all: Payment[]) => void,
  made: Composed,
): void {
  for (const mark of group) made.used.add(mark);
  const phrase = phraseBefore(text, group[0]!);
  if (/纳入计算|计算(?:规模|基数)|基数/u.test(phrase)) made.troubles.push('计算的基数另有上限');
  const perUnit = /^[／/](?:次|件|人|台|亩|张|项)/u.test(text.slice(group.at(-1)!.end));
  const per = capPerOf(phrase) ?? (perUnit ? 'unit' : null);
  const limits = group.map((mark): Limit => ({ mark, per }));
  const between = last[0] ? text.slice(last[0].end, group[0]!.start) : '';
  const limited =
    last.length > 0 &&
    canLimit(last, between, phrase) &&
    (limits.length === 1 || limits.length === last.length);
  if (limited) {
    last.forEach((payment, i) => {
      payment.caps.push(limits[i] ?? limits[0]!);
      payment.end = group.at(-1)!.end;
    });
    return;
  }
  const items = group.length > 1 ? zip(text.slice(0, group[0]!.list?.start), group.length, made) : null;
  take(
    group.map(
      (mark, index): Payment => ({
        ...EMPTY,
        form: 'range',
        mark: null,
        per: perOf(text, mark),
        caps: [limits[index]!],
        item: items && { items, index },
        start: group[0]!.start,
        end: group.at(-1)!.end,
      }),
    ),
  );
}

/** Another grant begins: 对…的, 其中, 另, 第二年. */
const ANOTHER =
  /[，、；](?:并|且|同时)?(?:对|其中|另|此外|再|第[一二三四五])|的[，,]|(?<=[，、；][^，、；]{2,30})的(?=给予|予以|奖|补|每)/u;
/** A limit over all that one gets. */
const OVERALL =
  /(?:单[个家户]|同一|每[家户个]|年度|每年|当年|年(?=最高|累计|不超过|奖|补|资)|累计|合计|总额|总金额|总计|最多)/u;

/** Whether a sum with a bound limits the payments before it, by what stands between. */
function canLimit(last: readonly Payment[], between: string, phrase: string): boolean {
  if (ANOTHER.test(between)) return false;
  const [first] = last;
  const open = first!.caps.length === 0;
  // 每平方米30元给予补助，最高200万元: the limit has a phrase of its own.
  if (phrase === '' && open && first!.form === 'each') return true;
  if (first!.form === 'share' && open) return true;
  const gives = /(?:给予|予以|奖励|补助|补贴|资助|支持)/u.test(between.replace(phrase, ''));
  if (first!.form !== 'range' && open) return !gives || OVERALL.test(phrase);
  return OVERALL.test(phrase) && !/给予/u.test(phrase);
}

export const phraseBefore = (text: string, { start }: Marked): string => {
  const before = text.slice(0, start);
  return before.slice(Math.max(...['，', ',', '；', '：'].map((mark) => before.lastIndexOf(mark))) + 1);
};

/** '单个项目不超过投资额的30%' behind grants: no more of them is paid than that. */
export function limitToShare(
  grants: readonly Grant[],
  within: NonNullable<Payment['within']>,
  { to }: Limb,
): void {
  for (const grant of grants) {
    for (const payment of grant.payments) payment.within ??= within;
    grant.to = Math.max(grant.to, to);
  }
}
