/**
 * Drains the durable outbox: claims what is due, waits for the pace, sends, notes the outcome. Each chat in order, chats
 * side by side. One transaction a turn: notes the outcomes of the last one, claims, begins what can leave at once.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { repliedEvent } from '../../src/message.ts';
import type { OutboxItem, OutboxResult, Records, Store } from '../../src/store/store.ts';
import type { Channel, OutboundMessage, SendOutcome } from '../channel.ts';
import { chatTag, type Log } from '../log.ts';
import type { Timing } from '../timing.ts';
import { createLanes } from './lanes.ts';
import { type Chat, createPacer, type Pacer } from './pacer.ts';
import { partsOf } from './render.ts';

export interface ChatTarget extends Chat {
  channel: string;
}

export interface Outbox {
  /** Something may be due. */
  wake(): void;
  /** Sends past the table, in the chat's order and pace: for senders that keep a ledger of their own (reminders). */
  send(target: ChatTarget, message: OutboundMessage): Promise<SendOutcome>;
  /** Sends what is due now; resolves when nothing is left or the time is over. */
  drain(milliseconds: number): Promise<void>;
  /** Takes no more and gives back what is not begun. */
  stop(): Promise<void>;
}

export interface OutboxOptions {
  store: Store;
  channels: ReadonlyMap<string, Channel>;
  timing: Timing;
  log: Log;
  /** Owner of the leases: one a process. */
  worker: string;
}

const MOST_IN_FLIGHT = 64;
export const LEASE_MS = 60_000;
/** An item that would wait longer for its pace goes back into the table, so that it holds no other chat up. */
const HORIZON_MS = 3_000;
/** A channel's own time limits are shorter; this one is for a channel that hangs. */
const SEND_LIMIT_MS = 60_000;
/** How long the later parts of a begun message are tried. */
const PARTS_LIMIT_MS = 120_000;
const RETRY_AFTER_MS = [1_000, 5_000, 15_000, 60_000, 300_000];
const LONGEST_RETRY_MS = 600_000;
/** An answer that is a day old helps nobody, and it holds up what comes after it. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const CLOSED_WINDOW_RETRY_MS = 5_000;
/** What is on the wire at the end may still come back. */
const STOP_GRACE_MS = 2_000;
/** Other processes may add to the same table. */
const TICK_MS = 1_000;

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

