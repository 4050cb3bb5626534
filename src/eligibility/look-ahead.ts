/** What answers would decide, before they are given. */
import type { Day, FactValue, Profile } from '../contract/index.ts';
import { complete, type Facts, sourcesOf } from '../facts/index.ts';
import type { Benefit, Knowledge } from '../policy/index.ts';
import { cellsOf } from './cells.ts';
import type { Unplaced } from './context.ts';
import { evaluateAll } from './evaluate-all.ts';
import type { Evaluation } from './evaluation.ts';
import { judge } from './judge.ts';

/** A benefit that waits for facts. */
export interface OpenBenefit {
  evaluation: Evaluation;
  /** The facts that may decide it, alone or with others. */
  waitsFor: ReadonlySet<string>;
  /** The chance that the answers to these facts decide it; every case that its rules tell apart is as likely as another. */
  chance: (asked: readonly string[]) => number;
}

/** The benefits that live on the day and that what is known does not decide, in the order of the documents. */
export function openBenefits(
  knowledge: Knowledge,
  profile: Profile,
  today: Day,
  unplaced: Unplaced,
): OpenBenefit[] {
  const { facts, places } = knowledge;
  const sources = sourcesBy(facts);
  const completed = completedWith(profile, facts);
  return evaluateAll(knowledge, profile, { today, unplaced })
    .filter(({ verdict }) => verdict === 'unknown')
    .map((evaluation) => {
      const { benefit, policy } = evaluation;
      const context = { policy, today, facts, places, unplaced };
      const decidedBy = (answers: Profile): boolean =>
        // What is asked is asked of the rule's own period: an answer is of it.
        judge(benefit, completed(answers), { ...context, unplaced: 'taken' }).verdict !== 'unknown';
      const waitsFor = sources(evaluation.missing);
      return { evaluation, waitsFor, chance: chanceOf(benefit, waitsFor, decidedBy, facts) };
    });
}

/** The profile with some answers and all that follows: many benefits are looked at with the same. */
function completedWith(profile: Profile, facts: Facts): (answers: Profile) => Profile {
  const known = new Map<string, Profile>();
  return (answers) => {
    const key = JSON.stringify(answers);
    const whole = known.get(key) ?? complete({ ...profile, ...answers }, facts);
    known.set(key, whole);
    return whole;
  };
}

/** The facts that those missing may follow from; many benefits miss the same. */
function sourcesBy(facts: Facts): (missing: readonly string[]) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (missing) => {
    const key = missing.join();
    const sources = known.get(key) ?? new Set(missing.flatMap((name) => sourcesOf(name, facts)));
    known.set(key, sources);
    return sources;
  };
}

/** Only the few facts that the benefit waits for matter, so every combination of their answers is tried, and once only. */
function chanceOf(
  benefit: Benefit,
  waitsFor: ReadonlySet<string>,
  decidedBy: (answers: Profile) => boolean,
  facts: Facts,
): OpenBenefit['chance'] {
  const found = new Map<string, number>();
  return (asked) => {
    const names = asked.filter((name) => waitsFor.has(name));
    if (names.length === 0) return 0;
    const key = names.join();
    let chance = found.get(key);
    if (chance === undefined) {
      const answers = combinations(names, benefit, facts);
      chance = answers.filter(decidedBy).length / answers.length;
      found.set(key, chance);
    }
    return chance;
  };
}

function combinations(names: readonly string[], benefit: Benefit, facts: Facts): Profile[] {
  let all: Record<string, FactValue>[] = [{}];
  for (const name of names) {
    const cells = cellsOf(name, facts.get(name)!, [benefit]);
    if (cells.length > 0) all = all.flatMap((one) => cells.map((cell) => ({ ...one, [name]: cell })));
  }
  return all;
}
