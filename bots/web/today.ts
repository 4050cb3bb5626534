/** What the day brings: documents that take applications, the newest ones, and questions about what is alive. */
import type { Day } from '../../src/contract/index.ts';
import {
  type Closing,
  closesWhen,
  isOfLaterYear,
  type Knowledge,
  type Policy,
  replacedBy,
} from '../../src/policy/index.ts';
import type { Today } from './pages/welcome.ts';

const MOST_OPEN = 4;
const MOST_NEW = 3;
const MOST_STARTERS = 4;

const TAKES_APPLICATIONS: ReadonlySet<Closing['standing']['state']> = new Set([
  'near',
  'in-force',
  'open-after-validity',
]);

export function todayOf(knowledge: Knowledge, today: Day): Today {
  const closings = closesWhen(knowledge, today);
  const byNumber = new Map(knowledge.policies.map((policy) => [policy.number, policy]));
  const isThere = ({ number }: Closing) => {
    const policy = byNumber.get(number)!;
    return isIssued(policy, today) && !replacedBy(policy, today);
  };
  const open = closings.filter((one) => isThere(one) && TAKES_APPLICATIONS.has(one.standing.state));
  const isAlive = (one: Closing) => isThere(one) && !['expired', 'not-yet'].includes(one.standing.state);
  const issued = ({ number }: Closing) => byNumber.get(number)?.issued?.day ?? '';
  const newest = closings
    .filter((one) => isAlive(one) && !open.includes(one) && issued(one) !== '')
    .sort((a, b) => issued(b).localeCompare(issued(a)));
  const documents = (closings: Closing[]) => closings.map(({ number }) => byNumber.get(number)!);
  return {
    day: today,
    open: documents(open).slice(0, MOST_OPEN),
    newest: documents(newest).slice(0, MOST_NEW),
    starters: startersOf(documents([...open, ...newest])),
  };
}

/** A question of each document in turn, as people ask it, about a measure that says what it gives. */
function startersOf(policies: readonly Policy[]): string[] {
  const questions = policies.map(({ measures }) =>
    measures.flatMap(({ benefits, aliases }) => (benefits.length > 0 ? aliases.slice(0, 1) : [])),
  );
  const rounds = Array.from({ length: MOST_STARTERS }, (_, round) =>
    questions.flatMap((some) => some.slice(round, round + 1)),
  );
  return rounds.flat().slice(0, MOST_STARTERS);
}

export const isIssued = (policy: Policy, today: Day): boolean =>
  !isOfLaterYear(policy, today) && (policy.issued === null || policy.issued.day <= today);
