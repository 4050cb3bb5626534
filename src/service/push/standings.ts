/**
 * Everybody × everything: who told nothing that a measure asks for stands as the silent do, so that each measure is held only against those who
 * told something of it.
 */
import type { Day, Profile } from '../../contract/index.ts';
import {
  type Context,
  closedBy,
  factOfRole,
  isElsewhere,
  placeState,
  type Standing,
  standingIn,
} from '../../eligibility/index.ts';
import { complete } from '../../facts/index.ts';
import { type Benefit, factsOfBenefit, type Knowledge, type Policy } from '../../policy/index.ts';

export interface OpenMeasure {
  about: string;
  benefits: readonly Benefit[];
  context: Context;
  /** The best of its benefits for a completed profile. */
  best(known: Profile): Standing;
  /** Of an enterprise that told nothing of it. */
  silent: Standing;
}

export interface Standings {
  measures: readonly OpenMeasure[];
  /**
   * Each measure (by index) in which an enterprise does not stand as the silent do, with its best standing of these profiles; null where the
   * measure holds elsewhere only.
   */
  others(profiles: readonly Profile[], told: (measure: number, standing: Standing | null) => void): void;
}

/** Measures whose benefits can be applied for on the day: what is closed is within nobody's reach. */
export function standingsOf(knowledge: Knowledge, today: Day): Standings {
  const { facts } = knowledge;
  const measures = knowledge.policies.flatMap((policy) => openMeasures(policy, knowledge, today));
  const asking = askedBy(measures, factOfRole('same-item', facts));
  const placeFact = factOfRole('place', facts);
  const outOf = new Map<string, readonly number[]>();
  const across = new Map<string, readonly number[]>();

  /** Each measure once; a list of marks is faster than a set of thousands. */
  const marks = new Uint32Array(measures.length);
  let mark = 0;
  function askedOf(known: Profile, also: readonly number[]): number[] {
    mark += 1;
    const asked: number[] = [];
    const take = (some: readonly number[]) => {
      for (const i of some) {
        if (marks[i] === mark) continue;
        marks[i] = mark;
        asked.push(i);
      }
    };
    for (const fact of Object.keys(known)) take(asking.get(fact) ?? []);
    take(also);
    return asked;
  }

  /** Of a place that reaches into the document's: the measures that it leaves open. */
  function acrossFor(said: string): readonly number[] {
    let found = across.get(said);
    if (!found) {
      found = measures.flatMap(({ context }, i) => (placeState(said, context) === 'unknown' ? [i] : []));
      across.set(said, found);
    }
    return found;
  }

  function elsewhereFor(said: string): readonly number[] {
    let found = outOf.get(said);
    if (!found) {
      found = measures.flatMap(({ context }, i) => (isElsewhere(said, context) ? [i] : []));
      outOf.set(said, found);
    }
    return found;
  }

  const bests: (Standing | null)[] = measures.map(() => null);

  return {
    measures,
    others(profiles, told) {
      const touched: number[] = [];
      for (const profile of profiles) {
        const known = complete(profile, facts);
        const place = placeFact === null ? undefined : known[placeFact];
        const alsoAsked = typeof place === 'string' ? acrossFor(place) : [];
        for (const i of askedOf(known, alsoAsked)) {
          const standing = measures[i]!.best(known);
          const before = bests[i] ?? null;
          if (before === null) touched.push(i);
          if (before === null || isBetter(standing, before)) bests[i] = standing;
        }
      }
      const said = placeFact === null ? undefined : profiles[0]?.[placeFact];
      if (typeof said === 'string') for (const i of elsewhereFor(said)) if (bests[i] === null) told(i, null);
      for (const i of touched) {
        told(i, bests[i]!);
        bests[i] = null;
      }
    },
  };
}

function openMeasures(policy: Policy, { facts, places = [] }: Knowledge, today: Day): OpenMeasure[] {
  const context: Context = { policy, today, facts, places, unplaced: 'taken' };
  return policy.measures.flatMap(({ id, benefits }) => {
    const open = benefits.filter((benefit) => closedBy(benefit, context) === null);
    if (open.length === 0) return [];
    const best = bestOf(open.map((benefit) => standingIn(benefit, context)));
    return [{ about: id, benefits: open, context, best, silent: best(complete({}, facts)) }];
  });
}

/** Fact → the measures that ask for it. What came for the same item counts wherever nothing is paid twice. */
function askedBy(measures: readonly OpenMeasure[], sameItem: string | null): Map<string, number[]> {
  const asking = new Map<string, number[]>();
  measures.forEach(({ benefits, context }, i) => {
    const facts = new Set(benefits.flatMap(factsOfBenefit));
    if (sameItem !== null && context.policy.overlap !== null) facts.add(sameItem);
    for (const fact of facts) {
      const others = asking.get(fact);
      if (others) others.push(i);
      else asking.set(fact, [i]);
    }
  });
  return asking;
}

const RANK = { eligible: 2, unknown: 1, ineligible: 0 };

/** One benefit a measure counts for an enterprise, so that no sum is told twice. */
const isBetter = (one: Standing, other: Standing): boolean =>
  RANK[one.verdict] > RANK[other.verdict] ||
  (one.verdict === other.verdict &&
    ((one.amountYuan ?? 0) > (other.amountYuan ?? 0) || (one.isNear && !other.isNear)));

const bestOf =
  (standings: readonly ((known: Profile) => Standing)[]) =>
  (known: Profile): Standing => {
    let best: Standing | null = null;
    for (const standingFor of standings) {
      const standing = standingFor(known);
      if (best === null || isBetter(standing, best)) best = standing;
    }
    return best!;
  };
