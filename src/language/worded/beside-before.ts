/** A reading held against what was told before, and against the other way of hearing. */
import type { FactValue, Profile, Thing } from '../../contract/index.ts';
import type { Facts, Meanings } from '../../facts/index.ts';
import { saysMoreThan } from '../named/names.ts';
import { anotherThan, type Before, contradicted } from '../told-before.ts';
import type { Clause } from '../utterance.ts';
import { familyFor } from './families.ts';
import type { Reading, Unsure } from './reading.ts';
import type { Bound } from './scene.ts';

/** What the words say by themselves, before it is held against what was told before. */
export type Heedless = Omit<Reading, 'beside' | 'another' | 'corrections' | 'toldIn'>;

/** What the message says in the light of what was told before: another thing, another figure, a correction. */
export function besideBefore(
  { facts, unsure }: Heedless,
  before: Before,
  homeOfFact: (name: string) => Clause | undefined,
): Pick<Reading, 'facts' | 'unsure' | 'another' | 'corrections' | 'toldIn'> {
  const homes = new Map(Object.keys(facts).map((name) => [name, homeOfFact(name)]));
  const clauseOf = (name: string) => homes.get(name);
  const another = anotherThan(facts, before, clauseOf);
  const against = contradicted(facts, before, clauseOf, another);
  const believed = Object.fromEntries(Object.entries(facts).filter(([name]) => !against.includes(name)));
  return {
    facts: believed,
    unsure: [
      ...unsure,
      ...against.map((fact): Unsure => ({ fact, value: facts[fact]!, why: 'contradiction' })),
    ],
    another,
    corrections: correctionsOf(believed, before.profile),
    toldIn: Object.fromEntries(
      Object.keys(believed).flatMap((name) => {
        const home = homes.get(name);
        return home ? [[name, { start: home.start, end: home.end }]] : [];
      }),
    ),
  };
}

/** 农产品线上销售额4321万 is of the fact of that name, and not of the 销售额 that its name ends in. */
export function isPartOfName(
  { fact, at }: Bound,
  taken: ReadonlyMap<number, readonly string[]>,
  facts: Facts,
  meanings: Meanings,
): boolean {
  const family = familyFor(fact, facts);
  const names = (taken.get(at) ?? []).map((name) => facts.get(name)!.label);
  return names.some((name) => family?.words.some((word) => saysMoreThan(name, word, meanings)) ?? false);
}

/** 一笔150万的贷款 is of a loan, and of no order, though 一笔 may be said of both. */
export function isOfAnotherThing(
  { fact, at }: Bound,
  taken: ReadonlyMap<number, readonly string[]>,
  facts: Facts,
): boolean {
  const kind = facts.get(fact)!.entity;
  const others = (taken.get(at) ?? []).flatMap((name) => facts.get(name)!.entity ?? []);
  return kind !== undefined && others.length > 0 && !others.includes(kind);
}

function correctionsOf(said: Reading['facts'], profile: Profile): Reading['corrections'] {
  return Object.entries(said).flatMap(([fact, now]) => {
    const was: FactValue | undefined = profile[fact];
    return was === undefined || JSON.stringify(was) === JSON.stringify(now) ? [] : [{ fact, was, now }];
  });
}

/** Without the one that is kept as said, and each but once. */
export function otherThings(things: readonly Thing[], kept: Reading['facts']): Thing[] {
  const isKept = ({ facts }: Thing) =>
    Object.entries(facts).every(([name, value]) => JSON.stringify(kept[name]) === JSON.stringify(value));
  const others = things.filter((thing) => !isKept(thing));
  return [...new Map(others.map((thing) => [JSON.stringify(thing), thing])).values()];
}
