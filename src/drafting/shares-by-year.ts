/** '第一年租金的50%、第二年租金的30%' · '第一年、第二年租金的50%、30%': shares of each year's, and one sum of them all. */
import { EMPTY, type Limit, type Payment } from './payment.ts';
import type { Marked } from './role.ts';

const YEAR = '第[一二三四五]年度?';
const OF_YEAR = new RegExp(`^${YEAR}(?=.{2,})`, 'u');
const NEXT = new RegExp(`^(?:、|和|及|以及)${YEAR}[^，；。、]{2,20}$`, 'u');
const LISTED = new RegExp(
  `(?<years>${YEAR}(?:(?:、|和|及|以及)${YEAR})+)的?(?<thing>[\\p{Script=Han}]{2,16}?)的?$`,
  'u',
);

/** Shares that follow each other in one phrase, each of another year's, as one payment. */
export function joinYears(text: string, payments: readonly Payment[]): Payment[] {
  const kept: Payment[] = [];
  for (const payment of payments) {
    const before = kept.at(-1);
    const joined =
      before && isOfYear(before) && isOfYear(payment) && NEXT.test(text.slice(before.end, payment.start));
    if (!joined) {
      kept.push(payment);
      continue;
    }
    const years = [...(before.years.length > 0 ? before.years : [before]), payment];
    kept[kept.length - 1] = { ...before, years, caps: [...before.caps, ...payment.caps], end: payment.end };
  }
  return kept;
}

/** 每年最高20万元: of each year, and not of all of them. */
export const capOfYear = ({ years, caps }: Payment): Limit | null =>
  years.length > 0 ? (caps.find(({ per }) => per === 'enterprise-year') ?? null) : null;

const isOfYear = ({ form, base, item, mark }: Payment): boolean =>
  form === 'share' && item === null && mark !== null && base !== null && OF_YEAR.test(base);

/** The years that a list of rates is sent to; null where none are listed. */
export function sharesOfYears(text: string, group: readonly Marked[], first: Payment): Payment | null {
  const found = LISTED.exec(text.slice(0, group[0]!.start))?.groups;
  if (!found) return null;
  const names = found.years!.split(/、|和|及|以及/u);
  if (names.length !== group.length) return null;
  const years = group.map((mark, at) => ({ ...EMPTY, ...first, mark, base: `${names[at]}${found.thing}` }));
  return { ...years[0]!, years, item: null, end: group.at(-1)!.end };
}
