/** What alone is counted where thousands of enterprises are held against thousands of benefits: verdict, sum, and whether one figure is all that lacks. */
import type { Profile } from '../contract/index.ts';
import type { Benefit } from '../policy/index.ts';
import { amountOf } from './added.ts';
import { conditionsOf, placeState, receivedBefore, statedBy, stateIn } from './conditions.ts';
import { type Context, factOfRole } from './context.ts';
import { distancesToYes, isOnlyThat } from './distance.ts';
import type { Verdict } from './evaluation.ts';
import { openRows, verdictOf, windowOf } from './judge.ts';
import type { State } from './three-values.ts';
import type { Window } from './truth.ts';

export interface Standing {
  verdict: Verdict;
  /** Yuan; null unless eligible and stated by the clause for this enterprise. */
  amountYuan: number | null;
  /** A no, and closing the distance of its figures makes it a yes. */
  isNear: boolean;
}

const NO_STANDING: Standing = { verdict: 'ineligible', amountYuan: null, isNear: false };
const NEAR_STANDING: Standing = { ...NO_STANDING, isNear: true };
const OPEN_STANDING: Standing = { ...NO_STANDING, verdict: 'unknown' };

/** What `evaluate` says on the facts, dates aside, without its reasons. `profile` has been completed. */
export const standingOf = (benefit: Benefit, profile: Profile, context: Context): Standing =>
  standingIn(benefit, context)(profile);

/** The same for one benefit and many enterprises: what stands whoever asks is looked up once. */
export function standingIn(benefit: Benefit, context: Context): (profile: Profile) => Standing {
  const { facts } = context;
  const window = windowOf(benefit, context);
  const conditions = statedBy(benefit);
  const place = factOfRole('place', facts);
  const placeStates = new Map<string, State>();
  const placeStateOf = (said: string): State => {
    const known = placeStates.get(said) ?? placeState(said, context);
    placeStates.set(said, known);
    return known;
  };
  return (profile) => {
    let [isRefused, isOpen] = [false, false];
    for (const stated of conditions) {
      const state = stateIn(stated, profile, window, facts);
      // Most are refused by what no figure brings near: nothing else has to be looked at.
      if (state === 'notMet' && !stated.canBeNear) return NO_STANDING;
      isRefused ||= state === 'notMet';
      isOpen ||= state === 'unknown';
    }
    const said = place === null ? undefined : profile[place];
    if (typeof said === 'string') {
      const state = placeStateOf(said);
      if (state === 'notMet') return NO_STANDING;
      isOpen ||= state === 'unknown';
    }
    return isRefused
      ? refusedStanding(benefit, profile, window, context)
      : standingByRows(benefit, profile, window, { context, isOpen });
  };
}

function standingByRows(
  benefit: Benefit,
  profile: Profile,
  window: Window,
  { context, isOpen }: { context: Context; isOpen: boolean },
): Standing {
  const rows = openRows(benefit, profile, window, context.facts);
  const state = receivedBefore(rows, profile, context)?.state;
  const states = { isRefused: state === 'notMet', isOpen: isOpen || state === 'unknown' };
  const verdict = verdictOf(benefit, states, rows);
  if (verdict !== 'eligible') return verdict === 'unknown' ? OPEN_STANDING : NO_STANDING;
  const amount = amountOf(rows);
  const isStated = amount !== null && amount.minYuan === amount.maxYuan;
  return { verdict, amountYuan: isStated ? amount.minYuan : null, isNear: false };
}

function refusedStanding(benefit: Benefit, profile: Profile, window: Window, context: Context): Standing {
  const conditions = conditionsOf(benefit, profile, window, context);
  const toYes = distancesToYes(conditions, profile);
  if (!isOnlyThat(toYes, conditions)) return NO_STANDING;
  const received = receivedBefore(openRows(benefit, profile, window, context.facts), profile, context);
  return received === null || isOnlyThat(toYes, [received]) ? NEAR_STANDING : NO_STANDING;
}
