/** What a handler sees of one turn, and what it gives back. */
import {
  type Day,
  type Effect,
  type Known,
  type Message,
  plainReply,
  type ReminderChoice,
  type Reply,
} from '../contract/index.ts';
import type { Utterance } from '../language/index.ts';
import type { Knowledge } from '../policy/index.ts';
import type { Index } from '../retrieval/index.ts';
import type { State } from './state.ts';

/** What app hands in of the reminders room: pure functions, so that a reply can name the days it promises. */
export interface ReminderPlanner {
  /** Words → when to remind; null when the words choose nothing and the default is meant. */
  choose(text: string, now: string): ReminderChoice | null;
  /** Local times 'YYYY-MM-DDTHH:MM' of the notices still ahead; empty when all would be past. */
  plan(
    about: string,
    deadline: Day,
    choice: ReminderChoice | null,
    now: string,
  ): { choice: ReminderChoice; times: string[] };
  /** 7月30日是周六，最后一个工作日是7月29日（周五）; null on a plain working day. */
  dayNote(day: Day): string | null;
}

/** The bot's knowledge and tools: the same for every turn. */
export interface Mind {
  knowledge: Knowledge;
  index: Index;
}

export interface Scene {
  state: State;
  /** What was offered or asked last, for a yes or no now. The state itself has forgotten it: an offer stands for one turn. */
  confirm: State['confirm'];
  /** What the last turn did, for 取消. */
  lastAct: State['lastAct'];
  /** What was sent, without what only opens the talk. */
  message: Message;
  /** The message, read once: what each part of it does, and of whom it tells. */
  utterance: Utterance;
  /** Local time in Asia/Shanghai, 'YYYY-MM-DDTHH:MM'. */
  now: string;
  today: Day;
  known: Known;
  mind: Mind;
  planner: ReminderPlanner;
}

export interface Outcome {
  state: State;
  reply: Reply;
  effects: Effect[];
  /** No document answers what was asked: for whoever wants to know what is missing. */
  unanswered?: boolean;
  /** 算了，参展有补贴吗: what else the message asks. It is answered in the place of this reply, as if it had been sent next. */
  rest?: string;
}

/** Answers null when the message is not its business. */
export type Handler = (scene: Scene) => Outcome | null;

/** A plain reply: clears what was asked before, unless the state given says otherwise. */
export function say(state: State, text: string, more: Partial<Reply> = {}, effects: Effect[] = []): Outcome {
  const reply: Reply = { ...plainReply(text), ...more };
  const menu = reply.options.length > 0 ? reply.options.map(({ id }) => id) : state.menu;
  const asked = reply.asks ?? [];
  return { state: { ...state, options: reply.options, menu, asked }, reply, effects };
}