export function createOutbox({ store, channels, timing, log, worker }: OutboxOptions): Outbox {
  const names = [...channels.keys()];
  const pacers = new Map<string, Pacer>(
    [...channels].map(([name, channel]) => [name, createPacer(channel.capabilities.pace)]),
  );
  const lanes = createLanes();
  const stopping = new AbortController();
  /** A turn belongs to nobody's transaction, whoever wakes it. */
  const outside = AsyncLocalStorage.snapshot();
  let outcomes: { id: string; result: OutboxResult }[] = [];
  let turning: Promise<void> | null = null;
  let again = false;
  let inFlight = 0;
  let alarm: AbortController | null = null;

  const laneOf = (target: ChatTarget): string => `${target.channel}\0${target.conversationId}`;
  const pacerOf = (channel: string): Pacer => pacers.get(channel) as Pacer;

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
        await turn();
      } catch (error) {
        log.error({ err: error }, 'outbox: the store refused a turn');
        await timing.sleep(TICK_MS, stopping.signal);
        again = !stopping.signal.aborted;
      }
    }
    setAlarm();
  }

  async function turn(): Promise<void> {
    const noted = outcomes;
    const room = stopping.signal.aborted ? 0 : MOST_IN_FLIGHT - inFlight;
    const claimed = await store.transaction(async (records) => {
      const now = store.now();
      for (const { id, result } of noted) await records.outbox.finish(id, worker, result, now);
      return room > 0 ? claim(records, room, now) : [];
    });
    outcomes = outcomes.slice(noted.length);
    for (const one of claimed) start(one);
  }

  async function claim(records: Records, limit: number, now: number): Promise<Claimed[]> {
    const items = await records.outbox.claim({ worker, channels: names, limit, now, leaseMs: LEASE_MS });
    const taken: Claimed[] = [];
    const batches = new Map<string, Batch>();
    for (const item of items) {
      const lane = laneOf(item);
      const earlier = batches.get(lane);
      const batch = earlier ?? { givenBack: false };
      if (batch.givenBack) continue;
      batches.set(lane, batch);
      const wait = pacerOf(item.channel).earliest(item, timing.now()) - timing.now();
      if (wait > HORIZON_MS) {
        await putBack(records, item, wait, now);
        batch.givenBack = true;
        continue;
      }
      const atOnce = !earlier && !lanes.has(lane) && wait <= 0;
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
    lanes
      .run(laneOf(item), () => deliver(claimed))
      .catch((error: unknown) => log.error({ err: error, item: item.id }, 'outbox: delivery failed'))
      .finally(() => {
        inFlight--;
        wake();
      });
  }

  /** Waits, begins, sends. Leaves without a word when the lease was lost or the process stops before the beginning. */
  async function deliver({ item, batch, begun }: Claimed): Promise<void> {
    if (!begun) {
      const wait = await paceAllows(item, HORIZON_MS);
      if (stopping.signal.aborted || batch.givenBack) return;
      const mayGo = await store.transaction(async (records) => {
        if (wait > 0) await putBack(records, item, wait, store.now());
        return wait <= 0 && records.outbox.begin(item.id, worker, store.now());
      });
      batch.givenBack = wait > 0;
      if (!mayGo) return;
    }
    const message = JSON.parse(item.body) as OutboundMessage;
    const inReplyTo = repliedEvent(item.channel, item.id);
    if (inReplyTo) message.inReplyTo = inReplyTo;
    const result = resultOf(item, await transmit(item, message));
    if (result.kind === 'retry') batch.givenBack = true;
    outcomes.push({ id: item.id, result });
  }

  /** Resolves with 0 when a message may leave, or with the time still to wait when that is beyond the patience. */
  async function paceAllows(target: ChatTarget, patience: number): Promise<number> {
    const pacer = pacerOf(target.channel);
    for (;;) {
      const now = timing.now();
      const wait = pacer.earliest(target, now) - now;
      if (wait <= 0 || wait > patience || stopping.signal.aborted) return Math.max(0, wait);
      await timing.sleep(wait, stopping.signal);
    }
  }

  /** All parts of a message. Once the first has left, the rest is pursued: taking it up later would repeat the first. */
  async function transmit(target: ChatTarget, message: OutboundMessage): Promise<SendOutcome> {
    const channel = channels.get(target.channel) as Channel;
    if (channel.windowOpen && !channel.windowOpen(target.conversationId, timing.now()))
      return {
        kind: 'rejected',
        reason: 'window closed',
        retryAfterMs: CLOSED_WINDOW_RETRY_MS,
        permanent: false,
      };
    const parts = partsOf(message, channel.capabilities);
    const giveUpAt = timing.now() + PARTS_LIMIT_MS;
    let outcome: SendOutcome = { kind: 'sent' };
    for (const [i, part] of parts.entries()) {
      outcome = await sendWhenFree(channel, target, part);
      while (i > 0 && mayTryAgain(outcome) && timing.now() < giveUpAt && !stopping.signal.aborted) {
        await timing.sleep(outcome.retryAfterMs ?? TICK_MS, stopping.signal);
        outcome = await sendWhenFree(channel, target, part);
      }
      if (outcome.kind !== 'sent' && i > 0)
        return { kind: 'unknown', reason: `part ${i + 1} of ${parts.length}: ${outcome.reason}` };
      if (outcome.kind !== 'sent') return outcome;
    }
    return outcome;
  }

  async function sendWhenFree(
    channel: Channel,
    target: ChatTarget,
    part: OutboundMessage,
  ): Promise<SendOutcome> {
    const pacer = pacerOf(channel.name);
    // Others may have taken the slot between its coming free and this line: looked at and taken without a pause.
    while (pacer.earliest(target, timing.now()) > timing.now()) {
      const wait = await paceAllows(target, Number.POSITIVE_INFINITY);
      if (wait > 0) return { kind: 'rejected', reason: 'stopping', permanent: false };
    }
    pacer.take(target, timing.now());
    const outcome = await limited(channel.send(target.conversationId, part));
    if (outcome.kind === 'rejected' && outcome.retryAfterMs)
      pacer.holdUntil(target, timing.now() + outcome.retryAfterMs);
    return outcome;
  }

  async function limited(sending: Promise<SendOutcome>): Promise<SendOutcome> {
    const done = new AbortController();
    const late = timing
      .sleep(SEND_LIMIT_MS, done.signal)
      .then((): SendOutcome => ({ kind: 'unknown', reason: 'the channel gave no answer' }));
    const failed = (error: unknown): SendOutcome => {
      log.error({ err: error }, 'outbox: a channel threw while sending');
      return { kind: 'unknown', reason: 'the channel threw' };
    };
    return Promise.race([sending.catch(failed), late]).finally(() => done.abort());
  }

  function resultOf(item: OutboxItem, outcome: SendOutcome): OutboxResult {
    if (outcome.kind === 'sent')
      return outcome.platformMessageId
        ? { kind: 'sent', platformMessageId: outcome.platformMessageId }
        : { kind: 'sent' };
    const about = { channel: item.channel, chat: chatTag(item.channel, item.conversationId), item: item.id };
    if (outcome.kind === 'unknown') {
      log.warn({ ...about, reason: outcome.reason }, 'outbox: not known whether it was sent; not sent again');
      return { kind: 'unsure', reason: outcome.reason };
    }
    if (outcome.permanent || store.now() - item.createdAt > GIVE_UP_AFTER_MS) {
      log.error({ ...about, reason: outcome.reason }, 'outbox: refused for good');
      return { kind: 'failed', reason: outcome.reason };
    }
    const wait = outcome.retryAfterMs ?? RETRY_AFTER_MS[item.attempts] ?? LONGEST_RETRY_MS;
    log.warn({ ...about, reason: outcome.reason, wait }, 'outbox: to be tried again');
    return { kind: 'retry', notBefore: store.now() + wait, reason: outcome.reason };
  }

  /** Sleeps until the next item is due, at most a tick. */
  function setAlarm(): void {
    alarm?.abort();
    if (stopping.signal.aborted) return;
    const mine = new AbortController();
    alarm = mine;
    void timing.sleep(TICK_MS, mine.signal).then(() => {
      if (!mine.signal.aborted) wake();
    });
  }

  return {
    wake,

    send: (target, message) => lanes.run(laneOf(target), () => transmit(target, message)),

    async drain(milliseconds) {
      const end = timing.now() + milliseconds;
      wake();
      while (timing.now() < end && !stopping.signal.aborted) {
        await turning;
        if (lanes.busy() === 0 && outcomes.length === 0 && !again) return;
        const tick = new AbortController();
        await Promise.race([lanes.idle(), timing.sleep(end - timing.now(), tick.signal)]);
        tick.abort();
        wake();
      }
    },

    async stop() {
      stopping.abort();
      alarm?.abort();
      await turning;
      await Promise.race([lanes.idle(), timing.sleep(STOP_GRACE_MS)]);
      await store.transaction(async (records) => {
        const now = store.now();
        for (const { id, result } of outcomes) await records.outbox.finish(id, worker, result, now);
        await records.outbox.giveBack(worker);
      });
    },
  };
}

const mayTryAgain = (outcome: SendOutcome): outcome is SendOutcome & { kind: 'rejected' } =>
  outcome.kind === 'rejected' && !outcome.permanent;
