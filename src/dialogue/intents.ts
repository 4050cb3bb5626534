/** Short messages that steer: the act, a yes or no, a number picked. */

import { forLastTexts, type Message } from '../contract/index.ts';
import {
  type Act,
  agrees,
  disagrees,
  isOnlyNotKnown,
  opensWithYes,
  type ReadAct,
  readAct,
} from '../language/index.ts';

const CLOSING = /[\s。．.!！~～…，,、；;：:“”"'‘’]+|[呀啊哦喔噢哈呗啦嘛]+$/gu;

/** The message as intents are matched: without blanks, punctuation and closing particles. */
export const bare = forLastTexts(4, (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(CLOSING, '')
    .replace(/[?？]{1,20}$/u, ''),
);

/** What the message does in the talk, and what else it says; null where it only asks or tells. */
export const actOf = ({ text, said }: Pick<Message, 'text' | 'said'>): ReadAct | null => read(said ?? text);
const read = forLastTexts(4, readAct);

export const readIntent = (message: Pick<Message, 'text' | 'said'>): Act | null =>
  actOf(message)?.act ?? null;

/** 是 · 对 · 好的 · 可以 · 嗯. */
export const isYes = (text: string): boolean => agrees(bare(text));

/** 对，全部删掉 · 是的删吧 · 确认删除: yes to deleting, in so many words. 是什么意思 · 要是删了 are none. */
export function isYesToDelete(text: string): boolean {
  const message = bare(text);
  if (/不|别|没|先|等|吗|[?？]|算了|什么|啥|怎|哪|谁|几|多少|要是|如果/u.test(message)) return false;
  return agrees(message) || opensWithYes(message) || /删|清空|忘/u.test(message);
}

/** 不 · 不要 · 不是 · 没有. */
export const isNo = (text: string): boolean => disagrees(bare(text));

const ORDINALS = '一二三四五六七八九';

/** The option picked by its place: 2 · 第二个 · 选2 · ② · 二; null when the message is no such thing. */
export function readPick(text: string): number | null {
  const match =
    /^(?:选|我选|回复|要|看|就)?(?:第)?(?<digit>[1-9一二两三四五六七八九])(?:个|项|条|种)?(?:吧|的|呢|讲讲|说说|看看|详细点?)?$/u.exec(
      bare(text),
    );
  const digit = match?.groups?.digit;
  if (!digit) return null;
  if (digit === '两') return 2;
  return /\d/u.test(digit) ? Number(digit) : ORDINALS.indexOf(digit) + 1;
}

/** 不知道 · 不清楚 · 说不准, and nothing else. */
export const isNotKnown = (text: string): boolean => isOnlyNotKnown(bare(text));
