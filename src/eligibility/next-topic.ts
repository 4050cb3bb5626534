/** Which topic to ask about next: by looking ahead at what its answers would decide. */
import type { Day, Profile } from '../contract/index.ts';
import { type Fact, type Facts, inOrder } from '../facts/index.ts';
import type { Knowledge } from '../policy/index.ts';
import type { Unplaced } from './context.ts';
import { type OpenBenefit, openBenefits } from './look-ahead.ts';

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
  /** A figure said of no period, where a rule has one. */
  unplaced?: Unplaced;
  /** So many at once. */
  most?: number;
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
  { today, notKnown = [], topicsAsked = [], unplaced = 'taken', most = MOST_QUESTIONS }: NextTopicOptions,
): NextTopic | null {
  const { facts } = knowledge;
  const open = openBenefits(knowledge, profile, today, unplaced);
  const missing = inOrder(new Set(open.flatMap(({ evaluation }) => evaluation.missing)), facts);
  const askable = missing.filter(
    (name) =>
      !notKnown.includes(name) &&
      !topicsAsked.includes(facts.get(name)!.topic) &&
      !isOfOtherTrade(facts.get(name)!, profile, facts),
  );
  const waitingFor = byFact(open);
  let best: (NextTopic & { yuan: number }) | null = null;
  for (const [topic, names] of Map.groupBy(askable, (name) => facts.get(name)!.topic)) {
    const all = [...new Set(names.flatMap((name) => waitingFor.get(name) ?? []))];
    const waiting = sampleOf(all);
    const asked = mostDeciding(names, waiting, facts, most);
    const next = {
      topic,
      facts: asked,
      decides: (decidedBy(asked, waiting) * all.length) / waiting.length,
      yuan: yuanAtStake(asked, waiting),
    };
    if (!best || next.decides > best.decides || (next.decides === best.decides && next.yuan > best.yuan))
      best = next;
  }
  return best && { topic: best.topic, facts: best.facts, decides: best.decides };
}

/** Which kind of venue it is, is not asked of a factory: what is known to be of none of the trades that a choice is of. */
function isOfOtherTrade({ type, trades }: Fact, profile: Profile, facts: Facts): boolean {
  if (type !== 'choice' || trades.length === 0) return false;
  return [...facts].some(
    ([name, other]) => profile[name] === false && other.trades.some((trade) => trades.includes(trade)),
  );
}

/** Of each fact the benefits that wait for it. */
function byFact(open: readonly OpenBenefit[]): ReadonlyMap<string, OpenBenefit[]> {
  const waiting = new Map<string, OpenBenefit[]>();
  for (const benefit of open)
    for (const name of benefit.waitsFor) {
      const some = waiting.get(name);
      if (some) some.push(benefit);
      else waiting.set(name, [benefit]);
    }
  return waiting;
}

/** Looking ahead for thousands of benefits takes long and tells hardly more than for some, taken evenly. */
const MOST_LOOKED_AT = 50;

function sampleOf(benefits: readonly OpenBenefit[]): readonly OpenBenefit[] {
  const step = Math.ceil(benefits.length / MOST_LOOKED_AT);
  return step <= 1 ? benefits : benefits.filter((_one, at) => at % step === 0);
}

/** The facts of a topic to ask together: one after the other, the one that adds most. */
function mostDeciding(
  names: readonly string[],
  open: readonly OpenBenefit[],
  facts: Facts,
  most: number,
): string[] {
  const isFigure = (name: string) => facts.get(name)!.type === 'number' || facts.get(name)!.type === 'date';
  const asked: string[] = [];
  // What follows from another fact of the topic waits for that one.
  let rest = names.filter((name) => !names.some((other) => name in facts.get(other)!.implies));
  while (rest.length > 0 && asked.length < most) {
    const decided = rest.map((name) => decidedBy([...asked, name], open));
    asked.push(rest[decided.indexOf(Math.max(...decided))]!);
    const full = asked.filter(isFigure).length >= MOST_FIGURES;
    rest = rest.filter((name) => !asked.includes(name) && !(full && isFigure(name)));
  }
  return inOrder(asked, facts);
}

const decidedBy = (asked: readonly string[], open: readonly OpenBenefit[]): number =>
  open.reduce((sum, { chance }) => sum + chance(asked), 0);

const yuanAtStake = (asked: readonly string[], open: readonly OpenBenefit[]): number =>
  Math.max(
    ...open
      .filter(({ evaluation }) => evaluation.missing.some((name) => asked.includes(name)))
      .map(({ evaluation }) => evaluation.potential?.maxYuan ?? evaluation.capYuan ?? 0),
  );
