/** 够得着的钱: what everybody who told something can get by the rules in force, by measure; counts and sums only, nobody is named. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Day, Statement } from '../../contract/index.ts';
import { evaluateAll, type Result } from '../../eligibility/index.ts';
import { profilesOf } from '../../facts/index.ts';
import type { Knowledge } from '../../policy/index.ts';
import type { Store } from '../../store/index.ts';

export interface MeasureReach {
  about: string;
  /** How many fit, and what they get together where the document says an amount (yuan). */
  fits: number;
  yuan: number;
  /** How many are off by one figure. */
  near: number;
  /** How many are not refused, with something not known yet. */
  lacking: number;
}

export interface Reach {
  enterprises: number;
  /** The most money first. */
  measures: MeasureReach[];
}

/** Nothing is kept open meanwhile, and nothing is written. */
export async function reachOf(
  store: Store,
  { knowledge, today }: { knowledge: Knowledge; today: Day },
): Promise<Reach> {
  const everybody = await store.transaction(({ profiles }) => profiles.everybody());
  const told = everybody.filter(({ statements }) => statements.length > 0);
  const measures = new Map<string, MeasureReach>();
  for (const { statements } of told) {
    count(measures, bestByMeasure(knowledge, statements, today));
    // Those who write meanwhile are let through: they must not wait for all of this.
    await breathe();
  }
  const all = [...measures.values()].filter(({ fits, near, lacking }) => fits + near + lacking > 0);
  all.sort((one, other) => other.yuan - one.yuan || other.fits - one.fits || other.near - one.near);
  return { enterprises: told.length, measures: all };
}

const RANK = { eligible: 2, unknown: 1, ineligible: 0 };

/** One benefit a measure counts for an enterprise, so that no sum is told twice. */
function bestByMeasure(
  knowledge: Knowledge,
  statements: readonly Statement[],
  today: Day,
): Map<string, Result> {
  const best = new Map<string, Result>();
  for (const profile of profilesOf(statements, knowledge.facts))
    for (const result of evaluateAll(knowledge, profile, { today, unplaced: 'taken' })) {
      const before = best.get(result.measure.id);
      if (!before || isBetter(result, before)) best.set(result.measure.id, result);
    }
  return best;
}

const isBetter = (one: Result, other: Result): boolean =>
  RANK[one.verdict] > RANK[other.verdict] ||
  (one.verdict === other.verdict &&
    ((one.amountYuan ?? 0) > (other.amountYuan ?? 0) || (isNear(one) && !isNear(other))));

const isNear = (result: Result): boolean => result.verdict === 'ineligible' && result.onlyThat;

function count(measures: Map<string, MeasureReach>, best: ReadonlyMap<string, Result>): void {
  for (const [about, result] of best) {
    const counts = measures.get(about) ?? { about, fits: 0, yuan: 0, near: 0, lacking: 0 };
    measures.set(about, counts);
    if (result.verdict === 'eligible') {
      counts.fits += 1;
      counts.yuan += result.amountYuan ?? 0;
    } else if (result.verdict === 'unknown') counts.lacking += 1;
    else if (isNear(result)) counts.near += 1;
  }
}
