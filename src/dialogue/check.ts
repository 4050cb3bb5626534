/** What a measure means for this enterprise today: every benefit of it, the one to speak of first, and what to ask next. */
import { type Evaluation, evaluate, type Facts } from '../eligibility/index.ts';
import type { Profile } from '../eligibility/profile.ts';
import { type Subject, subjectOf } from './lookup.ts';
import type { Scene } from './scene.ts';

export interface Checked {
  subject: Subject & { measure: NonNullable<Subject['measure']> };
  evaluations: Evaluation[];
  /** The best for the enterprise: what the reply speaks of. */
  main: Evaluation;
}

/** A message asks for at most this many facts. */
const MOST_QUESTIONS = 3;

const RANK = { eligible: 2, unknown: 1, ineligible: 0 } as const;

/** Null when the measure has no benefits that can be checked. */
export function checkMeasure(scene: Scene, id: string, profile: Profile): Checked | null {
  const { knowledge } = scene.mind;
  const subject = subjectOf(knowledge, id);
  if (!subject?.measure || subject.measure.benefits.length === 0) return null;
  const { policy, measure } = subject;
  const context = { policy, today: scene.today, facts: knowledge.facts, places: knowledge.places };
  const evaluations = measure.benefits.map((benefit) => evaluate(benefit, profile, context));
  const [main] = [...evaluations].sort(better);
  return main ? { subject: { policy, measure }, evaluations, main } : null;
}

function better(a: Evaluation, b: Evaluation): number {
  return (
    RANK[b.verdict] - RANK[a.verdict] ||
    RANK[b.onFacts] - RANK[a.onFacts] ||
    metCount(b) - metCount(a) ||
    a.missing.length - b.missing.length
  );
}

/** How many of its conditions what was said already meets. */
export function metCount({ conditions }: Evaluation): number {
  return conditions.filter(({ state, value }) => state === 'met' && value !== null).length;
}

/** Every fact that a measure's benefits look at, presumed and derived ones too. */
export function factsOf({ evaluations }: Checked): Set<string> {
  return new Set(
    evaluations.flatMap(({ conditions, missing }) => [
      ...missing,
      ...conditions.flatMap(({ facts }) => facts),
    ]),
  );
}

/**
 * The facts to ask for in one message: open ones of what can still be a yes, without those the contact does not know; of one
 * topic first, the topic that more of the measure's benefits wait for.
 */
export function nextFacts(
  { evaluations, main }: Checked,
  notKnown: readonly string[],
  facts: Facts,
): string[] {
  const waiting = evaluations.filter(({ verdict }) => verdict === 'unknown');
  const open = (evaluation: Evaluation) => evaluation.missing.filter((name) => !notKnown.includes(name));
  // A yes whose amount is still to be worked out goes on asking for what it is worked out from.
  const unfinished = main.verdict === 'unknown' || (main.verdict === 'eligible' && main.amountYuan === null);
  const wanted = unfinished ? open(main) : [];
  const shared = wanted.filter((name) => waiting.every((evaluation) => evaluation.missing.includes(name)));
  const deciding = waiting.length > 1 && shared.length > 0 ? shared : wanted;
  const topic = facts.get(deciding[0] ?? '')?.topic;
  const sameTopic = deciding.filter((name) => facts.get(name)?.topic === topic);
  const rest = deciding.filter((name) => !sameTopic.includes(name));
  return [...sameTopic, ...rest].slice(0, MOST_QUESTIONS);
}
