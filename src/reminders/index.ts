/**
 * The door of the reminders room. Pure: planning and choosing. With a store: what a turn changes (carryOutReminder),
 * what waits to be shown (takeWaiting), amended deadlines, and the scheduler.
 *
 * One turn: `plannerFor(who, quiet)` goes to the dialogue, so that the reply names the very minutes; each reminder effect goes to
 * `carryOutReminder`; `takeWaiting` gives what is to stand before the reply. At start: `moveAmendedDeadlines`, then `createScheduler`.
 */

export { type Amended, type Daytime, moveAmendedDeadlines, nextDaytime } from './amend.ts';
export { chooseReminder } from './choose.ts';
export { giveBack, type Sender, sendDue, type Tally, tidy, type Worker } from './ledger.ts';
export { DEFAULT_CHOICE, planReminders, planTimes } from './plan.ts';
export { followReplaced, type Successor } from './replace.ts';
export { createScheduler, type PushChannel, type Scheduler, type SchedulerOptions } from './scheduler.ts';
export { showWaiting, takeWaiting } from './show-waiting.ts';
export {
  carryOutReminder,
  plannerFor,
  type ReminderEffect,
  type Subscriber,
  subscriptionId,
} from './subscribe.ts';
