/** Facts that share their words: this year's figure, last year's, the growth and the increase of one thing. */

import type { Fact, Facts } from '../../facts/index.ts';

export type Unit = NonNullable<Fact['unit']> | 'date';

export interface Family {
  /** The fact that gives the family its words: the level of a series, or the only member. */
  name: string;
  level: string | null;
  previous: string | null;
  growth: string | null;
  increase: string | null;
  /** Words of the thing, and words that make a figure near them another thing. */
  words: readonly string[];
  things: readonly string[];
  /** Words of the growth or the increase alone: 增速, 净增额. */
  growthWords: readonly string[];
  increaseWords: readonly string[];
  other: readonly string[];
  unit: Unit;
}

const cache = new WeakMap<Facts, Family[]>();

export function familiesOf(facts: Facts): Family[] {
  let families = cache.get(facts);
  if (!families) {
    families = [...facts].flatMap(([name, fact]) => familyOf(name, fact, facts));
    cache.set(facts, families);
  }
  return families;
}

function familyOf(name: string, fact: Fact, facts: Facts): Family[] {
  if (fact.type !== 'number' && fact.type !== 'date') return [];
  const growth = [...facts].find(([, one]) => one.series && Object.values(one.series).includes(name));
  // Last year's figure and the increase speak through the level's family.
  if (growth && growth[1].series?.level !== name) return [];
  if (fact.series) return [];
  const series = growth?.[1].series;
  return [
    {
      name,
      level: name,
      previous: series?.previous ?? null,
      growth: growth?.[0] ?? null,
      increase: series?.increase ?? null,
      words: fact.words,
      things: fact.things,
      growthWords: growth?.[1].words ?? [],
      increaseWords: series?.increase ? (facts.get(series.increase)?.words ?? []) : [],
      other: fact.other,
      unit: fact.type === 'date' ? 'date' : fact.unit!,
    },
  ];
}

/** Every fact that a family speaks for. */
export const membersOf = (family: Family): string[] =>
  [family.level, family.previous, family.growth, family.increase].filter((name) => name !== null);

/** What units a figure near the family's words may have. */
export const fits = (family: Family, unit: Unit | 'times'): boolean =>
  unit === family.unit || ((unit === 'ratio' || unit === 'times') && family.growth !== null);

/** The family that speaks for a fact. */
export const familyFor = (name: string, facts: Facts): Family | null =>
  familiesOf(facts).find((family) => membersOf(family).includes(name)) ?? null;
