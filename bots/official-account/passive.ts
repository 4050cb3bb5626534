/**
 * Requests that wait for their answer. An answer goes only into the request of its own message: once that is over, the
 * message can never again be answered through a request, whoever writes next.
 */
import type { Timing } from '../timing.ts';

export interface PassiveAnswers {
  /** Opens the wait for a message's answer. Null: another request waits for the same message. */
  open(eventId: string, limitMs: number, gone: AbortSignal): PassiveWait | null;
  /** True: the text is the answer of the waiting request. False: nobody waits (any more). */
  give(eventId: string, text: string): boolean;
  /** Lets every waiting request go without an answer. */
  closeAll(): void;
}

export interface PassiveWait {
  /** The answer, or null when the time is over, the platform has hung up, or nobody wants it any more. */
  answer: Promise<string | null>;
  close(): void;
}

export function createPassiveAnswers(timing: Timing): PassiveAnswers {
  const waiting = new Map<string, (text: string | null) => void>();

  return {
    open(eventId, limitMs, gone) {
      if (waiting.has(eventId)) return null;
      const done = new AbortController();
      const { promise, resolve } = Promise.withResolvers<string | null>();
      const settle = (text: string | null) => {
        if (waiting.get(eventId) === settle) waiting.delete(eventId);
        done.abort();
        gone.removeEventListener('abort', hungUp);
        resolve(text);
      };
      const hungUp = () => settle(null);
      waiting.set(eventId, settle);
      gone.addEventListener('abort', hungUp);
      if (gone.aborted) hungUp();
      else void timing.sleep(limitMs, done.signal).then(() => settle(null));
      return { answer: promise, close: () => settle(null) };
    },
    give(eventId, text) {
      const settle = waiting.get(eventId);
      settle?.(text);
      return settle !== undefined;
    },
    closeAll() {
      for (const settle of [...waiting.values()]) settle(null);
    },
  };
}
