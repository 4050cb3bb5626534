/**
 * The clock of the ledger. node-cron only ticks, once a minute: all due times stand in the store, so that a missed tick costs a minute
 * and never a reminder. Each channel has its own worker: one that hangs does not hold up the others.
 */
import { randomUUID } from 'node:crypto';
import type { Capabilities, Clock, OutboundMessage, SendOutcome } from '../contract/index.ts';
import type { ReminderRow, Store } from '../store/index.ts';
import { type Ended, giveBack, type Sender, sendDue, tidy, type Worker } from './ledger.ts';

/** What the scheduler must know of a channel: bots/channel.ts has the whole. */
export interface PushChannel {
  name: string;
  capabilities: Capabilities;
  windowOpen?(conversationId: string, now: number): boolean;
}

export interface SchedulerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SchedulerOptions {
  store: Store;
  clock: Clock;
  channels: PushChannel[];
  /** The gateway's: in the chat's order and in the pace that replies share. */
  send(
    target: { channel: string; conversationId: string; isGroup: boolean },
    message: OutboundMessage,
  ): Promise<SendOutcome>;
  textOf(row: ReminderRow, now: number): string;
  log?: SchedulerLog;
  /** What came of a reminder, in the transaction that writes it down. */
  ended?: Ended;
}

export interface Scheduler {
  /** Starts ticking; the first tick is at once. */
  start(): Promise<void>;
  /** One round: what is due is sent. Never runs twice at the same time. */
  tick(): Promise<void>;
  /** Finishes what is being sent, gives the rest back. */
  stop(): Promise<void>;
}

export function createScheduler(options: SchedulerOptions): Scheduler {
  const { store, clock, log } = options;
  const stopping = new AbortController();
  const run = randomUUID();
  const workers = options.channels.map(
    (channel): Worker => ({
      store,
      clock,
      sender: senderTo(channel, options),
      name: `${process.pid}-${run}-${channel.name}`,
      channels: [channel.name],
      stopping: stopping.signal,
      ended: options.ended,
    }),
  );
  let round: Promise<void> | null = null;
  let task: { destroy(): void | Promise<void> } | null = null;

  async function once(): Promise<void> {
    try {
      const tidied = await tidy(store, clock.now());
      if (tidied.unsure > 0) log?.warn(tidied, 'reminders: not known whether these were sent');
      const results = await Promise.allSettled(workers.map((worker) => sendDue(worker)));
      for (const [place, result] of results.entries()) {
        const channel = options.channels[place]?.name;
        if (result.status === 'rejected')
          log?.error({ channel, err: result.reason }, 'reminders: a round failed');
        else if (Object.values(result.value).some((number) => number > 0)) {
          log?.info({ channel, ...result.value }, 'reminders: a round');
        }
      }
    } catch (error) {
      log?.error({ err: error }, 'reminders: the store refused a round');
    }
  }

  const tick = (): Promise<void> => {
    round ??= once().finally(() => {
      round = null;
    });
    return round;
  };

  return {
    tick,
    async start() {
      const { schedule } = await import('node-cron');
      task = schedule('* * * * *', tick, { noOverlap: true, logger: quietLogger(log) });
      void tick();
    },
    async stop() {
      stopping.abort();
      await task?.destroy();
      await round;
      await Promise.all(workers.map(giveBack));
    },
  };
}

function senderTo(channel: PushChannel, { store, clock, send, textOf }: SchedulerOptions): Sender {
  return {
    canPush: (row, now) => canPush(channel, store, row, now),
    send: ({ isGroup, conversationId, ...row }) =>
      send(
        { channel: channel.name, conversationId, isGroup },
        { text: textOf({ ...row, isGroup, conversationId }, clock.now()), choices: [] },
      ),
  };
}

async function canPush(channel: PushChannel, store: Store, row: ReminderRow, now: number): Promise<boolean> {
  const { push, windowMs } = channel.capabilities;
  if (push !== 'window') return push === 'always';
  if (channel.windowOpen?.(row.conversationId, now) === false) return false;
  // After a restart the channel knows of nobody, and takes every window for open: the store remembers.
  const lastInboundAt = await store.transaction(({ conversations }) => conversations.lastInboundAt(row));
  return lastInboundAt !== null && now - lastInboundAt < (windowMs ?? 0);
}

/** node-cron writes to the console by itself; a missed tick is worth a line in the log, no more. */
function quietLogger(log: SchedulerLog | undefined) {
  const say = (message: string | Error) => log?.warn({}, `node-cron: ${message}`);
  return { info: () => {}, debug: () => {}, warn: say, error: say };
}
