/** Scores single messages of a talk (turns.own.jsonl): whether they are answered where their answer stands. */
import { type Mind, type ReminderPlanner, turn } from '../../../src/dialogue/index.ts';
import { focusOn, freshState } from '../../../src/dialogue/state.ts';
import type { Turn } from '../turns.ts';

export interface TurnScore {
  /** Of those that go on about the measure in hand: it stays, and the sentence is quoted or said to be missing. */
  hand: number;
  /** Of those that turn to another measure, or begin with it: it is answered from it, and not from a menu. */
  other: number;
}

const PLANNER: ReminderPlanner = {
  choose: () => null,
  plan: () => ({ choice: { daysBefore: [] }, times: [] }) as never,
  dayNote: () => null,
};
/** A stranger who has told nothing. */
const STRANGER = { profile: {}, evidence: {}, firstContact: false, beside: [], reminders: [], tickets: [] };

export function scoreTurns(turns: readonly Turn[], mind: Mind): TurnScore {
  const of = { hand: [0, 0], other: [0, 0] } as Record<keyof TurnScore, [number, number]>;
  for (const one of turns) {
    if (one.where !== 'hand' && one.where !== 'other') continue;
    const tally = of[one.where];
    tally[0] += isRight(one, mind) ? 1 : 0;
    tally[1] += 1;
  }
  return { hand: of.hand[0] / of.hand[1], other: of.other[0] / of.other[1] };
}

function isRight(one: Turn, mind: Mind): boolean {
  const before = one.hand === null || one.before === null ? null : say(one, one.before, null, mind).state;
  const state =
    before?.about === one.hand || one.hand === null
      ? before
      : { ...focusOn(freshState, one.hand), opened: one.before, lastQuestion: one.before };
  const { reply, state: after } = say(one, one.text, state, mind);
  if (/您问的是哪一条|几个地方的文件/u.test(reply.text)) return false;
  if (one.where === 'other') return after.about !== null && one.ids.includes(after.about);
  return after.about === one.hand && answers(one, plain(reply.text));
}

const say = ({ today }: Turn, text: string, state: object | null, mind: Mind) =>
  turn({
    state: state === null ? null : JSON.stringify(state),
    message: { text },
    now: `${today}T09:00`,
    today,
    known: STRANGER as never,
    mind,
    planner: PLANNER,
  });

/** So much of the sentence, from its beginning or to its end, is the sentence. */
const ENOUGH = { first: 14, last: 10 };
const answers = ({ quote }: Turn, reply: string): boolean => {
  if (quote === null) return /没有写|没写|没有说|未写明|没有列/u.test(reply);
  const sentence = plain(quote);
  return reply.includes(sentence.slice(0, ENOUGH.first)) || reply.includes(sentence.slice(-ENOUGH.last));
};

const plain = (text: string): string =>
  text
    .replace(/\s|-\s*\d+\s*-|\*\*/gu, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')');
