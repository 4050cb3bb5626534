/** What a reminder is about, out of knowledge: its name, where it stands, and which of the document's dates the deadline is. */

import type { Day } from '../contract/index.ts';
import { type Knowledge, type Policy, replacedBy } from '../policy/index.ts';
import { successorName } from './answer/validity.ts';
import type { DeadlineSubject } from './deadline.ts';

type Documents = Pick<Knowledge, 'policies'>;

const policyOf = ({ policies }: Documents, about: string): Policy | undefined =>
  policies.find((each) => each.number === about.split('#')[0]);

/** A subject that is no longer in knowledge keeps its number as its name: the deadline is still worth telling. */
export function reminderSubject(
  knowledge: Documents,
  about: string,
  today: Day | null = null,
): DeadlineSubject {
  const [number = about, item] = about.split('#');
  const policy = policyOf(knowledge, about);
  const measure = policy?.measures.find((each) => each.id === about);
  const successor = policy && today !== null ? replacedBy(policy, today) : null;
  const next = today === null ? null : reminderSuccessor(knowledge, about, today);
  return {
    name: measure?.title ?? (policy ? `《${policy.title}》` : about),
    source: item === undefined ? number : `${number} 第${item}条`,
    deadlineKind: policy && policy.applyBy === null ? 'valid-until' : 'apply-by',
    ...(successor && { replaced: { by: successorName(successor), goesOn: Boolean(next?.deadline) } }),
  };
}

/** The date that reminders about it are planned for: the last day to apply, else the end of validity. */
export function reminderDeadline(knowledge: Documents, about: string): Day | null {
  const policy = policyOf(knowledge, about);
  return policy?.applyBy?.day ?? policy?.validUntil?.day ?? null;
}

/** What took its place by that day, if that is on the shelf: the measure of the same title, else the document. */
export function reminderSuccessor(
  knowledge: Documents,
  about: string,
  today: Day,
): { about: string; deadline: Day | null } | null {
  const policy = policyOf(knowledge, about);
  const successor = policy && replacedBy(policy, today);
  const next = successor && policyOf(knowledge, successor.number);
  if (!next) return null;
  const title = policy.measures.find(({ id }) => id === about)?.title;
  const goal = next.measures.find((measure) => measure.title === title)?.id ?? next.number;
  const deadline = reminderDeadline(knowledge, goal);
  return { about: goal, deadline: deadline !== null && deadline >= today ? deadline : null };
}
