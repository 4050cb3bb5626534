/** A contact, a clock and a channel that only exist in a test; the store, planner, ledger and scheduler are the real ones. */

import { type Clock, shanghaiTime } from '../../src/contract/clock.ts';
import type { ReminderChoice } from '../../src/contract/index.ts';
import type { Capabilities, SendOutcome } from '../../src/contract/message.ts';
import {
  carryOutReminder,
  createScheduler,
  DEFAULT_CHOICE,
  type Scheduler,
} from '../../src/reminders/index.ts';
import { instantOf } from '../../src/reminders/local-time.ts';
import { openStore, type ReminderRow, type Store } from '../../src/store/index.ts';
import { reminderText } from '../../src/words/index.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const who = { channel: 'chat', conversationId: 'c1', senderId: 'li', isGroup: false };

export interface Sent {
  at: string;
  to: string;
  text: string;
}

export interface Simulation {
  store: Store;
  clock: Clock & { set(localTime: string): void; pass(milliseconds: number): void };
  scheduler: Scheduler;
  sent: Sent[];
  /** What the channel answers next; 'sent' when empty. */
  answers: (SendOutcome | Error)[];
  remind(about: string, deadline: string, choice?: ReminderChoice, sender?: typeof who): Promise<void>;
  /** Lets the time run to a local time, with a tick each so many milliseconds. */
  runTo(localTime: string, step?: number): Promise<void>;
  /** The process is gone without a word, another takes its place. */
  restart(): void;
  statuses(): Promise<string[]>;
}

const always: Capabilities = { textLimit: null, buttons: false, push: 'always', pace: null };

export async function simulate(
  start: string,
  channel: { capabilities?: Capabilities; windowOpen?: (chat: string) => boolean } = {},
): Promise<Simulation> {
  let now = instantOf(start);
  const clock = {
    now: () => now,
    set: (localTime: string) => {
      now = instantOf(localTime);
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const store = await openStore({ memory: true });
  const sent: Sent[] = [];
  const answers: (SendOutcome | Error)[] = [];
  const scheduler = () =>
    createScheduler({
      store,
      clock,
      channels: [{ name: 'chat', ...channel, capabilities: channel.capabilities ?? always }],
      textOf: (row: ReminderRow, at: number) =>
        reminderText(row, { name: row.about, source: row.about, deadlineKind: 'apply-by' }, at),
      send: async (target, message) => {
        const answer = answers.shift() ?? { kind: 'sent' as const };
        if (answer instanceof Error) throw answer;
        if (answer.kind !== 'rejected')
          sent.push({ at: shanghaiTime(now), to: target.conversationId, text: message.text });
        return answer;
      },
    });
  const simulation: Simulation = {
    store,
    clock,
    sent,
    answers,
    scheduler: scheduler(),
    remind: (about, deadline, choice = DEFAULT_CHOICE, sender = who) =>
      store.transaction((records) =>
        carryOutReminder({ kind: 'reminder-set', about, deadline, choice }, { records, who: sender, now }),
      ),
    async runTo(localTime, step = HOUR) {
      while (now < instantOf(localTime)) {
        now = Math.min(now + step, instantOf(localTime));
        await simulation.scheduler.tick();
      }
    },
    restart() {
      simulation.scheduler = scheduler();
    },
    statuses: async () =>
      (await store.transaction(({ reminders }) => reminders.list())).map((row) => row.status),
  };
  return simulation;
}
