/** One benefit for one enterprise on one day: three values, the amount also while something is open, and the distance to yes. */

import type { FactValue, Profile } from '../contract/index.ts';
import { complete, type Facts } from '../facts/index.ts';
import type { Benefit, PayRow } from '../policy/index.ts';
import { amountOf, capOf } from './added.ts';
import { asYuan } from './conditions.ts';
import type { Context } from './context.ts';
import { distanceOf, distancesToYes, isOnlyThat } from './distance.ts';
import type {
  Amount,
  Condition,
  Distance,
  Evaluation,
  Note,
  OpenRow,
  Reason,
  Verdict,
} from './evaluation.ts';
import { judge, unspokenRows } from './judge.ts';
import { missingFacts } from './missing.ts';
import { notesOf } from './notes.ts';
import { amountOfRow } from './pay.ts';
import { NO, YES } from './three-values.ts';
import { factsOfNeed, openList, truthOf, type Window } from './truth.ts';

/** What the benefit means for the enterprise; `profile` holds what was said, and what follows from it is added here. */
export function evaluate(benefit: Benefit, profile: Profile, context: Context): Evaluation {
  return evaluateCompleted(benefit, complete(profile, context.facts), context);
}

/** The same for a profile that `complete` has seen: for many benefits at once. */
export function evaluateCompleted(benefit: Benefit, profile: Profile, context: Context): Evaluation {
  return new Evaluated(benefit, profile, context);
}

/** A class for its notes: few of many evaluations are asked for them, and a getter of each object's own costs more than the rest. */
class Evaluated implements Evaluation {
  readonly benefit: Benefit;
  readonly verdict: Verdict;
  readonly onFacts: Verdict;
  readonly amountYuan: number | null;
  readonly capYuan: number | null;
  readonly potential: Amount | null;
  readonly missing: string[];
  readonly conditions: Condition[];
  readonly reason: Reason;
  readonly toYes: Distance[];
  readonly onlyThat: boolean;
  readonly toNext: Evaluation['toNext'];
  readonly rows: OpenRow[];
  readonly beside: PayRow[];
  readonly #profile: Profile;
  readonly #context: Context;

  constructor(benefit: Benefit, profile: Profile, context: Context) {
    const { verdict, onFacts, closed, window, conditions, rows } = judge(benefit, profile, context);
    const { facts } = context;
    const possible = verdict !== 'ineligible';
    const amount = possible ? amountOf(rows) : null;
    const stated = verdict === 'eligible' && amount !== null && amount.minYuan === amount.maxYuan;
    const missing = onFacts === 'ineligible' ? [] : missingFacts(conditions, rows, profile, window, facts);
    const toYes = distancesToYes(conditions, profile);
    this.benefit = benefit;
    this.verdict = verdict;
    this.onFacts = onFacts;
    this.amountYuan = stated ? amount.minYuan : null;
    this.capYuan = possible ? capOf(rows) : null;
    this.potential = amount;
    this.missing = missing;
    this.conditions = conditions;
    this.reason = closed ?? reasonOf(benefit, onFacts, conditions, rows, missing, context);
    this.toYes = toYes;
    this.onlyThat = isOnlyThat(toYes, conditions);
    this.toNext = onFacts === 'ineligible' ? null : distanceToNext(benefit, rows, profile, window, facts);
    this.rows = rows;
    this.beside = possible ? unspokenRows(benefit, rows, profile, window, facts) : [];
    this.#profile = profile;
    this.#context = context;
  }

  get notes(): Note[] {
    return notesOf(this.benefit, this.conditions, this.rows, this.#profile, this.#context);
  }
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
    if (state === 'unknown' && need) return { kind: 'two-readings', facts: factsOfNeed(need) };
  }
  if (benefit.discretionary !== null) return { kind: 'discretionary', words: benefit.discretionary };
  return { kind: 'open', missing };
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
  if (!now || now.truth !== YES || rows.some(({ row }) => row.added)) return null;
  for (let i = benefit.pays.indexOf(now.row) - 1; i >= 0; i--) {
    const row = benefit.pays[i]!;
    if (row.when?.kind !== 'test' || truthOf(row.when, profile, window, facts) !== NO) continue;
    const far = distanceOf(row.when.fact, row.when.test, profile);
    if (far) return { ...far, amountYuan: amountOfRow(row, profile).max };
  }
  return null;
}
