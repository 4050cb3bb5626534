/** Which topic to ask about next: by looking ahead at what each answer would decide. */
import type { Day } from '../day.ts';
import type { Benefit, Need, Test } from '../policy/benefit.ts';
import type { Fact } from '../policy/fact.ts';
import type { Knowledge, Policy } from '../policy/policy.ts';
import { complete, type Facts } from './derive.ts';
import { evaluateCompleted } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { inOrder } from './missing.ts';
import type { FactValue, Profile } from './profile.ts';

interface Candidate {
  policy: Policy;
  benefit: Benefit;
}

export interface NextTopic {
  topic: string;
  /** What to ask in one message, in the order of facts.yaml: at most six, three of them figures. */
  facts: string[];
  /** How many benefits the answers decide, on average over what they may be. */
  decides: number;
}

export interface NextTopicOptions {
  today: Day;
  /** Facts that the contact does not know: not asked again. */
  notKnown?: readonly string[];
  /** Topics asked about already: not asked again. */
  topicsAsked?: readonly string[];
}

/** A message asks for at most three figures, beside what is answered by yes, no or a word. */
const MOST_FIGURES = 3;
const MOST_QUESTIONS = 6;

/**
 * The topic whose answers together decide the most benefits that are open and live on the day; null when nothing that can be
 * asked is open. Ties: money at stake, then the order of facts.yaml.
 */
export function nextTopic(
  knowledge: Knowledge,
  profile: Profile,
  options: NextTopicOptions,
): NextTopic | null {
  const { today, notKnown = [], topicsAsked = [] } = options;
  const { facts, places } = knowledge;
  const look = ({ policy, benefit }: Candidate, known: Profile): Evaluation =>
    evaluateCompleted(benefit, known, { policy, today, facts, places });
  const known = complete(profile, facts);
  const open = candidatesOf(knowledge)
    .map((candidate) => ({ ...candidate, evaluation: look(candidate, known) }))
    .filter(({ evaluation }) => evaluation.verdict === 'unknown');
  const names = new Set(open.flatMap(({ evaluation }) => evaluation.missing));
  const askable = inOrder(names, facts).filter(
    (name) => !notKnown.includes(name) && !topicsAsked.includes(facts.get(name)!.topic),
  );
  /** How many of the open benefits the answers to these facts decide, on average over what they may be. */
  const decidedBy = (asked: readonly string[]): number => {
    const waiting = open.filter(({ evaluation }) => evaluation.missing.some((name) => asked.includes(name)));
    const benefits = waiting.map(({ benefit }) => benefit);
    const answers = asked.reduce<Record<string, FactValue>[]>(
      (all, name) => {
        const cells = fewCells(cellsOf(name, facts.get(name)!, benefits), asked.length);
        return cells.length === 0
          ? all
          : all.flatMap((one) => cells.map((cell) => ({ ...one, [name]: cell })));
      },
      [{}],
    );
    let decided = 0;
    for (const answer of answers) {
      const supposed = complete({ ...profile, ...answer }, facts);
      decided += waiting.filter((candidate) => look(candidate, supposed).verdict !== 'unknown').length;
    }
    return decided / answers.length;
  };
  const yuanOf = (asked: readonly string[]): number =>
    Math.max(
      ...open
        .filter(({ evaluation }) => evaluation.missing.some((name) => asked.includes(name)))
        .map(({ evaluation }) => evaluation.potential?.maxYuan ?? evaluation.capYuan ?? 0),
    );
  let best: (NextTopic & { yuan: number }) | null = null;
  for (const [topic, all] of Map.groupBy(askable, (name) => facts.get(name)!.topic)) {
    const asked = inOrder(mostDeciding(all, facts, decidedBy), facts);
    const next = { topic, facts: asked, decides: decidedBy(asked), yuan: yuanOf(asked) };
    if (!best || next.decides > best.decides || (next.decides === best.decides && next.yuan > best.yuan))
      best = next;
  }
  return best && { topic: best.topic, facts: best.facts, decides: best.decides };
}

/** The facts of a topic to ask together: one after the other, the one that adds most. */
function mostDeciding(
  all: readonly string[],
  facts: Facts,
  decidedBy: (asked: readonly string[]) => number,
): string[] {
  const isFigure = (name: string) => facts.get(name)!.type === 'number' || facts.get(name)!.type === 'date';
  const asked: string[] = [];
  // What follows from another fact of the topic waits for that one.
  let rest = all.filter((name) => !all.some((other) => name in facts.get(other)!.implies));
  while (rest.length > 0 && asked.length < MOST_QUESTIONS) {
    const gains = rest.map((name) => decidedBy([...asked, name]));
    asked.push(rest[gains.indexOf(Math.max(...gains))]!);
    const full = asked.filter(isFigure).length >= MOST_FIGURES;
    rest = rest.filter((name) => !asked.includes(name) && !(full && isFigure(name)));
  }
  return asked;
}

/** Of many cells some, spread over the whole: six facts together are looked at in at most 64 ways. */
function fewCells<T>(cells: readonly T[], together: number): readonly T[] {
  const most = together === 1 ? cells.length : together <= 3 ? 4 : 2;
  if (cells.length <= most) return cells;
  return Array.from({ length: most }, (_, i) => cells[Math.round((i * (cells.length - 1)) / (most - 1))]!);
}

const candidatesOf = ({ policies }: Knowledge): Candidate[] =>
  policies.flatMap((policy) =>
    policy.measures.flatMap(({ benefits }) => benefits.map((benefit) => ({ policy, benefit }))),
  );

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
