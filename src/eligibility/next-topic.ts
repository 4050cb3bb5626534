/** Which topic to ask about next: by looking ahead at what each answer would decide. */
import type { Day } from '../day.ts';
import type { Benefit, Need, Test } from '../policy/benefit.ts';
import type { Fact } from '../policy/fact.ts';
import type { Place, Policy } from '../policy/policy.ts';
import { complete, type Facts } from './derive.ts';
import { evaluateCompleted } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { inOrder } from './missing.ts';
import type { FactValue, Profile } from './profile.ts';

export interface Candidate {
  policy: Policy;
  benefit: Benefit;
}

export interface NextTopic {
  topic: string;
  /** What to ask in one message, in the order of facts.yaml; at most three. */
  facts: string[];
  /** How many benefits the first answer decides, on average over what it may be. */
  decides: number;
}

export interface NextTopicOptions {
  facts: Facts;
  today: Day;
  places?: readonly Place[];
  /** Facts that the contact does not know: not asked again. */
  notKnown?: readonly string[];
}

const MOST_QUESTIONS = 3;

/** The topic whose answers decide the most benefits; null when nothing that can be asked is open. Ties: money, then the file's order. */
export function nextTopic(
  candidates: readonly Candidate[],
  profile: Profile,
  { facts, today, places = [], notKnown = [] }: NextTopicOptions,
): NextTopic | null {
  const look = ({ policy, benefit }: Candidate, known: Profile): Evaluation =>
    evaluateCompleted(benefit, known, { policy, today, facts, places });
  const known = complete(profile, facts);
  const open = candidates
    .map((candidate) => ({ candidate, evaluation: look(candidate, known) }))
    .filter(({ evaluation }) => evaluation.verdict === 'unknown');
  const scores = new Map<string, { decides: number; yuan: number }>();
  for (const name of new Set(open.flatMap(({ evaluation }) => evaluation.missing))) {
    if (notKnown.includes(name)) continue;
    const waiting = open.filter(({ evaluation }) => evaluation.missing.includes(name));
    const benefits = waiting.map(({ candidate }) => candidate.benefit);
    const cells = cellsOf(name, facts.get(name)!, benefits);
    let decided = 0;
    for (const cell of cells) {
      const supposed = complete({ ...profile, [name]: cell }, facts);
      decided += waiting.filter(({ candidate }) => look(candidate, supposed).verdict !== 'unknown').length;
    }
    const yuan = Math.max(
      ...waiting.map(({ evaluation }) => evaluation.potential?.maxYuan ?? evaluation.capYuan ?? 0),
    );
    scores.set(name, { decides: cells.length === 0 ? 0 : decided / cells.length, yuan });
  }
  return bestTopic(scores, facts);
}

function bestTopic(scores: Map<string, { decides: number; yuan: number }>, facts: Facts): NextTopic | null {
  const better = (a: string, b: string) => {
    const [one, other] = [scores.get(a)!, scores.get(b)!];
    return other.decides - one.decides || other.yuan - one.yuan;
  };
  const topics = Map.groupBy(inOrder(scores.keys(), facts), (name) => facts.get(name)!.topic);
  let best: NextTopic | null = null;
  let most = -1;
  for (const [topic, names] of topics) {
    // What follows from another fact of the topic waits for that one.
    const apart = names.filter((name) => !names.some((other) => name in facts.get(other)!.implies));
    const asked = apart.toSorted(better).slice(0, MOST_QUESTIONS);
    const total = asked.reduce((sum, name) => sum + scores.get(name)!.decides, 0);
    if (total > most) {
      best = { topic, facts: inOrder(asked, facts), decides: scores.get(asked[0]!)!.decides };
      most = total;
    }
  }
  return best;
}

/** What a fact may turn out to be, cut where the rules cut it: below 300, 300 to 1000, above 1000. */
export function cellsOf(name: string, fact: Fact, benefits: readonly Benefit[]): FactValue[] {
  if (fact.type === 'boolean') return [true, false];
  if (fact.values) return Object.keys(fact.values);
  const tests = benefits.flatMap((benefit) => testsOf(name, benefit));
  if (fact.type === 'date') return dayCells(tests);
  if (fact.type === 'place') return [];
  return numberCells(tests);
}

/** A point on each threshold, and one in each stretch between two: every case the rules tell apart. */
function numberCells(tests: readonly Test[]): number[] {
  const bounds = tests.flatMap((test) => {
    if ('bound' in test) return [test.bound.value];
    return test.op === 'between' ? [test.from.value, test.to.value] : [];
  });
  const cuts = [...new Set(bounds)].sort((a, b) => a - b);
  if (cuts.length === 0) return [1];
  const step = (at: number) => Math.max(Math.abs(at) * 0.01, 0.001);
  return cuts.flatMap((cut, i) => [...(i === 0 ? [cut - step(cut)] : []), cut, cut + step(cut)]);
}

const dayCells = (tests: readonly Test[]): string[] => {
  const windows = tests.flatMap((test) => (test.op === 'within' ? [test.from, test.to] : []));
  return windows.length === 0 ? [] : ['1900-01-01', ...new Set(windows), '2999-12-31'];
};

/** Every test of one fact in a benefit, those of its payments too. */
export function testsOf(name: string, benefit: Benefit): Test[] {
  const inNeed = (need: Need): Test[] => {
    if (need.kind === 'test') return need.fact === name ? [need.test] : [];
    if (need.kind === 'fact') return [];
    return need.kind === 'not' ? inNeed(need.of) : need.of.flatMap(inNeed);
  };
  const rows = benefit.pays.flatMap(({ when }) => (when ? [when] : []));
  return [...benefit.needs, ...benefit.presumes, ...rows].flatMap(inNeed);
}
