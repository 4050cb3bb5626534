/** One benefit for one enterprise on one day: three values, the amount also while something is open, and the distance to yes. */
import type { Day } from '../day.ts';
import type { Benefit, Need, PayRow } from '../policy/benefit.ts';
import type { Place, Policy } from '../policy/policy.ts';
import { complete, type Facts } from './derive.ts';
import { distanceOf } from './distance.ts';
import type { Amount, Condition, Distance, Evaluation, Note, Reason, Verdict } from './evaluation.ts';
import { missingFacts } from './missing.ts';
import { amountOfRow, type OpenRow, type Sum } from './pay.ts';
import { isInPlace } from './place.ts';
import type { FactValue, Profile } from './profile.ts';
import { NO, OPEN, stateOf, type Truth, YES } from './three-values.ts';
import { factsOfNeed, openList, truthOf, usable, type Window } from './truth.ts';

export interface Context {
  policy: Policy;
  today: Day;
  facts: Facts;
  places?: readonly Place[];
}

/** What the benefit means for the enterprise; `profile` holds what was said, and what follows from it is added here. */
export function evaluate(benefit: Benefit, profile: Profile, context: Context): Evaluation {
  return evaluateCompleted(benefit, complete(profile, context.facts), context);
}

/** The same for a profile that `complete` has seen: for many benefits at once. */
export function evaluateCompleted(benefit: Benefit, profile: Profile, context: Context): Evaluation {
  const window = windowOf(benefit, context.policy);
  const conditions = conditionsOf(benefit, profile, window, context);
  const rows = openRows(benefit, profile, window, context.facts);
  const received = receivedBefore(rows, profile, context);
  if (received) conditions.push(received);

  const onFacts = verdictOf(benefit, conditions, rows);
  const closed = closedBy(benefit, context);
  const verdict: Verdict = closed ? 'ineligible' : onFacts;
  const cap = capOf(rows);
  const amount = verdict === 'ineligible' ? null : amountOf(rows);
  const stated = verdict === 'eligible' && amount !== null && amount.minYuan === amount.maxYuan;
  const missing =
    onFacts === 'ineligible' ? [] : missingFacts(conditions, rows, profile, window, context.facts);
  const toYes = distancesToYes(conditions, profile);
  return {
    benefit,
    verdict,
    onFacts,
    amountYuan: stated ? amount.minYuan : null,
    capYuan: verdict === 'ineligible' ? null : cap,
    potential: amount,
    missing,
    conditions,
    reason: closed ?? reasonOf(benefit, onFacts, conditions, rows, missing, context),
    toYes,
    onlyThat:
      toYes.length > 0 &&
      conditions.every((c) => c.state === 'met' || toYes.some((far) => far.fact === c.facts[0])),
    toNext: onFacts === 'ineligible' ? null : distanceToNext(benefit, rows, profile, window, context.facts),
    // Asked for by few of many evaluations, so made when asked.
    get notes() {
      return notesOf(benefit, conditions, rows, context);
    },
  };
}

/** The period that figures must belong to: the benefit's own exactly, or else any that touches the document's time. */
function windowOf(benefit: Benefit, policy: Policy): Window {
  if (benefit.during) return { exactly: benefit.during };
  return { from: policy.validFrom?.day ?? null, to: policy.applyBy?.day ?? policy.validUntil?.day ?? null };
}

function conditionsOf(benefit: Benefit, profile: Profile, window: Window, context: Context): Condition[] {
  const { facts, policy } = context;
  const condition = (kind: Condition['kind'], need: Need, quote: string | null = null): Condition => {
    const names = factsOfNeed(need);
    const truth = truthOf(need, profile, window, facts);
    const presumed = kind === 'presumed' && truth === OPEN;
    const value = profile[names[0]!] ?? null;
    return { kind, facts: names, need, state: presumed ? 'met' : stateOf(truth), value, quote };
  };
  const all = benefit.needs.map((need) => condition('need', need));
  for (const { fact, words } of benefit.vague) all.push(condition('vague', { kind: 'fact', fact }, words));
  for (const need of benefit.presumes) all.push(condition('presumed', need));
  const place = placeFact(facts);
  const said = place === null ? undefined : profile[place];
  if (place !== null && policy.place !== null && typeof said === 'string') {
    const truth = isInPlace(said, policy.place, context.places ?? []);
    // A presumed fact never blocks: only a contrary statement falsifies it.
    const state = truth === NO ? 'notMet' : 'met';
    all.push({ kind: 'place', facts: [place], need: null, state, value: said, quote: policy.place });
  }
  return all;
}

