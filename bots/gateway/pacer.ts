/**
 * When the next message may leave. Sliding windows: within any second at most `overallPerSecond` on the channel and
 * `perChatPerSecond` in a chat, within any minute at most `perGroupPerMinute` in a group. Time is an argument.
 */
import type { Capabilities } from '../channel.ts';

export interface Chat {
  conversationId: string;
  isGroup: boolean;
}

export interface Pacer {
  /** The earliest time a message to this chat may leave; takes nothing. */
  earliest(chat: Chat, now: number): number;
  /** Notes that a message leaves now. Slots are never taken ahead, so the windows hold real sending times. */
  take(chat: Chat, now: number): void;
  /** The platform said "later" for this chat (retry_after). */
  holdUntil(chat: Chat, time: number): void;
}

/** The last `most` times within `lengthMs`: a further one has to wait for the oldest of them to pass. */
interface Window {
  lengthMs: number;
  most: number;
  times: number[];
}

const SECOND = 1_000;
const MINUTE = 60_000;
/** Chats silent for this long are forgotten. */
const FORGET_AFTER = 2 * MINUTE;

export function createPacer(pace: Capabilities['pace']): Pacer {
  const overall = pace && windowOf(SECOND, pace.overallPerSecond);
  const chats = new Map<string, { windows: Window[]; heldUntil: number; lastUse: number }>();
  let swept = 0;

  function chatOf(chat: Chat, now: number) {
    if (now - swept > FORGET_AFTER) {
      for (const [id, state] of chats)
        if (Math.max(state.lastUse, state.heldUntil) < now - FORGET_AFTER) chats.delete(id);
      swept = now;
    }
    let state = chats.get(chat.conversationId);
    if (!state) {
      const windows = pace ? [windowOf(SECOND, pace.perChatPerSecond)] : [];
      if (pace?.perGroupPerMinute && chat.isGroup) windows.push(windowOf(MINUTE, pace.perGroupPerMinute));
      state = { windows, heldUntil: 0, lastUse: now };
      chats.set(chat.conversationId, state);
    }
    return state;
  }

  const windowsOf = (state: { windows: Window[] }) => (overall ? [overall, ...state.windows] : state.windows);

  return {
    earliest(chat, now) {
      const state = chatOf(chat, now);
      return Math.max(now, state.heldUntil, ...windowsOf(state).map((window) => freeAt(window, now)));
    },
    take(chat, now) {
      const state = chatOf(chat, now);
      for (const window of windowsOf(state)) use(window, now);
      state.lastUse = now;
    },
    holdUntil(chat, time) {
      const state = chatOf(chat, time);
      state.heldUntil = Math.max(state.heldUntil, time);
    },
  };
}

const windowOf = (lengthMs: number, most: number): Window => ({ lengthMs, most, times: [] });

/** Times that are ahead are of a clock that was set back since: they say nothing. */
function freeAt(window: Window, now: number): number {
  if (window.times.some((time) => time > now)) window.times = window.times.filter((time) => time <= now);
  return window.times.length < window.most ? 0 : (window.times[0] ?? 0) + window.lengthMs;
}

function use(window: Window, now: number): void {
  window.times.push(now);
  if (window.times.length > window.most) window.times.shift();
}
