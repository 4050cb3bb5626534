/** The days on which something of a document ends: applications, validity, and the periods of its benefits. Pure: today is an argument. */
import { type Day, daysBetween } from '../contract/index.ts';
import type { Benefit } from './benefit.ts';
import { testsOf } from './need.ts';
import type { Knowledge, Policy } from './policy.ts';

/** apply-by: last day to apply; valid-until: last day of validity; window: a period that figures or dates of a benefit belong to; until: last day on which a benefit does anything. */
export type DeadlineKind = 'apply-by' | 'valid-until' | 'window' | 'until';

export interface Deadline {
  /** The document's number, or the measure's id. */
  about: string;
  kind: DeadlineKind;
  /** First day, where one is stated. */
  from: Day | null;
  /** Last day. */
  day: Day;
  quote: string;
}

/** Every stated deadline of a document: its own first, then those of its measures. */
export function deadlinesOf(policy: Policy): Deadline[] {
  const { number, applyBy, validFrom, validUntil, measures } = policy;
  const own: Deadline[] = [];
  if (applyBy) own.push({ about: number, kind: 'apply-by', from: null, ...applyBy });
  if (validUntil)
    own.push({ about: number, kind: 'valid-until', from: validFrom?.day ?? null, ...validUntil });
  const ofMeasures = measures.flatMap(({ id, benefits }) =>
    distinct(benefits.flatMap((benefit) => deadlinesOfBenefit(id, benefit))),
  );
  return [...own, ...ofMeasures];
}

function deadlinesOfBenefit(about: string, benefit: Benefit): Deadline[] {
  const { during, until, quote } = benefit;
  const made: Deadline[] = [];
  for (const { from, to } of [...(during ? [during] : []), ...datesAskedFor(benefit)])
    made.push({ about, kind: 'window', from, day: to, quote });
  if (until) made.push({ about, kind: 'until', from: null, day: until, quote });
  return made;
}

/** The periods within which a fact has to fall: 2023年7—9月期间签订. */
const datesAskedFor = ({ needs }: Benefit) =>
  needs.flatMap(testsOf).flatMap(({ test }) => (test.op === 'within' ? [test] : []));

/** Benefits of one measure often share a period. */
const distinct = (deadlines: readonly Deadline[]): Deadline[] => [
  ...new Map(deadlines.map((one) => [`${one.kind} ${one.from} ${one.day}`, one])).values(),
];

/** A deadline is called near within so many days. */
export const NEAR_DAYS = 30;

/**
 * How a document stands on a day. open-after-validity: validity has passed, applications are still taken. closed-to-applications: it is valid,
 * but applications have closed. unstated: it names no end, so it is neither expired nor surely alive.
 */
export type Standing =
  | { state: 'not-yet'; from: Day }
  | {
      state: 'in-force' | 'near' | 'open-after-validity' | 'closed-to-applications';
      next: Day;
      daysLeft: number;
    }
  | { state: 'expired'; since: Day }
  | { state: 'unstated' };

export function standingOn({ validFrom, validUntil, applyBy }: Policy, today: Day): Standing {
  if (validFrom && today < validFrom.day) return { state: 'not-yet', from: validFrom.day };
  if (!validUntil && !applyBy) return { state: 'unstated' };
  const ends = [applyBy, validUntil].flatMap((end) => (end ? [end.day] : []));
  const ahead = ends.filter((day) => day >= today).sort();
  const next = ahead[0];
  if (next === undefined) return { state: 'expired', since: ends.sort().at(-1)! };
  const daysLeft = daysBetween(today, next);
  if (validUntil && validUntil.day < today) return { state: 'open-after-validity', next, daysLeft };
  if (applyBy && applyBy.day < today) return { state: 'closed-to-applications', next, daysLeft };
  return { state: daysLeft <= NEAR_DAYS ? 'near' : 'in-force', next, daysLeft };
}

export interface Closing {
  number: string;
  title: string;
  standing: Standing;
  /** Of the document and its measures; `daysLeft` is negative once the day has passed. */
  deadlines: (Deadline & { title: string; daysLeft: number })[];
}

const URGENCY: Record<Standing['state'], number> = {
  near: 0,
  'open-after-validity': 0,
  'closed-to-applications': 1,
  'in-force': 1,
  'not-yet': 2,
  unstated: 3,
  expired: 4,
};

/** Every document with what closes when: the next to close first, then those without an end, then the expired ones. */
export function closesWhen({ policies }: Pick<Knowledge, 'policies'>, today: Day): Closing[] {
  const closings = policies.map((policy): Closing => {
    const titles = new Map(policy.measures.map(({ id, title }) => [id, title]));
    return {
      number: policy.number,
      title: policy.title,
      standing: standingOn(policy, today),
      deadlines: deadlinesOf(policy).map((deadline) => ({
        ...deadline,
        title: titles.get(deadline.about) ?? policy.title,
        daysLeft: daysBetween(today, deadline.day),
      })),
    };
  });
  return closings.sort(
    (one, other) =>
      URGENCY[one.standing.state] - URGENCY[other.standing.state] ||
      nextDay(one).localeCompare(nextDay(other)),
  );
}

const nextDay = ({ standing }: Closing): Day => ('next' in standing ? standing.next : '');