const roleCache = new WeakMap<Facts, Map<string, string>>();
function factOfRole(role: 'place' | 'same-item', facts: Facts): string | null {
  let roles = roleCache.get(facts);
  if (!roles) {
    roles = new Map([...facts].flatMap(([name, fact]) => (fact.role ? [[fact.role, name]] : [])));
    roleCache.set(facts, roles);
  }
  return roles.get(role) ?? null;
}
const placeFact = (facts: Facts): string | null => factOfRole('place', facts);

/** The rows up to the first that surely holds, without those that surely do not. */
function openRows(benefit: Benefit, profile: Profile, window: Window, facts: Facts): OpenRow[] {
  const open: OpenRow[] = [];
  for (const row of benefit.pays) {
    const truth = row.when === null ? YES : truthOf(row.when, profile, window, facts);
    if (truth === NO) continue;
    open.push({ row, truth, sum: amountOfRow(row, usableProfile(row, profile, window)) });
    if (truth === YES) break;
  }
  return open;
}

/** A figure of another period computes no amount. */
function usableProfile(row: PayRow, profile: Profile, window: Window): Profile {
  if (row.pay.form !== 'share' && row.pay.form !== 'each') return profile;
  const { of } = row.pay;
  const value = profile[of];
  if (value === undefined || usable(value, window)) return profile;
  const { [of]: _other, ...rest } = profile;
  return rest;
}

/** 不重复享受: what came for the same item already, beside what this would bring. */
function receivedBefore(rows: OpenRow[], profile: Profile, context: Context): Condition | null {
  const fact = factOfRole('same-item', context.facts);
  const value = fact === null ? undefined : profile[fact];
  const { overlap } = context.policy;
  if (fact === null || value === undefined || overlap === null) return null;
  const got: Sum =
    typeof value === 'number'
      ? { min: value, max: value }
      : typeof value === 'object' && !('oneOf' in value) && !('allOf' in value)
        ? { min: asYuan(value.min) ?? 0, max: asYuan(value.max) }
        : { min: null, max: null };
  const amount = amountOf(rows);
  const most = amount?.maxYuan ?? capOf(rows);
  const least = amount?.minYuan ?? null;
  let truth: Truth = OPEN;
  if (got.max === 0) truth = YES;
  else if (got.min !== null && most !== null && got.min >= most) truth = NO;
  else if (got.max !== null && least !== null && got.max < least) truth = YES;
  return { kind: 'received', facts: [fact], need: null, state: stateOf(truth), value, quote: overlap.quote };
}
const asYuan = (bound: number | string | undefined): number | null =>
  typeof bound === 'number' ? bound : null;

/** One known false decides; a benefit that leaves the grant to others, or of which no row surely pays, is never a plain yes. */
function verdictOf(benefit: Benefit, conditions: Condition[], rows: OpenRow[]): Verdict {
  if (rows.length === 0 || conditions.some((c) => c.state === 'notMet')) return 'ineligible';
  if (conditions.some((c) => c.state === 'unknown') || rows.at(-1)!.truth !== YES) return 'unknown';
  return benefit.discretionary === null ? 'eligible' : 'unknown';
}

function amountOf(rows: OpenRow[]): Amount | null {
  let minYuan: number | null = Number.POSITIVE_INFINITY;
  let maxYuan: number | null = Number.NEGATIVE_INFINITY;
  let atLeast = false;
  for (const { row, sum } of rows) {
    minYuan = minYuan === null || sum.min === null ? null : Math.min(minYuan, sum.min);
    maxYuan = maxYuan === null || sum.max === null ? null : Math.max(maxYuan, sum.max);
    atLeast ||= row.atLeast || isFloorOnly(row);
  }
  const nothing = rows.length === 0 || (minYuan === null && maxYuan === null);
  return nothing ? null : { minYuan, maxYuan, atLeast };
}
const isFloorOnly = (row: PayRow): boolean => row.pay.form === 'unstated' && row.floor !== null;

function capOf(rows: OpenRow[]): number | null {
  let most: number | null = null;
  for (const { row } of rows) {
    if (row.cap === null) return null;
    most = Math.max(most ?? 0, row.cap.value);
  }
  return most;
}

/** The date that shuts the door, if one has: the benefit's own, the last day to apply, or else the end of validity. */
function closedBy(benefit: Benefit, { policy, today }: Context): Reason | null {
  if (benefit.until !== null && today > benefit.until) {
    return { kind: 'closed', day: benefit.until, by: 'until', quote: null };
  }
  const last = policy.applyBy ?? policy.validUntil;
  if (last && today > last.day) {
    const by = policy.applyBy ? 'applyBy' : 'validUntil';
    return { kind: 'closed', day: last.day, by, quote: last.quote };
  }
  const first = policy.validFrom;
  return first && today < first.day ? { kind: 'not-yet', day: first.day } : null;
}

