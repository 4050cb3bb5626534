/** Statements side by side → the profiles that rules are held against: one order, one project, one period at a time. */
import {
  ENTERPRISE,
  type EntityRef,
  type FactValue,
  type Interval,
  type Period,
  type Profile,
  type Statement,
  type Thing,
} from '../contract/index.ts';
import type { Facts } from './derive.ts';

/** More than anybody tells of one enterprise; what comes after is not looked at. */
const MOST_PROFILES = 64;

/**
 * Every profile that the statements make up: what is said of the enterprise, with one entity of each kind and, where something was
 * said of several periods, one of them. No sums are made of several orders, and no period stands for another. `facts`: by what they
 * declare, an order told of the enterprise itself is one of the orders beside it.
 */
export function profilesOf(told: readonly Statement[], facts: Facts = NONE): Profile[] {
  const statements = withThingInHand(told, facts);
  const kinds = Map.groupBy(
    new Set(statements.map(({ entity }) => entity).filter((entity) => entity !== ENTERPRISE)),
    kindOf,
  );
  const periods = distinctPeriods(statements);
  const profiles = choices([...kinds.values()]).flatMap((entities) =>
    (periods.length > 0 ? periods : [null]).map((period) => profileOf(statements, entities, period)),
  );
  return profiles.slice(0, MOST_PROFILES);
}

const NONE: Facts = new Map();

/** What is told of the enterprise and is a fact of a kind that others are told of beside it, is of one more of that kind. */
function withThingInHand(statements: readonly Statement[], facts: Facts): readonly Statement[] {
  const kinds = new Set(statements.map(({ entity }) => kindOf(entity)));
  return statements.map((one) => {
    const kind = facts.get(one.fact)?.entity;
    return one.entity === ENTERPRISE && kind && kinds.has(kind) ? { ...one, entity: `${kind}:` } : one;
  });
}

/** The things that stand beside the enterprise's own profile, each with its facts. */
export function thingsOf(statements: readonly Statement[]): Thing[] {
  const others = statements.filter(({ entity }) => entity !== ENTERPRISE);
  return [...Map.groupBy(others, ({ entity }) => entity)].map(([entity, all]) => ({
    kind: kindOf(entity),
    facts: Object.fromEntries(all.map((one) => [one.fact, within(one)])),
  }));
}

/** The same as statements, numbered by their kind: 'order:1', 'order:2'. */
export const statementsOfThings = (things: readonly Thing[], said: string): Statement[] =>
  [...Map.groupBy(things, ({ kind }) => kind)].flatMap(([kind, all]) =>
    all.flatMap(({ facts }, place) =>
      statementsOf(facts, said).map((one) => ({ ...one, entity: `${kind}:${place + 1}` })),
    ),
  );

/** A profile as statements: what was told before there were any. */
export const statementsOf = (profile: Profile, said: string): Statement[] =>
  Object.entries(profile).map(([fact, value]) => {
    const { period, bare } = apart(value);
    return { fact, entity: ENTERPRISE, period, value: bare, evidence: null, said };
  });

/** 'order:2' is an order. */
const kindOf = (entity: EntityRef): string => entity.split(':')[0]!;

/** One of each list, in every combination; a single empty choice where there are no lists. */
function choices(lists: readonly (readonly EntityRef[])[]): EntityRef[][] {
  return lists.reduce<EntityRef[][]>(
    (all, list) => all.flatMap((chosen) => list.map((one) => [...chosen, one])).slice(0, MOST_PROFILES),
    [[]],
  );
}

function distinctPeriods(statements: readonly Statement[]): Period[] {
  const said = statements.flatMap(({ period }) => (period ? [period] : []));
  return [...new Map(said.map((period) => [`${period.from} ${period.to}`, period])).values()];
}

/** Of each fact what was said of this period, else of no period, else last. */
function profileOf(
  statements: readonly Statement[],
  entities: readonly EntityRef[],
  wanted: Period | null,
): Profile {
  const spoken = statements.filter(({ entity }) => entity === ENTERPRISE || entities.includes(entity));
  return Object.fromEntries(
    [...Map.groupBy(spoken, ({ fact }) => fact)].map(([fact, all]) => {
      const ofPeriod = all.findLast(
        ({ period }) => period && wanted && period.from === wanted.from && period.to === wanted.to,
      );
      const chosen = ofPeriod ?? all.findLast(({ period }) => period === null) ?? all.at(-1)!;
      return [fact, within(chosen)];
    }),
  );
}

/** The value with its months, as rules read it. */
function within({ value, period }: Statement): FactValue {
  if (!period) return value;
  if (typeof value === 'number') return { min: value, max: value, period };
  return isInterval(value) ? { ...value, period } : value;
}

function apart(value: FactValue): { period: Period | null; bare: FactValue } {
  if (!isInterval(value) || !value.period) return { period: null, bare: value };
  const { period, ...bounds } = value;
  const exact = bounds.min !== undefined && bounds.min === bounds.max;
  return { period, bare: exact ? bounds.min! : bounds };
}

const isInterval = (value: FactValue): value is Interval =>
  typeof value === 'object' && ('min' in value || 'max' in value);
