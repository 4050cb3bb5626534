/** For platforms that deliver a message once and never again: it is offered to the store until the store takes it. */
import type { InboundMessage, Receive } from './channel.ts';
import { describeError, type Log } from './log.ts';
import type { Timing } from './timing.ts';

const WAITS_MS = [200, 1_000, 5_000, 15_000];

export interface OnceReceiver {
  /** Messages go on in the order of these calls. Never throws. */
  take(message: InboundMessage): void;
  /** Resolves when everything taken so far is stored or given up. */
  settled(): Promise<void>;
}

export function createOnceReceiver(receive: Receive, timing: Timing, log: Log): OnceReceiver {
  let tail: Promise<void> = Promise.resolve();

  async function offer(message: InboundMessage): Promise<void> {
    for (const wait of [...WAITS_MS, null]) {
      try {
        await receive(message);
        return;
      } catch (error) {
        const about = { channel: message.channel, error: describeError(error, message.text) };
        if (wait === null) log.error(about, 'a message could not be stored and is lost');
        else await timing.sleep(wait);
      }
    }
  }

  return {
    take(message) {
      tail = tail.then(() => offer(message));
    },
    settled: () => tail,
  };
}
