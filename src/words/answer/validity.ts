/** Whether a document still speaks on a day, and how that is said. */
import { type Day, daysBetween } from '../../contract/index.ts';
import { isOfLaterYear, type Policy, replacedBy, type Successor } from '../../policy/index.ts';
import { dayWords, validityWords } from '../answers.ts';

/**
 * replaced: another document took its place or abolished it; not-yet: it was issued later than that day; expired: every stated date has passed; applications-open: validity has passed, applications are still taken; in-force: the stated end
 * is ahead; unstated: the document names no end.
 */
export type Validity = 'replaced' | 'not-yet' | 'expired' | 'applications-open' | 'in-force' | 'unstated';

export function validityOn(policy: Policy, today: Day): Validity {
  const { validUntil, applyBy, issued } = policy;
  if (replacedBy(policy, today)) return 'replaced';
  if ((issued && issued.day > today) || isOfLaterYear(policy, today)) return 'not-yet';
  if (!validUntil && !applyBy) return 'unstated';
  const last = [validUntil?.day, applyBy?.day]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)!;
  if (last < today) return 'expired';
  return validUntil && validUntil.day < today ? 'applications-open' : 'in-force';
}

/** 《…》（文号） */
export const successorName = ({ title, number }: Pick<Successor, 'title' | 'number'>): string =>
  title ? `《${title}》（${number}）` : number;

/** 有效期至2022年6月30日，申报截至2022年7月30日 · 未写明有效期 */
export function datesOf(policy: Policy): string {
  const stated = [
    policy.validUntil && validityWords.until(dayWords(policy.validUntil.day)),
    policy.applyBy && validityWords.applyBy(dayWords(policy.applyBy.day)),
  ].filter((date) => date !== null);
  return stated.length ? stated.join('，') : validityWords.noEnd;
}

/** 某府办发〔2030〕5号 → 2030 */
const yearOf = (number: string): string => /(?:19|20)\d\d/u.exec(number)?.[0] ?? '';

/** What has to be said before anything else; null while the document is in force or states no end. */
export function validityFirst(policy: Policy, today: Day): string | null {
  const validity = validityOn(policy, today);
  const successor = replacedBy(policy, today);
  if (successor) return validityWords.replaced(successorName(successor), successor.kind);
  if (validity === 'not-yet')
    return policy.issued
      ? validityWords.notYet(dayWords(policy.issued.day))
      : validityWords.notYetOfYear(yearOf(policy.number));
  if (validity === 'expired') return validityWords.expired(datesOf(policy));
  if (validity === 'applications-open')
    return validityWords.stillOpen(dayWords(policy.validUntil!.day), dayWords(policy.applyBy!.day));
  return null;
}

/** What `validityFirst` says holds the dates already; of a document not yet issued, or replaced, it says that alone. */
export function saysDates(policy: Policy, today: Day): boolean {
  return validityFirst(policy, today) !== null && !WITHOUT_DATES.has(validityOn(policy, today));
}

const WITHOUT_DATES: ReadonlySet<Validity> = new Set(['not-yet', 'replaced']);

/** 还有50天: to the last day of applications, else of validity; null when it has passed or is not stated. */
export function daysLeft({ applyBy, validUntil }: Policy, today: Day): number | null {
  const last = applyBy ?? validUntil;
  const left = last ? daysBetween(today, last.day) : -1;
  return left < 0 ? null : left;
}

/** The dates as the last word of an answer, where they were not the first. */
export function validityLast(policy: Policy, today: Day): string | null {
  const { issued } = policy;
  if (validityOn(policy, today) === 'unstated' && issued)
    return validityWords.noEndIssued(dayWords(issued.day));
  if (validityFirst(policy, today)) return null;
  const amended = policy.successors.find(
    ({ kind, from }) => kind === '修订' && (from === null || from <= today),
  );
  return amended ? `${datesOf(policy)}，${validityWords.amended(successorName(amended))}` : datesOf(policy);
}

/** （已过期）, behind a source whose document has no day left; else nothing. */
export const expiredMark = (policy: Policy, today: Day): string =>
  ENDED.has(validityOn(policy, today)) ? validityWords.expiredMark : '';
const ENDED: ReadonlySet<Validity> = new Set(['expired', 'replaced']);
