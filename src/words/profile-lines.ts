/** What is kept of an enterprise, in words. */
import type { FactValue, Known, Profile, Thing } from '../contract/index.ts';
import { followsFromTrade } from '../facts/index.ts';
import { formatFullDay } from '../figures/index.ts';
import type { Knowledge } from '../policy/index.ts';
import { formatFact } from './explain.ts';
import { profileWords } from './profile.ts';

export function profileLines({ facts }: Knowledge, profile: Profile): string[] {
  return [...facts].flatMap(([name, fact]) => {
    const value = profile[name];
    return value === undefined ? [] : [formatFact(fact, value)];
  });
}

export interface ToldLine {
  /** Null: the line is of one that stands beside. */
  fact: string | null;
  /** The other order or loan that the line is of. */
  thing?: Thing;
  line: string;
}

/** The same, each with the words it rests on and the day they were said. */
export function toldLines(knowledge: Knowledge, { profile, told = {}, beside = [] }: Known): ToldLine[] {
  const own = [...knowledge.facts].flatMap(([fact, declared]) => {
    const value = profile[fact];
    // What a trade is not (服务业企业：否) follows from what it is.
    if (value === undefined || (value === false && followsFromTrade(declared))) return [];
    const line = formatFact(declared, value);
    const rests = told[fact];
    return [{ fact, line: rests ? profileWords.told(line, formatFullDay(rests.said), rests.words) : line }];
  });
  const others = beside.map((thing) => ({
    fact: null,
    thing,
    line: profileWords.besides(sayFacts(knowledge, thing.facts)),
  }));
  return [...own, ...others];
}

/** Facts as they were told, in one line: 在岗350人、制造业. */
export function sayFacts({ facts }: Knowledge, said: Record<string, FactValue | null>): string {
  return Object.entries(said)
    .flatMap(([name, value]) => {
      const fact = facts.get(name);
      return fact && value !== null ? [formatFact(fact, value)] : [];
    })
    .join('、');
}
