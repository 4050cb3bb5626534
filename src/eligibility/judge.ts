/** The verdict on one benefit, and what it stands on. */

import type { Profile } from '../contract/index.ts';
import type { Facts } from '../facts/index.ts';
import {
  type Benefit,
  factsOfPay,
  isOfLaterYear,
  type Pay,
  type PayRow,
  replacedBy,
} from '../policy/index.ts';
import { spokenOf } from './added.ts';
import { conditionsOf, receivedBefore } from './conditions.ts';
import type { Context } from './context.ts';
import type { Condition, OpenRow, Reason, Verdict } from './evaluation.ts';
import { amountOfRow } from './pay.ts';
import { NO, YES } from './three-values.ts';
import { truthOf, usable, type Window } from './truth.ts';

export interface Judgement {
  verdict: Verdict;
  /** What the facts alone say, dates aside. */
  onFacts: Verdict;
  /** Why the door is shut, if it is. */
  closed: Reason | null;
  window: Window;
  conditions: Condition[];
  rows: OpenRow[];
}

/** For a profile that `complete` has seen. */
export function judge(benefit: Benefit, profile: Profile, context: Context): Judgement {
  const window = windowOf(benefit, context);
  const conditions = conditionsOf(benefit, profile, window, context);
  const rows = openRows(benefit, profile, window, context.facts);
  const received = receivedBefore(rows, profile, context);
  if (received) conditions.push(received);
  const isRefused = conditions.some(({ state }) => state === 'notMet');
  const isOpen = conditions.some(({ state }) => state === 'unknown');
  const onFacts = verdictOf(benefit, { isRefused, isOpen }, rows);
  const closed = closedBy(benefit, context);
  return { verdict: closed ? 'ineligible' : onFacts, onFacts, closed, window, conditions, rows };
}

/** The period that figures must belong to: the benefit's own exactly, or else any that touches the document's time. */
export function windowOf(benefit: Benefit, { policy, unplaced = 'taken' }: Context): Window {
  if (benefit.during) return { exactly: benefit.during, unplaced };
  return { from: policy.validFrom?.day ?? null, to: policy.applyBy?.day ?? policy.validUntil?.day ?? null };
}

/** The rows up to the first that surely holds, without those that surely do not; behind them those that are paid beside it. */
export function openRows(benefit: Benefit, profile: Profile, window: Window, facts: Facts): OpenRow[] {
  const isAdded = ({ added }: PayRow): boolean => added;
  if (!benefit.pays.some(isAdded)) return rowsUpTo(benefit.pays, profile, window, facts);
  const added = benefit.pays.filter(isAdded).flatMap((row) => rowsUpTo([row], profile, window, facts));
  const first = benefit.pays.filter((row) => !isAdded(row));
  return spokenOf([...rowsUpTo(first, profile, window, facts), ...added], benefit, profile);
}

/** Those that would be paid beside `rows` to who meets them, and of which nobody has spoken. */
export function unspokenRows(
  benefit: Benefit,
  rows: readonly OpenRow[],
  profile: Profile,
  window: Window,
  facts: Facts,
): PayRow[] {
  return benefit.pays.filter(
    (row) =>
      row.added &&
      !rows.some((one) => one.row === row) &&
      (row.when === null || truthOf(row.when, profile, window, facts) !== NO),
  );
}

function rowsUpTo(rows: readonly PayRow[], profile: Profile, window: Window, facts: Facts): OpenRow[] {
  const open: OpenRow[] = [];
  for (const row of rows) {
    const truth = row.when === null ? YES : truthOf(row.when, profile, window, facts);
    if (truth === NO) continue;
    open.push({ row, truth, sum: amountOfRow(row, usableProfile(row, profile, window, facts)) });
    if (truth === YES) break;
  }
  return open;
}

/** A figure of another period computes no amount. */
function usableProfile(row: PayRow, profile: Profile, window: Window, facts: Facts): Profile {
  const isOther = (fact: string): boolean => {
    const value = profile[fact];
    return value !== undefined && !usable(value, window, facts.get(fact));
  };
  const asked = askedBy(row.pay);
  if (!asked.some(isOther)) return profile;
  const other = asked.filter(isOther);
  return Object.fromEntries(Object.entries(profile).filter(([fact]) => !other.includes(fact)));
}

const askedCache = new WeakMap<Pay, readonly string[]>();

function askedBy(pay: Pay): readonly string[] {
  let asked = askedCache.get(pay);
  if (!asked) {
    asked = factsOfPay(pay);
    askedCache.set(pay, asked);
  }
  return asked;
}

/** One known false decides; a benefit that leaves the grant to others, or of which no row surely pays, is never a plain yes. */
export function verdictOf(
  benefit: Benefit,
  { isRefused, isOpen }: { isRefused: boolean; isOpen: boolean },
  rows: readonly OpenRow[],
): Verdict {
  if (rows.length === 0 || isRefused) return 'ineligible';
  if (isOpen || !rows.some(({ truth }) => truth === YES)) return 'unknown';
  // Of a clause that was read and not understood nothing is promised.
  const understood = benefit.drafted?.grade !== 'C';
  return benefit.discretionary === null && understood ? 'eligible' : 'unknown';
}

/** The date that shuts the door, if one has: the benefit's own, the last day to apply, or else the end of validity. */
export function closedBy(benefit: Benefit, { policy, today }: Context): Reason | null {
  if (benefit.until !== null && today > benefit.until) {
    return { kind: 'closed', day: benefit.until, by: 'until', quote: null };
  }
  const successor = replacedBy(policy, today);
  if (successor) return { kind: 'replaced', by: successor };
  const last = policy.applyBy ?? policy.validUntil;
  if (last && today > last.day) {
    const by = policy.applyBy ? 'applyBy' : 'validUntil';
    return { kind: 'closed', day: last.day, by, quote: last.quote };
  }
  const { issued, validFrom } = policy;
  if (issued && !issued.posted ? today < issued.day : isOfLaterYear(policy, today))
    return { kind: 'not-issued', day: issued?.day ?? null };
  return validFrom && today < validFrom.day ? { kind: 'not-yet', day: validFrom.day } : null;
}
