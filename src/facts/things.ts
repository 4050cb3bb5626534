/** Several things of one kind (orders, loans): the one in hand has its facts in the profile, the others stand beside it. */
import type { FactValue, Profile, Thing } from '../contract/index.ts';
import type { Facts } from './derive.ts';

export interface InHand {
  /** What changes of the profile; null takes a fact out. */
  facts: Record<string, FactValue | null>;
  /** The things that stand beside the profile afterwards. */
  beside: readonly Thing[];
}

/** What a message said: facts of the thing in hand, others of its kind, and the kinds of which it is another than the one in hand. */
export interface SaidOfThings {
  facts: Readonly<Record<string, FactValue | null>>;
  beside: readonly Thing[];
  another: readonly string[];
}

/** Another thing is taken in hand, and the one before stands beside it. No sums are made, and none takes a fact of the other. */
export function inHand(
  known: { profile: Profile; beside: readonly Thing[] },
  said: SaidOfThings,
  facts: Facts,
): InHand {
  const before = said.another.flatMap((kind) => thingIn(known.profile, kind, facts) ?? []);
  const emptied = before.flatMap(({ facts: of }) => Object.keys(of).map((name) => [name, null] as const));
  return {
    facts: { ...Object.fromEntries(emptied), ...said.facts },
    beside: once([...known.beside, ...before, ...said.beside]),
  };
}

/** The thing in hand and one that stands beside it change places. */
export function exchanged(
  { profile, beside }: { profile: Profile; beside: readonly Thing[] },
  thing: Thing,
  facts: Facts,
): InHand {
  const before = thingIn(profile, thing.kind, facts);
  const emptied = Object.keys(before?.facts ?? {}).map((name) => [name, null] as const);
  return {
    facts: { ...Object.fromEntries(emptied), ...thing.facts },
    beside: once([...beside.filter((one) => one !== thing), ...(before ? [before] : [])]),
  };
}

/** The facts of the profile that are of a thing of this kind; null where nothing of it was told. */
export function thingIn(profile: Profile, kind: string, facts: Facts): Thing | null {
  const own = Object.entries(profile).filter(([name]) => facts.get(name)?.entity === kind);
  return own.length > 0 ? { kind, facts: Object.fromEntries(own) } : null;
}

const once = (things: readonly Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values(),
];
