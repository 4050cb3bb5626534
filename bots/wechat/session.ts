/**
 * One life of a wechaty bot, from its start until its wire is lost. wechaty's own watchdog is not used with PuppetService:
 * it takes a quiet hour for a lost wire, and its reset stops the far puppet, which logs the account out. Here the far side
 * is asked for a sign of life, and what is lost is left behind for a new session.
 */
import type { Friendship, Wechaty } from 'wechaty';
import { atMost, type Timing } from '../timing.ts';
import { isCut, isWrongToken } from './failure.ts';

export type Loss = 'silent' | 'cut' | 'wrong-token' | 'ended';

export interface SessionEvents {
  scan(code: string, status: number): void;
  login(): void;
  logout(): void;
  message(bot: Wechaty, messageId: string): void;
  friendship(bot: Wechaty, friendship: Friendship): void;
  error(error: unknown): void;
}

export interface Session {
  bot: Wechaty;
  /** Resolves with how the wire was lost; 'ended' when that was asked for. */
  lost: Promise<Loss>;
  /** Lets go of the puppet; a far one stays logged in. Never throws. */
  end(): Promise<void>;
}

export interface SessionOptions {
  bot: Wechaty;
  /** The puppet is on the other side of a wire. */
  remote: boolean;
  /** A wire without a sign of life for so long is lost. */
  silenceMs: number;
  timing: Timing;
  events: SessionEvents;
}

const END_LIMIT_MS = 5_000;
/** wechaty waits for a start that hangs before it stops. */
const END_UNSTARTED_LIMIT_MS = 500;

export function openSession({ bot, remote, silenceMs, timing, events }: SessionOptions): Session {
  const over = new AbortController();
  const lost = Promise.withResolvers<Loss>();
  let lastSign = timing.now();

  function lose(loss: Loss): void {
    over.abort();
    lost.resolve(loss);
  }

  /** What a handler throws must not reach wechaty: it would end the process. Nothing is heard after the end. */
  const guarded =
    <A extends unknown[]>(handle: (...args: A) => void) =>
    (...args: A): void => {
      lastSign = timing.now();
      if (over.signal.aborted) return;
      try {
        handle(...args);
      } catch (error) {
        events.error(error);
      }
    };

  const hear = guarded((messageId: string) => events.message(bot, messageId));
  const meet = guarded((friendship: Friendship) => events.friendship(bot, friendship));
  const alive = guarded(() => undefined);

  bot.on('scan', guarded(events.scan));
  bot.on('login', guarded(events.login));
  bot.on('logout', guarded(events.logout));
  bot.on('friendship', meet);
  bot.on('heartbeat', alive);
  bot.on('dong', alive);
  // wechaty fetches each message before it tells of it, and loses their order: the puppet tells of them as they come.
  bot.on('puppet', (puppet) => {
    if (remote) keepNoPayloads(puppet);
    puppet.on('message', ({ messageId }) => hear(messageId));
  });
  // Stays for good: an 'error' event without a listener ends the process.
  bot.on('error', (error) => {
    if (!over.signal.aborted) events.error(error);
    if (remote && isWrongToken(error)) lose('wrong-token');
    else if (remote && isCut(error)) lose('cut');
  });

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      await timing.sleep(silenceMs / 4, over.signal);
      if (over.signal.aborted) return;
      if (timing.now() - lastSign > silenceMs) lose('silent');
      else ask();
    }
  }

  /** Answered by a 'dong', or at least by the end of the silence. */
  function ask(): void {
    try {
      bot.puppet.ding('huiqi');
    } catch {
      // No puppet or no wire at the moment: then there is no sign of life either.
    }
  }

  bot.start().catch((error: unknown) => events.error(error));
  if (remote) void watch();

  return {
    bot,
    lost: lost.promise,
    async end() {
      lose('ended');
      if (remote) leaveFarPuppetRunning(bot);
      await atMost(timing, bot.isLoggedIn ? END_LIMIT_MS : END_UNSTARTED_LIMIT_MS, bot.stop());
    },
  };
}

/** As far as it is touched here; wechaty-puppet-service 1.19.9. */
interface FarSide {
  grpcManager: { client: { stop: unknown }; eventStream?: { cancel(): void } };
  _payloadStore?: { start: unknown };
}

/** The near half would keep contacts and rooms in the home folder, past every "forget me". */
function keepNoPayloads(puppet: unknown): void {
  const { _payloadStore: store } = puppet as FarSide;
  if (store) store.start = async () => undefined;
}

/** Stopping the near half would stop the far one too, and log the account out. */
function leaveFarPuppetRunning(bot: Wechaty): void {
  try {
    const { grpcManager } = bot.puppet as unknown as FarSide;
    grpcManager.client.stop = (_request: unknown, done: (error: null) => void) => done(null);
    // The far side has one listener at a time; left open, this one would keep the next session deaf.
    grpcManager.eventStream?.cancel();
  } catch {
    // There is no wire (any more).
  }
}
