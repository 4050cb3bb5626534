/** Messages that ask nothing of a policy: greetings, thanks, who are you, abuse, attempts to make the bot say something else. */
import { type Act, readAct } from '../language/index.ts';
import { normalise } from './analyse.ts';

const TALK = [
  'greeting',
  'thanks',
  'goodbye',
  'who',
  'authority',
  'freshness',
  'keeping',
  'fee',
  'contact',
  'help',
  'ok',
  'useless',
  'abuse',
  'orders',
  'chat',
  'media',
  'opening',
] as const satisfies readonly Act[];

export type SmallTalk = (typeof TALK)[number] | 'empty';

/** Null where the message asks or tells something, or steers a conversation. */
export function readSmallTalk(question: string): SmallTalk | null {
  if (normalise(question).replace(/[\s\p{P}\p{S}]+/gu, '') === '') return 'empty';
  const { act, rest } = readAct(question) ?? { act: null, rest: '' };
  // 您好，区里给旅行社发一笔钱，有这回事吗: a greeting beside something else is courtesy.
  if (act === 'greeting' && rest !== '') return null;
  return TALK.find((one) => one === act) ?? null;
}
