/** What a benefit is judged by, beside what is known of the enterprise. */
import type { Day } from '../contract/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Place, Policy } from '../policy/index.ts';

export interface Context {
  /** What of the document bears on a verdict: where it holds, when, and beside what. */
  policy: Pick<
    Policy,
    | 'number'
    | 'place'
    | 'places'
    | 'overlap'
    | 'issued'
    | 'validFrom'
    | 'validUntil'
    | 'applyBy'
    | 'successors'
  >;
  today: Day;
  facts: Facts;
  places?: readonly Place[];
  /** A figure said of no period, where the rule has one: taken for one of it, unless its period is to be asked first. */
  unplaced?: Unplaced;
}

/** A document without dates and place: what is held against it depends on conditions and sums alone. */
export const ANYWHERE: Context['policy'] = {
  number: '',
  issued: null,
  place: null,
  places: [],
  overlap: null,
  validFrom: null,
  validUntil: null,
  applyBy: null,
  successors: [],
};

export type Unplaced = 'taken' | 'asked';

const roleCache = new WeakMap<Facts, Map<string, string>>();
/** The fact that a document's own rules speak of; null where none is declared. */
export function factOfRole(role: 'place' | 'same-item', facts: Facts): string | null {
  let roles = roleCache.get(facts);
  if (!roles) {
    roles = new Map([...facts].flatMap(([name, fact]) => (fact.role ? [[fact.role, name]] : [])));
    roleCache.set(facts, roles);
  }
  return roles.get(role) ?? null;
}
