/** 够得着的钱: what everybody who told something can get by the rules in force, by measure; counts and sums only, nobody is named. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Day } from '../../contract/index.ts';
import type { Standing } from '../../eligibility/index.ts';
import { profilesOf } from '../../facts/index.ts';
import type { Knowledge } from '../../policy/index.ts';
import type { Store } from '../../store/index.ts';
import { everybody } from './everybody.ts';
import { standingsOf } from './standings.ts';

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

/** How long others wait at most, in milliseconds: they must not wait for all of this. */
const AT_A_STRETCH_MS = 8;

/** Nothing is kept open meanwhile, and nothing is written. */
export async function reachOf(
  store: Store,
  { knowledge, today }: { knowledge: Knowledge; today: Day },
): Promise<Reach> {
  const { measures, others } = standingsOf(knowledge, today);
  const counts = measures.map(({ about }) => ({ about, fits: 0, yuan: 0, near: 0, lacking: 0 }));
  /** Of each measure, who does not stand as the silent do. */
  const apart = new Int32Array(measures.length);
  let enterprises = 0;
  let since = performance.now();
  for await (const some of everybody(store))
    for (const { statements } of some) {
      if (statements.length === 0) continue;
      enterprises += 1;
      others(profilesOf(statements, knowledge.facts), (i, standing) => {
        apart[i]! += 1;
        if (standing) count(counts[i]!, standing, 1);
      });
      if (performance.now() - since < AT_A_STRETCH_MS) continue;
      await breathe();
      since = performance.now();
    }
  measures.forEach((measure, i) => {
    count(counts[i]!, measure.silent, enterprises - apart[i]!);
  });
  const all = counts.filter(({ fits, near, lacking }) => fits + near + lacking > 0);
  all.sort((one, other) => other.yuan - one.yuan || other.fits - one.fits || other.near - one.near);
  return { enterprises, measures: all };
}

/** Sums of money are added in whole fen, as they are paid. */
function count(counts: MeasureReach, { verdict, amountYuan, isNear }: Standing, many: number): void {
  if (verdict === 'eligible') {
    counts.fits += many;
    counts.yuan = (Math.round(counts.yuan * 100) + Math.round((amountYuan ?? 0) * 100) * many) / 100;
  } else if (verdict === 'unknown') counts.lacking += many;
  else if (isNear) counts.near += many;
}
