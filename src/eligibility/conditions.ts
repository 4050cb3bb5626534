/** The conditions of a benefit: those it states, the place of its document, and what came for the same item already. */

import type { Profile } from '../contract/index.ts';
import { type Facts, isExact } from '../facts/index.ts';
import { type Benefit, type Need, quoteOfNeed } from '../policy/index.ts';
import { amountOf, capOf } from './added.ts';
import { type Context, factOfRole } from './context.ts';
import type { Condition, OpenRow, Sum } from './evaluation.ts';
import { isAcross, isInPlace } from './place.ts';
import { NO, OPEN, type State, stateOf, type Truth, YES } from './three-values.ts';
import { factsOfNeed, truthOf, type Window } from './truth.ts';

/** A condition as the benefit states it, before anything is known. */
export interface Stated {
  kind: 'need' | 'vague' | 'presumed';
  facts: string[];
  need: Need;
  quote: string | null;
  /** False where no figure can be all that lacks: once it fails, nothing brings it near. */
  canBeNear: boolean;
}

const statedCache = new WeakMap<Benefit, Stated[]>();
/** In the order of the document. */
export function statedBy(benefit: Benefit): readonly Stated[] {
  let stated = statedCache.get(benefit);
  if (!stated) {
    const state = (kind: Stated['kind'], need: Need, quote: string | null = null): Stated => ({
      kind,
      facts: factsOfNeed(need),
      need,
      quote,
      canBeNear: false,
    });
    stated = [
      ...benefit.needs.map((need, i) => {
        const words = quoteOfNeed(benefit, i);
        return state('need', need, words === benefit.quote ? null : words);
      }),
      ...benefit.vague.map(({ fact, words }) => state('vague', { kind: 'fact', fact }, words)),
      ...benefit.presumes.map((need) => state('presumed', need)),
    ];
    const figures = new Set(stated.flatMap(({ need }) => (need.kind === 'test' ? [need.fact] : [])));
    for (const one of stated) one.canBeNear = figures.has(one.facts[0]!);
    statedCache.set(benefit, stated);
  }
  return stated;
}

/** Whether a condition is met. */
export function stateIn(
  { kind, facts: names, need }: Stated,
  profile: Profile,
  window: Window,
  facts: Facts,
): State {
  const truth = truthOf(need, profile, window, facts);
  if (kind !== 'presumed' || truth !== OPEN) return stateOf(truth);
  // What was said and still leaves it open (a large enterprise under a title of small ones) is no longer presumed.
  return names.some((name) => profile[name] === undefined || !isExact(profile[name])) ? 'met' : 'unknown';
}

/** Each condition of the benefit, and whether it is met. */
export function conditionsOf(
  benefit: Benefit,
  profile: Profile,
  window: Window,
  context: Context,
): Condition[] {
  const { facts, policy } = context;
  const all: Condition[] = statedBy(benefit).map((stated) => {
    const { kind, facts: names, need, quote } = stated;
    const state = stateIn(stated, profile, window, facts);
    return { kind, facts: names, need, state, value: profile[names[0]!] ?? null, quote };
  });
  const place = factOfRole('place', facts);
  const said = place === null ? undefined : profile[place];
  if (place !== null && policy.place !== null && typeof said === 'string') {
    const state = placeState(said, context);
    all.push({ kind: 'place', facts: [place], need: null, state, value: said, quote: policy.place });
  }
  return all;
}

/** The document holds in other places only. Where it is, is presumed: a contrary statement alone puts an enterprise elsewhere. */
export function isElsewhere(said: string, { policy, places: all = [] }: Context): boolean {
  return placesOf(policy).length > 0 && placesOf(policy).every((one) => isInPlace(said, one, all) === NO);
}

/** A place that reaches into that of the document (赣江新区 for 南昌市) says neither: which side of it one is on is asked. */
export function placeState(said: string, context: Context): State {
  if (isElsewhere(said, context)) return 'notMet';
  const places = placesOf(context.policy);
  return places.length > 0 && places.every((one) => isAcross(said, one, context.places ?? []))
    ? 'unknown'
    : 'met';
}

const placesOf = ({ place, places }: Context['policy']): readonly string[] =>
  places.length > 0 ? places : place === null ? [] : [place];

/** 不重复享受: what came for the same item already, beside what this would bring. */
export function receivedBefore(rows: OpenRow[], profile: Profile, context: Context): Condition | null {
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
export const asYuan = (bound: number | string | undefined): number | null =>
  typeof bound === 'number' ? bound : null;