function reasonOf(
  benefit: Benefit,
  verdict: Verdict,
  conditions: Condition[],
  rows: OpenRow[],
  missing: string[],
  context: Context,
): Reason {
  if (verdict === 'eligible') return { kind: 'meets' };
  if (verdict === 'ineligible') {
    const failed = conditions.filter((c) => c.state === 'notMet');
    const others = failed.filter((c) => c.kind !== 'received');
    if (others.length > 0) return { kind: 'fails', conditions: others };
    const [received] = failed;
    if (!received) return { kind: 'no-tier' };
    const got = received.value as FactValue;
    const amountYuan = amountOf(rows)?.maxYuan ?? null;
    const receivedYuan = typeof got === 'number' ? got : (asYuan((got as { min?: number }).min) ?? 0);
    return { kind: 'received', receivedYuan, amountYuan, quote: context.policy.overlap?.quote ?? null };
  }
  if (missing.length > 0) return { kind: 'open', missing };
  for (const { need, state } of conditions) {
    const list = state === 'unknown' && need ? openList(need) : null;
    if (list) return { kind: 'open-list', ...list };
  }
  if (benefit.discretionary !== null) return { kind: 'discretionary', words: benefit.discretionary };
  return { kind: 'open', missing };
}

function distancesToYes(conditions: Condition[], profile: Profile): Distance[] {
  const distances: Distance[] = [];
  for (const { need, state } of conditions) {
    if (state !== 'notMet' || need?.kind !== 'test') continue;
    const far = distanceOf(need.fact, need.test, profile);
    if (far) distances.push(far);
  }
  return distances;
}

/** How far the nearest better row is: the one before the row that pays now, where a single figure keeps it away. */
function distanceToNext(
  benefit: Benefit,
  rows: OpenRow[],
  profile: Profile,
  window: Window,
  facts: Facts,
): Evaluation['toNext'] {
  const now = rows[0];
  if (!now || now.truth !== YES) return null;
  for (let i = benefit.pays.indexOf(now.row) - 1; i >= 0; i--) {
    const row = benefit.pays[i]!;
    if (row.when?.kind !== 'test' || truthOf(row.when, profile, window, facts) !== NO) continue;
    const far = distanceOf(row.when.fact, row.when.test, profile);
    if (far) return { ...far, amountYuan: amountOfRow(row, profile).max };
  }
  return null;
}

function notesOf(
  benefit: Benefit,
  conditions: Condition[],
  rows: OpenRow[],
  { policy, facts }: Context,
): Note[] {
  const notes: Note[] = [];
  if (benefit.reading !== null) notes.push({ kind: 'reading', text: benefit.reading });
  for (const { fact, words } of benefit.vague) notes.push({ kind: 'vague', fact, words });
  for (const { row } of rows) {
    const { pay } = row;
    if (pay.form === 'unstated' || pay.form === 'service') {
      if (!notes.some((note) => 'words' in note && note.words === pay.words))
        notes.push({ kind: pay.form, words: pay.words });
    }
    if ((row.atLeast || isFloorOnly(row)) && !notes.some((note) => note.kind === 'at-least')) {
      notes.push({ kind: 'at-least' });
    }
  }
  if (benefit.once) notes.push({ kind: 'once' });
  if (benefit.pool !== null) notes.push({ kind: 'pool', yuan: benefit.pool.value });
  const presumed = conditions
    .filter((c) => c.kind === 'presumed' && c.value === null)
    .map((c) => c.facts[0]!);
  for (const { facts: names, value } of conditions) {
    if (value === null && facts.get(names[0]!)?.presumed !== undefined) presumed.push(names[0]!);
  }
  const place = placeFact(facts);
  if (place !== null && policy.place !== null && !conditions.some((c) => c.kind === 'place'))
    presumed.push(place);
  if (presumed.length > 0) notes.push({ kind: 'presumed', facts: presumed });
  const received = conditions.find((c) => c.kind === 'received' && c.state === 'met' && c.value !== 0);
  if (received && policy.overlap) notes.push({ kind: 'keep-higher', quote: policy.overlap.quote });
  if (policy.validUntil === null && policy.applyBy === null && benefit.until === null)
    notes.push({ kind: 'no-end' });
  return notes;
}
