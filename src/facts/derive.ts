/** What follows from what was said: implications, and figures computed from others (growth from this year and last). */
import Big from 'big.js';
import type { FactValue, Interval, Period, Profile } from '../contract/index.ts';
import type { Fact } from './fact.ts';
import { boundsOf } from './interval.ts';

/** The declared facts by name, in the order of the file: topic by topic. */
export type Facts = ReadonlyMap<string, Fact>;

const Exact = Big();
/** Enough that a quotient of two amounts in yuan cannot round onto a threshold it does not reach. */
Exact.DP = 40;

/** The profile with everything that follows from it. What was said outright is never overwritten. */
export function complete(profile: Profile, facts: Facts): Profile {
  const known: Record<string, FactValue> = { ...profile };
  for (let before = -1; before < Object.keys(known).length; ) {
    before = Object.keys(known).length;
    for (const [name, fact] of rulesOf(facts)) {
      addImplied(known, name, fact);
      for (const wider of fact.follows) if (typeof known[wider] === 'boolean') known[name] ??= known[wider];
      if (fact.series) addSeries(known, name, fact.series);
    }
  }
  return known;
}

const ruleCache = new WeakMap<Facts, [string, Fact][]>();
/** The facts from which others follow; few of many, so they are looked up once. */
function rulesOf(facts: Facts): [string, Fact][] {
  let rules = ruleCache.get(facts);
  if (!rules) {
    rules = [...facts].filter(
      ([, fact]) =>
        fact.series !== undefined || Object.keys(fact.implies).length > 0 || fact.follows.length > 0,
    );
    ruleCache.set(facts, rules);
  }
  return rules;
}

/** What is true makes true what it implies; what is false makes false all that would imply it. */
function addImplied(known: Record<string, FactValue>, name: string, fact: Fact): void {
  for (const [other, value] of Object.entries(fact.implies)) {
    // Three patents are patents: a count of something says that there is some.
    if (known[name] === true || isSome(known[name])) known[other] ??= value;
    if (known[other] === !value) known[name] ??= false;
  }
}

const isSome = (value: FactValue | undefined): boolean => typeof value === 'number' && value > 0;

const sourceCache = new WeakMap<Facts, Map<string, string[]>>();
/** The fact itself, and those from which alone it may follow. */
export function sourcesOf(name: string, facts: Facts): readonly string[] {
  let sources = sourceCache.get(facts);
  if (!sources) {
    sources = new Map([...facts.keys()].map((one) => [one, [one]]));
    for (const [source, { type }] of facts) {
      const either = type === 'boolean' ? [true, false] : [];
      const follows = new Set(either.flatMap((value) => Object.keys(complete({ [source]: value }, facts))));
      for (const one of follows) if (one !== source) sources.get(one)!.push(source);
    }
    sourceCache.set(facts, sources);
  }
  return sources.get(name)!;
}

interface Series {
  level: string;
  previous: string;
  increase?: string | undefined;
}

/** A range of exact decimals; null where it is open. */
interface Range {
  min: Big | null;
  max: Big | null;
  minExclusive: boolean;
  maxExclusive: boolean;
}

/**
 * Each figure of a series from two others. The formulas rise in their first figure and rise or fall in the second,
 * so the bounds of the result come from the bounds of both (for a falling business, where they would cross, nothing is said).
 */
function addSeries(known: Record<string, FactValue>, growth: string, series: Series): void {
  const { level, previous, increase } = series;
  const said = (name: string | undefined) => (name === undefined ? undefined : known[name]);
  const add = (name: string | undefined, first: string, second: string | undefined, formula: Formula) => {
    if (name === undefined || known[name] !== undefined) return;
    const value = combine(said(first), said(second), formula);
    if (value !== null) known[name] = value;
  };
  add(growth, level, previous, { falls: true, of: (now, then) => now.div(then).minus(1) });
  add(increase, level, previous, { falls: true, of: (now, then) => now.minus(then) });
  add(increase, level, growth, { falls: false, of: (now, rate) => now.times(rate).div(rate.plus(1)) });
  add(increase, previous, growth, { falls: false, of: (then, rate) => then.times(rate) });
  if (increase !== undefined) {
    add(growth, increase, previous, { falls: true, of: (more, then) => more.div(then) });
    add(growth, increase, level, { falls: true, of: (more, now) => more.div(now.minus(more)) });
  }
}

interface Formula {
  /** The result falls as the second figure rises. */
  falls: boolean;
  of: (first: Big, second: Big) => Big;
}

function combine(
  first: FactValue | undefined,
  second: FactValue | undefined,
  formula: Formula,
): FactValue | null {
  if (first === undefined || second === undefined) return null;
  const a = rangeOf(first);
  const b = rangeOf(second);
  if (!a || !b) return null;
  const period = samePeriod(first, second);
  if (period === 'differ') return null;
  const low = end(a.min, formula.falls ? b.max : b.min, formula);
  const high = end(a.max, formula.falls ? b.min : b.max, formula);
  if ((low === null && high === null) || (low !== null && high !== null && low > high)) return null;
  if (low !== null && low === high && period === null) return low;
  const result: Interval = {};
  if (low !== null) result.min = low;
  if (high !== null) result.max = high;
  if (low !== high && (a.minExclusive || (formula.falls ? b.maxExclusive : b.minExclusive))) {
    result.minExclusive = true;
  }
  if (low !== high && (a.maxExclusive || (formula.falls ? b.minExclusive : b.maxExclusive))) {
    result.maxExclusive = true;
  }
  if (period) result.period = period;
  return result;
}

function end(first: Big | null, second: Big | null, formula: Formula): number | null {
  if (first === null || second === null) return null;
  try {
    const value = formula.of(first, second).toNumber();
    return Number.isFinite(value) ? value : null;
  } catch {
    return null; // a division by nothing: no growth from zero
  }
}

/** The exact decimals that the shortest text of each bound writes: 0.1 is one tenth. */
function rangeOf(value: FactValue): Range | null {
  const v = boundsOf(value);
  if (!v || typeof (v.min ?? v.max) !== 'number') return null;
  return {
    min: v.min === undefined ? null : new Exact(v.min),
    max: v.max === undefined ? null : new Exact(v.max),
    minExclusive: v.minExclusive === true,
    maxExclusive: v.maxExclusive === true,
  };
}

/** Last year's figure is said of last year, so only a period of the same months is compared; unsaid fits all. */
function samePeriod(first: FactValue, second: FactValue): Period | null | 'differ' {
  const one = boundsOf(first)?.period;
  const other = boundsOf(second)?.period;
  if (!one || !other) return one ?? other ?? null;
  const months = (p: Period) => `${p.from.slice(5)} ${p.to.slice(5)}`;
  if (months(one) !== months(other)) return 'differ';
  return one.from > other.from ? one : other;
}
