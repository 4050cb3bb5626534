/** Every benefit of every policy for one enterprise: what match and 政策体检 stand on. */
import type { Day, Profile } from '../contract/index.ts';
import { complete, type Facts } from '../facts/index.ts';
import { type Benefit, factsOfBenefit, type Knowledge, type Measure, type Policy } from '../policy/index.ts';
import { factOfRole, type Unplaced } from './context.ts';
import { evaluateCompleted } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';

/** An evaluation with the place it comes from. */
export interface Result extends Evaluation {
  policy: Policy;
  measure: Measure;
}

interface Evaluated {
  /** Of the day and the enterprise as told. */
  key: string;
  results: readonly Result[];
}

/** The last of each library: one turn asks for the same enterprise several times, and among thousands of benefits that takes long. */
const last = new WeakMap<Knowledge, Evaluated>();

/** In the order of the policies and their measures; ineligible ones too. */
export function evaluateAll(
  knowledge: Knowledge,
  profile: Profile,
  { today, unplaced = 'taken' }: { today: Day; unplaced?: Unplaced },
): readonly Result[] {
  const key = JSON.stringify([today, unplaced, profile]);
  const known = last.get(knowledge);
  if (known?.key === key) return known.results;
  const results = evaluateEach(knowledge, profile, today, unplaced);
  last.set(knowledge, { key, results });
  return results;
}

function evaluateEach(knowledge: Knowledge, profile: Profile, today: Day, unplaced: Unplaced): Result[] {
  const known = complete(profile, knowledge.facts);
  const { results: unasked, touchedBy } = unaskedOn(knowledge, today, unplaced);
  const results = unasked.slice();
  for (const fact of Object.keys(known))
    for (const place of touchedBy.get(fact) ?? [])
      if (results[place] === unasked[place])
        results[place] = resultOf(unasked[place]!, known, knowledge, today, unplaced);
  return results;
}

interface Unasked {
  /** Of the day. */
  key: string;
  /** Every benefit for an enterprise of which nothing is known. */
  results: readonly Result[];
  /** By fact the places of the benefits that it may change. */
  touchedBy: ReadonlyMap<string, readonly number[]>;
}

/** Of each library what stands before anything is told: most of thousands of benefits are not touched by the few facts that one tells. */
const unaskedLast = new WeakMap<Knowledge, Unasked>();

function unaskedOn(knowledge: Knowledge, today: Day, unplaced: Unplaced): Unasked {
  const pieces = evaluateBeforehand(knowledge, { today, unplaced });
  while (pieces.next().done !== true);
  return unaskedLast.get(knowledge)!;
}

/** So many benefits take a few milliseconds. */
const AT_ONCE = 100;

/** What evaluateAll stands on before anything is told, a piece at a time: whoever has others waiting lets them in between. */
export function* evaluateBeforehand(
  knowledge: Knowledge,
  { today, unplaced = 'taken' }: { today: Day; unplaced?: Unplaced },
): Generator<void, void> {
  const key = JSON.stringify([today, unplaced]);
  const known = unaskedLast.get(knowledge);
  if (known?.key === key) return;
  const nothing = complete({}, knowledge.facts);
  const results: Result[] = [];
  const touching = known ? null : placesByFact(knowledge.facts);
  for (const policy of knowledge.policies)
    for (const measure of policy.measures)
      for (const benefit of measure.benefits) {
        touching?.add(benefit, results.length);
        results.push(resultOf({ benefit, policy, measure }, nothing, knowledge, today, unplaced));
        if (results.length % AT_ONCE === 0) yield;
      }
  unaskedLast.set(knowledge, { key, results, touchedBy: touching?.places ?? known!.touchedBy });
}

function resultOf(
  { benefit, policy, measure }: Pick<Result, 'benefit' | 'policy' | 'measure'>,
  known: Profile,
  { facts, places }: Knowledge,
  today: Day,
  unplaced: Unplaced,
): Result {
  const context = { policy, today, facts, places, unplaced };
  return Object.assign(evaluateCompleted(benefit, known, context), { policy, measure });
}

/** By fact the places of the benefits that ask for it, taken in one by one. */
function placesByFact(facts: Facts) {
  const places = new Map<string, number[]>();
  const always = (['place', 'same-item'] as const).flatMap((role) => factOfRole(role, facts) ?? []);
  const add = (benefit: Benefit, place: number): void => {
    const own = factsOfBenefit(benefit);
    // A figure that follows from others is asked no more where one of them is known.
    const derivedFrom = own.flatMap((name) => {
      const series = facts.get(name)?.series;
      return series ? [series.level, series.previous] : [];
    });
    for (const name of new Set([...own, ...derivedFrom, ...always])) {
      const some = places.get(name);
      if (some) some.push(place);
      else places.set(name, [place]);
    }
  };
  return { places, add };
}

const RANK = { eligible: 0, unknown: 1, ineligible: 2 };

/** Best first: what fits, then what might, then what misses by a figure; what was spoken of before what was not, more money before less. */
export function bestFirst(results: readonly Result[]): Result[] {
  const ranked = results.map((result) => ({ result, rank: keptRankOf(result) }));
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return ranked.map(({ result }) => result);
}

/** By the first place that differs. */
function compare(one: readonly number[], other: readonly number[]): number {
  for (let place = 0; place < one.length; place += 1)
    if (one[place] !== other[place]) return one[place]! - other[place]!;
  return 0;
}

/** As long as the result: sorting thousands compares each a dozen times, and most stay from one enterprise to the next. */
const ranks = new WeakMap<Result, number[]>();

function keptRankOf(result: Result): number[] {
  let rank = ranks.get(result);
  if (!rank) {
    rank = rankOf(result);
    ranks.set(result, rank);
  }
  return rank;
}

/** Less is better, the first that differs decides. */
function rankOf({ verdict, onlyThat, benefit, conditions, missing, potential, capYuan }: Result): number[] {
  const spoken = conditions.filter(({ state, value }) => state === 'met' && value !== null).length;
  return [
    RANK[verdict],
    verdict === 'ineligible' && onlyThat ? 0 : 1,
    benefit.discretionary !== null ? 1 : 0,
    -spoken,
    missing.length,
    -(potential?.maxYuan ?? capYuan ?? 0),
  ];
}
