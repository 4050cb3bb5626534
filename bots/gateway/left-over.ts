/** What another process, or this one in trouble, has left behind: messages without an answer, replies that were begun, keys that are too old. */
import { type Store, type StoredInbound, tidyKept } from '../../src/service/index.ts';
import type { InboundMessage } from '../channel.ts';
import type { Log } from '../log.ts';
import type { Timing } from '../timing.ts';
import type { Limits } from './limits.ts';
import { LEASE_MS, type Outbox } from './outbox.ts';
import { readStored } from './stored-message.ts';

export interface LeftOver {
  atStart(): Promise<void>;
  /** Once a minute: leases that ran out, messages that fell through, keys that are too old. */
  sweepUntil(stopping: AbortSignal, timing: Timing): Promise<void>;
  /** A stored message that cannot be read is answered by nobody. */
  setAside(stored: StoredInbound): Promise<void>;
}

export interface LeftOverOptions {
  store: Store;
  outbox: Pick<Outbox, 'wake'>;
  limits: Pick<Limits, 'answerMs' | 'dedupeMs'>;
  log: Log;
  /** Channels where the same reply may be sent again. */
  idempotent: string[];
  isOurs(channel: string): boolean;
  takeUp(message: InboundMessage): void;
}

const SWEEP_MS = 60_000;

export function createLeftOver(options: LeftOverOptions): LeftOver {
  const { store, outbox, limits, log, idempotent, isOurs } = options;
  /** An own store has no other user: what is leased or unanswered was left by a process that is gone. */
  const isAlone = store.engine === 'sqlite';

  /** Where several processes share the store, only what is too old to be in another's hands. */
  async function takeUp(olderThanMs: number): Promise<void> {
    const left = await store.transaction((records) => records.inbound.unanswered());
    for (const stored of left) {
      if (!isOurs(stored.channel) || store.now() - stored.receivedAt < olderThanMs) continue;
      const message = readStored(stored);
      if (message) options.takeUp(message);
      else await setAside(stored);
    }
  }

  async function setAside({ channel, eventId }: StoredInbound): Promise<void> {
    log.error({ channel }, 'gateway: a stored message cannot be read; set aside');
    await store.transaction((records) => records.inbound.markAnswered(channel, eventId, store.now()));
  }

  async function recover(at: number): Promise<void> {
    const { returned, unsure } = await store.transaction((records) => records.outbox.recover(at, idempotent));
    if (unsure > 0)
      log.warn({ unsure }, 'outbox: begun before a stop, not known whether sent; not sent again');
    if (returned > 0) outbox.wake();
  }

  async function sweep(): Promise<void> {
    await recover(store.now());
    await takeUp(2 * limits.answerMs);
    await tidyKept(store, store.now() - limits.dedupeMs);
  }

  return {
    setAside,
    async atStart() {
      await recover(store.now() + (isAlone ? LEASE_MS : 0));
      await takeUp(isAlone ? 0 : 2 * limits.answerMs);
    },
    async sweepUntil(stopping, timing) {
      for (;;) {
        await timing.sleep(SWEEP_MS, stopping);
        if (stopping.aborted) return;
        await sweep().catch((error: unknown) => log.error({ err: error }, 'gateway: the sweep failed'));
      }
    },
  };
}
