/**
 * Drains the durable outbox: claims what is due, waits for the pace, sends, notes the outcome. Each chat in order, chats
 * side by side. Claiming, beginning what can leave at once and noting earlier outcomes are one transaction. A reply that can
 * leave at once is begun in the very transaction that stores it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { repliedEvent } from '../../src/contract/index.ts';
import type { OutboxItem, Records, Store } from '../../src/service/index.ts';
import type { Channel, OutboundMessage, SendOutcome } from '../channel.ts';
import type { Log } from '../log.ts';
import { atMost, type Timing } from '../timing.ts';
import type { Watch } from '../watch.ts';
import { createLanes } from './lanes.ts';
import { createOutcomes } from './outcomes.ts';
import { resultOf } from './result-of.ts';
import { createSharedPace } from './shared-pace.ts';
import { type ChatTarget, createTransmitter } from './transmit.ts';

export interface Outbox {
  /** Something may be due. */
  wake(): void;
  /** The outbox's part in the transaction that adds replies to this chat. */
  share(target: ChatTarget): Share;
  /** Sends past the table, in the chat's order and pace: for senders that keep a ledger of their own (reminders). */
  send(target: ChatTarget, message: OutboundMessage): Promise<SendOutcome>;
  /** Sends what is due now; resolves when nothing is left or the time is over. */
  drain(milliseconds: number): Promise<void>;
  /** Takes no more and gives back what is not begun. */
  stop(): Promise<void>;
}

export interface Share {
  /** At the end of the transaction, with the ids of what it added; may run again when that is repeated. */
  take(records: Records, added: string[]): Promise<void>;
  /** After the commit. Not called when there was none. */
  committed(): void;
}

export interface OutboxOptions {
  store: Store;
  channels: ReadonlyMap<string, Channel>;
  timing: Timing;
  log: Log;
  watch: Watch;
  /** Owner of the leases: one a process. */
  worker: string;
}

export const LEASE_MS = 60_000;
const MOST_IN_FLIGHT = 256;
/** A chat with a long queue holds at most so many: its later items cannot be claimed while earlier ones are. */
const MOST_AT_ONCE = 16;
/** An item that would wait longer for its pace goes back into the table, so that it holds no other chat up. */
const HORIZON_MS = 3_000;
/** What is on the wire at the end may still come back. */
const STOP_GRACE_MS = 2_000;
/** Other processes may add to the same table. */
const TICK_MS = 1_000;
/** An outcome that nobody waits for is noted with the next transaction, or after this. */
const NOTE_AFTER_MS = 50;

interface Claimed {
  item: OutboxItem;
  /** What one claim took of one chat. */
  batch: Batch;
  /** Written down already, so it may leave without another transaction. */
  begun: boolean;
}

/** Once one of a chat goes back into the table, the later ones have gone back with it. */
interface Batch {
  givenBack: boolean;
}

