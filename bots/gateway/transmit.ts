/** One message onto its channel: split into parts, each in the channel's pace, none sent twice. */
import type { Channel, OutboundMessage, SendOutcome } from '../channel.ts';
import type { Log } from '../log.ts';
import type { Timing } from '../timing.ts';
import { type Chat, createPacer, type Pacer } from './pacer.ts';
import { partsOf } from './render.ts';
import type { SharedPace } from './shared-pace.ts';

export interface ChatTarget extends Chat {
  channel: string;
}

export interface Transmitter {
  /** How long the pace makes a message to this chat wait, from now. */
  waitFor(target: ChatTarget): number;
  /** Resolves with 0 when a message may leave, or with the time still to wait when that is beyond the patience. */
  paceAllows(target: ChatTarget, patience: number): Promise<number>;
  /** All parts of a message; `slotTaken`: the first has its place in the pace of all workers. Once the first has left, the rest is pursued: taking it up later would repeat the first. */
  transmit(target: ChatTarget, message: OutboundMessage, slotTaken?: boolean): Promise<SendOutcome>;
}

export interface TransmitterOptions {
  channels: ReadonlyMap<string, Channel>;
  timing: Timing;
  log: Log;
  stopping: AbortSignal;
  sharedPace: SharedPace;
}

/** A channel's own time limits are shorter; this one is for a channel that hangs. */
const SEND_LIMIT_MS = 60_000;
/** How long the later parts of a begun message are tried. */
const PARTS_LIMIT_MS = 120_000;
const PART_RETRY_MS = 1_000;
const CLOSED_WINDOW_RETRY_MS = 5_000;

const STOPPING: SendOutcome = { kind: 'rejected', reason: 'stopping', permanent: false };
const CLOSED_WINDOW: SendOutcome = {
  kind: 'rejected',
  reason: 'window closed',
  retryAfterMs: CLOSED_WINDOW_RETRY_MS,
  permanent: false,
};

export function createTransmitter({
  channels,
  timing,
  log,
  stopping,
  sharedPace,
}: TransmitterOptions): Transmitter {
  const pacers = new Map<string, Pacer>(
    [...channels].map(([name, channel]) => [name, createPacer(channel.capabilities.pace)]),
  );
  const pacerOf = (target: ChatTarget): Pacer => pacers.get(target.channel) as Pacer;

  function waitFor(target: ChatTarget): number {
    const now = timing.now();
    return Math.max(0, pacerOf(target).earliest(target, now) - now);
  }

  async function paceAllows(target: ChatTarget, patience: number): Promise<number> {
    for (;;) {
      const wait = waitFor(target);
      if (wait === 0 && !stopping.aborted) return slotWithin(target, patience);
      if (wait > patience || stopping.aborted) return wait;
      await timing.sleep(wait, stopping);
    }
  }

  /** The same for the pace of all workers: 0 once the slot has come. One that is too far off is not taken. */
  async function slotWithin(target: ChatTarget, patience: number): Promise<number> {
    const wait = await sharedPace.take(target.channel, patience);
    if (wait > patience) return wait;
    if (wait > 0) await timing.sleep(wait, stopping);
    return 0;
  }

  async function transmit(
    target: ChatTarget,
    message: OutboundMessage,
    slotTaken = false,
  ): Promise<SendOutcome> {
    const channel = channels.get(target.channel);
    if (!channel) return { kind: 'rejected', reason: 'no such channel', permanent: true };
    if (channel.windowOpen && !channel.windowOpen(target.conversationId, timing.now())) return CLOSED_WINDOW;
    const parts = partsOf(message, channel.capabilities);
    const giveUpAt = timing.now() + PARTS_LIMIT_MS;
    let outcome: SendOutcome = { kind: 'sent' };
    for (const [i, part] of parts.entries()) {
      outcome = await sendWhenFree(channel, target, part, slotTaken && i === 0);
      while (i > 0 && mayTryAgain(outcome) && timing.now() < giveUpAt && !stopping.aborted) {
        await timing.sleep(outcome.retryAfterMs ?? PART_RETRY_MS, stopping);
        outcome = await sendWhenFree(channel, target, part);
      }
      if (outcome.kind === 'sent') continue;
      return i === 0
        ? outcome
        : { kind: 'unknown', reason: `part ${i + 1} of ${parts.length}: ${outcome.reason}` };
    }
    return outcome;
  }

  async function sendWhenFree(
    channel: Channel,
    target: ChatTarget,
    part: OutboundMessage,
    slotTaken = false,
  ): Promise<SendOutcome> {
    if (!slotTaken && (await paceAllows(target, Number.POSITIVE_INFINITY)) > 0) return STOPPING;
    // Another part of this process may have left between that and this line: looked at and taken without a pause.
    while (waitFor(target) > 0) {
      if (stopping.aborted) return STOPPING;
      await timing.sleep(waitFor(target), stopping);
    }
    pacerOf(target).take(target, timing.now());
    const outcome = await limited(channel.send(target.conversationId, part));
    if (outcome.kind === 'rejected' && outcome.retryAfterMs)
      pacerOf(target).holdUntil(target, timing.now() + outcome.retryAfterMs);
    return outcome;
  }

  function limited(sending: Promise<SendOutcome>): Promise<SendOutcome> {
    return new Promise((resolve) => {
      const cancel = timing.after(SEND_LIMIT_MS, () =>
        resolve({ kind: 'unknown', reason: 'the channel gave no answer' }),
      );
      sending
        .catch((error: unknown): SendOutcome => {
          log.error({ err: error }, 'outbox: a channel threw while sending');
          return { kind: 'unknown', reason: 'the channel threw' };
        })
        .then(resolve)
        .finally(cancel);
    });
  }

  return { waitFor, paceAllows, transmit };
}

const mayTryAgain = (outcome: SendOutcome): outcome is SendOutcome & { kind: 'rejected' } =>
  outcome.kind === 'rejected' && !outcome.permanent;
