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
  const read = readAct(question);
  // 在吗，房租能减免吗: what stands beside an act is what the message is about.
  if (read?.rest && read.rest !== normalise(question)) return readSmallTalk(read.rest);
  return TALK.find((one) => one === read?.act) ?? null;
}