export function createOutbox({ store, channels, timing, log, watch, worker }: OutboxOptions): Outbox {
  const names = [...channels.keys()];
  const lanes = createLanes();
  const stopping = new AbortController();
  const sharedPace = createSharedPace(store, channels);
  const { waitFor, paceAllows, transmit } = createTransmitter({
    channels,
    sharedPace,
    timing,
    log,
    stopping: stopping.signal,
  });
  /** A turn belongs to nobody's transaction, whoever wakes it. */
  const outside = AsyncLocalStorage.snapshot();
  const outcomes = createOutcomes({ store, timing, log, worker });
  let turning: Promise<void> | null = null;
  let again = false;
  let inFlight = 0;
  /** Counts the claims, so that an outcome knows whether somebody may wait for it. */
  let claims = 0;
  let cancelAlarm = () => {};

  const laneOf = (target: ChatTarget): string => `${target.channel}\0${target.conversationId}`;

  function wake(): void {
    again = true;
    if (turning || stopping.signal.aborted) return;
    turning = outside(turns).finally(() => {
      turning = null;
      if (again) wake();
    });
  }

  async function turns(): Promise<void> {
    while (again) {
      again = false;
      try {
        const turn = claimAndNote();
        await store.transaction(turn.take);
        turn.committed();
      } catch (error) {
        log.error({ err: error }, 'outbox: the store refused a turn');
        await timing.sleep(TICK_MS, stopping.signal);
        again = !stopping.signal.aborted;
      }
    }
    setAlarm(TICK_MS);
  }

  /** What is due of any chat. */
  function claimAndNote(): { take(records: Records): Promise<void>; committed(): void } {
    const notes = outcomes.noting();
    let claimed: Claimed[] = [];
    return {
      async take(records) {
        const now = store.now();
        await notes.take(records, now);
        claimed = await claim(records, now);
      },
      committed() {
        notes.committed();
        for (const one of claimed) outside(() => start(one));
      },
    };
  }

  function share(target: ChatTarget): Share {
    const notes = outcomes.noting();
    let begun: OutboxItem | null = null;
    let left = 0;
    return {
      async take(records, added) {
        const now = store.now();
        await notes.take(records, now);
        begun = await beginAtOnce(records, target, added[0], now);
        left = added.length - (begun ? 1 : 0);
      },
      committed() {
        notes.committed();
        const item = begun;
        if (item) outside(() => start({ item, batch: { givenBack: false }, begun: true }));
        if (left > 0) wake();
      },
    };
  }

  /** Null when it has to wait for the chat's pace or for something before it: the next claim sees to it. */
  async function beginAtOnce(
    records: Records,
    target: ChatTarget,
    id: string | undefined,
    now: number,
  ): Promise<OutboxItem | null> {
    const mayGo = id !== undefined && !stopping.signal.aborted && inFlight < MOST_IN_FLIGHT;
    if (!mayGo || !channels.has(target.channel) || lanes.has(laneOf(target)) || waitFor(target) > 0)
      return null;
    if (!(await sharedPace.takeNow(records, target.channel, now))) return null;
    return records.outbox.takeAtOnce(id, { worker, now, leaseMs: LEASE_MS });
  }

  async function claim(records: Records, now: number): Promise<Claimed[]> {
    const limit = stopping.signal.aborted ? 0 : Math.min(MOST_AT_ONCE, MOST_IN_FLIGHT - inFlight);
    if (limit <= 0) return [];
    claims++;
    const items = await records.outbox.claim({ worker, channels: names, limit, now, leaseMs: LEASE_MS });
    if (items.length === limit) again = true;
    const taken: Claimed[] = [];
    const batches = new Map<string, Batch>();
    for (const item of items) {
      const lane = laneOf(item);
      const earlier = batches.get(lane);
      const batch = earlier ?? { givenBack: false };
      if (batch.givenBack) continue;
      batches.set(lane, batch);
      const wait = waitFor(item);
      if (wait > HORIZON_MS) {
        await putBack(records, item, wait, now);
        batch.givenBack = true;
        continue;
      }
      const atOnce =
        !earlier && !lanes.has(lane) && wait === 0 && (await sharedPace.takeNow(records, item.channel, now));
      const begun = atOnce && (await records.outbox.begin(item.id, worker, now));
      taken.push({ item, batch, begun });
    }
    return taken;
  }

  /** To the table again, and the chat's later items with it. Only a begun item can be given a later time. */
  async function putBack(records: Records, item: OutboxItem, wait: number, now: number): Promise<void> {
    if (!(await records.outbox.begin(item.id, worker, now))) return;
    const result = { kind: 'retry', notBefore: now + wait, reason: 'pace' } as const;
    await records.outbox.finish(item.id, worker, result, now);
  }

  function start(claimed: Claimed): void {
    inFlight++;
    const { item } = claimed;
    const claimsBefore = claims;
    lanes
      .run(laneOf(item), () => deliver(claimed))
      .catch((error: unknown) => log.error({ err: error, item: item.id }, 'outbox: delivery failed'))
      .finally(() => {
        inFlight--;
        // A claim that ran meanwhile has passed over what stands behind this item.
        if (claims > claimsBefore) wake();
        else outcomes.noteWithin(NOTE_AFTER_MS);
      });
  }

  /** Waits, begins, sends. Leaves without a word when the item is another's by now or the process stops before the beginning. */
  async function deliver({ item, batch, begun }: Claimed): Promise<void> {
    if (!begun) {
      const wait = await paceAllows(item, HORIZON_MS);
      if (stopping.signal.aborted || batch.givenBack) return;
      const mayGo = await store.transaction(async (records) => {
        if (wait > 0) await putBack(records, item, wait, store.now());
        return wait === 0 && records.outbox.begin(item.id, worker, store.now());
      });
      batch.givenBack = wait > 0;
      if (!mayGo) return;
    }
    const message = JSON.parse(item.body) as OutboundMessage;
    const inReplyTo = repliedEvent(item.channel, item.id);
    if (inReplyTo) message.inReplyTo = inReplyTo;
    message.key = item.id;
    const since = timing.now();
    const outcome = await transmit(item, message, true);
    const milliseconds = timing.now() - since;
    watch.sent({ channel: item.channel, eventId: inReplyTo, since, milliseconds, outcome: outcome.kind });
    const isIdempotent = channels.get(item.channel)?.capabilities.idempotent === true;
    const result = resultOf(item, outcome, { isIdempotent, now: store.now(), log });
    if (result.kind === 'retry') batch.givenBack = true;
    outcomes.add(item.id, result);
  }

  function setAlarm(milliseconds: number): void {
    cancelAlarm();
    if (!stopping.signal.aborted) cancelAlarm = timing.after(milliseconds, wake);
  }

  return {
    wake,
    share,

    send: (target, message) => lanes.run(laneOf(target), () => transmit(target, message)),

    async drain(milliseconds) {
      const end = timing.now() + milliseconds;
      wake();
      while (timing.now() < end && !stopping.signal.aborted) {
        await turning;
        if (lanes.busy() === 0 && outcomes.areNoted() && !again) return;
        await atMost(timing, end - timing.now(), lanes.idle());
        wake();
      }
    },

    async stop() {
      stopping.abort();
      cancelAlarm();
      await outcomes.stop();
      await turning;
      await atMost(timing, STOP_GRACE_MS, lanes.idle());
      await store.transaction(async (records) => {
        await outcomes.noting().take(records, store.now());
        await records.outbox.giveBack(worker);
      });
    },
  };
}
