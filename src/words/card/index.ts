/** Cards: a checked measure or an answer as data, and what can be tapped under any reply. */
import { type Card, type CardDeadline, type Day, daysBetween, type Reply } from '../../contract/index.ts';
import { askedPeriods, type Checked } from '../../eligibility/index.ts';
import type { Facts } from '../../facts/index.ts';
import {
  deadlineOf,
  isPublished,
  isWorkday,
  type Knowledge,
  lastWorkdayOnOrBefore,
  type Subject,
  subjectOf,
} from '../../policy/index.ts';
import { itemWords } from '../answer/parts.ts';
import { validityOn } from '../answer/validity.ts';
import { sayNotes, sayPresumed } from '../verdict/basis.ts';
import { sayQuestions } from '../verdict/conditions.ts';
import { actionsOf, commandAction, onlyOffers } from './actions.ts';
import { cardAmount } from './amount.ts';
import { cardConditions } from './conditions.ts';
import { cardWords as words } from './words.ts';

export { answersOf, valueWord } from './actions.ts';
export { cardAmount } from './amount.ts';
export { stateOnCard } from './conditions.ts';
export { cardWords } from './words.ts';

const EMPTY: Card = {
  verdict: null,
  near: false,
  expired: false,
  title: null,
  amount: null,
  conditions: [],
  deadline: null,
  quote: null,
  source: null,
  notes: [],
  actions: [],
  covers: [],
};

/** Of a measure that was checked for an enterprise. */
export function verdictCard(
  checked: Checked,
  { facts, today, covers = [] }: { facts: Facts; today: Day; covers?: readonly string[] },
): Card {
  const { main, subject } = checked;
  const presumed = sayPresumed(checked, facts);
  const told = subjectCard(subject, today, [main.benefit.quote]);
  return {
    ...told,
    verdict: main.verdict,
    near: main.verdict === 'ineligible' && main.onlyThat && main.reason.kind === 'fails',
    amount: cardAmount(main, facts),
    conditions: cardConditions(main, facts),
    notes: [
      ...sayNotes(main, ['reading', 'vague', 'pool', 'keep-higher']),
      ...(presumed === null ? [] : [presumed.replace(/^（(?<inside>.+)）$/u, '$<inside>')]),
    ],
    actions: nextSteps(main.verdict, told.deadline).map(commandAction),
    covers: [...covers],
  };
}

/** What is worth doing once it is decided, whether or not the text says so. */
function nextSteps(verdict: Card['verdict'], deadline: CardDeadline | null): string[] {
  if (verdict === 'ineligible') return [words.checkup, words.sheet];
  if (verdict !== 'eligible') return [];
  return deadline !== null && deadline.daysLeft >= 0 ? [words.remind, words.sheet] : [words.sheet];
}

/** Of a measure or document that was told; `quotes`: the stretches shown. */
export function subjectCard(subject: Subject, today: Day, quotes: readonly string[] = []): Card {
  const { policy, measure } = subject;
  return {
    ...EMPTY,
    title: measure?.title ?? policy.title,
    expired: validityOn(policy, today) === 'expired',
    deadline: cardDeadline(subject, today),
    quote: quotes.length > 0 ? quotes.map((quote) => quote.replace(/\s/gu, '')).join('……') : null,
    source: measure ? `${policy.number}${itemWords(measure)}` : policy.number,
  };
}

function cardDeadline(subject: Subject, today: Day): CardDeadline | null {
  const deadline = deadlineOf(subject);
  if (deadline.kind === 'unstated') return null;
  const { kind, day } = deadline;
  const moves = isPublished(day) && !isWorkday(day);
  const lastWorkday = moves ? lastWorkdayOnOrBefore(day) : null;
  return { kind, day, daysLeft: daysBetween(today, day), lastWorkday };
}

/**
 * The reply with all that can be tapped under it; a reply that is about something and has no card of its own gets that one's. Null for
 * plain talk without anything to tap.
 */
export function withActions(
  card: Card | null,
  reply: Pick<Reply, 'text' | 'options' | 'asks'>,
  knowledge: Knowledge,
  today: Day,
): Card | null {
  const isPast = (about: string) => {
    const subject = subjectOf(knowledge, about);
    return subject !== null && validityOn(subject.policy, today) === 'expired';
  };
  const offered = actionsOf(reply, knowledge.facts, isPast);
  if (card === null && offered.length === 0) return null;
  const all = new Map([...offered, ...(card?.actions ?? [])].map((action) => [action.id, action]));
  const periods = askedPeriods(knowledge, today, null);
  const asked = reply.asks ? [sayQuestions(reply.asks, knowledge.facts, { periods })] : [];
  const lines = reply.text.split('\n');
  const said = new Set([...asked, ...(card?.covers ?? [])]);
  const covers = lines.filter((line) => said.has(line) || onlyOffers(line));
  return { ...(card ?? EMPTY), actions: [...all.values()], covers };
}

/** The line of a text that says its verdict, for channels that can make a line stand out; null where none is judged. */
export function headline(text: string, card: Card | null | undefined): string | null {
  const [said] = card?.verdict ? card.covers : [];
  // 已改为… may stand before it.
  return said !== undefined && text.split('\n').indexOf(said) <= 1 ? said : null;
}
