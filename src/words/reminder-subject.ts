/** What a reminder is about, out of knowledge: its name, where it stands, and which of the document's dates the deadline is. */

import type { Day } from '../contract/index.ts';
import type { Knowledge } from '../policy/index.ts';
import type { DeadlineSubject } from './deadline.ts';

/** A subject that is no longer in knowledge keeps its number as its name: the deadline is still worth telling. */
export function reminderSubject(knowledge: Pick<Knowledge, 'policies'>, about: string): DeadlineSubject {
  const [number = about, item] = about.split('#');
  const policy = knowledge.policies.find((each) => each.number === number);
  const measure = policy?.measures.find((each) => each.id === about);
  return {
    name: measure?.title ?? (policy ? `《${policy.title}》` : about),
    source: item === undefined ? number : `${number} 第${item}条`,
    deadlineKind: policy && policy.applyBy === null ? 'valid-until' : 'apply-by',
  };
}

/** The date that reminders about it are planned for: the last day to apply, else the end of validity. */
export function reminderDeadline(knowledge: Pick<Knowledge, 'policies'>, about: string): Day | null {
  const policy = knowledge.policies.find((each) => each.number === about.split('#')[0]);
  return policy?.applyBy?.day ?? policy?.validUntil?.day ?? null;
}
