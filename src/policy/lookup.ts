/** Finds what an id in the conversation stands for. */
import type { Day } from '../contract/index.ts';
import type { Knowledge, Measure, Policy } from './policy.ts';

export interface Subject {
  policy: Policy;
  /** Null: the document as a whole. */
  measure: Measure | null;
}

/** `about`: a measure id or a document's number; null when the knowledge no longer holds it. */
export function subjectOf(knowledge: Knowledge, about: string | null): Subject | null {
  return about === null ? null : (subjectsOf(knowledge).get(about) ?? null);
}

const subjects = new WeakMap<Knowledge, ReadonlyMap<string, Subject>>();

/** Every document and measure by its id, put together once: one turn looks up many. */
function subjectsOf(knowledge: Knowledge): ReadonlyMap<string, Subject> {
  const known = subjects.get(knowledge);
  if (known) return known;
  const made = new Map(
    knowledge.policies.flatMap((policy): [string, Subject][] => [
      [policy.number, { policy, measure: null }],
      ...policy.measures.map((measure): [string, Subject] => [measure.id, { policy, measure }]),
    ]),
  );
  subjects.set(knowledge, made);
  return made;
}

export function idOf(subject: Subject): string {
  return subject.measure?.id ?? subject.policy.number;
}

/** A document numbered in a later year is not there yet, whether or not it states its day of issue. */
export function isOfLaterYear({ number }: Pick<Policy, 'number'>, today: Day): boolean {
  const year = /〔(?<year>\d{4})〕/u.exec(number)?.groups?.year;
  return year !== undefined && year > today.slice(0, 4);
}

/** 「鼓励企业增产扩产」 or 《…措施》. */
export function nameOf(subject: Subject): string {
  return subject.measure ? `「${subject.measure.title}」` : `《${subject.policy.title}》`;
}

export type Deadline = { kind: 'apply-by' | 'valid-until'; day: Day } | { kind: 'unstated' };

/** The day after which it is too late: the stated last day of applications, else the end of validity. */
export function deadlineOf(subject: Subject): Deadline {
  const { applyBy, validUntil } = subject.policy;
  if (applyBy) return { kind: 'apply-by', day: applyBy.day };
  if (validUntil) return { kind: 'valid-until', day: validUntil.day };
  return { kind: 'unstated' };
}
