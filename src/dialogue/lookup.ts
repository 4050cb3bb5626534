/** Finds what an id in the conversation stands for. */
import type { Day } from '../day.ts';
import type { Knowledge, Measure, Policy } from '../policy/policy.ts';

export interface Subject {
  policy: Policy;
  /** Null: the document as a whole. */
  measure: Measure | null;
}

/** `about`: a measure id or a document's number; null when the knowledge no longer holds it. */
export function subjectOf(knowledge: Knowledge, about: string | null): Subject | null {
  if (about === null) return null;
  const [number] = about.split('#');
  const policy = knowledge.policies.find((candidate) => candidate.number === number);
  if (!policy) return null;
  const measure = policy.measures.find((candidate) => candidate.id === about) ?? null;
  return measure || !about.includes('#') ? { policy, measure } : null;
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
