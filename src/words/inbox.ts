/** What is said about questions that officers handle: to them, and to the contacts. */
import type { Day } from '../contract/index.ts';
import { formatFullDay } from '../figures/index.ts';

export const inboxWords = {
  handledAlready: '这些问题已经有人处理了。请刷新后再看。',
  noMeasure: (id: string) => `没有“${id}”这一条，可能刚被撤下。请另选一条。`,
  emptyAnswer: '请写上答复。',
  nobody: '这句话没有留下是谁问的，转不了诉求。',
  ticketOpened: (question: string, id: string) =>
    `您问过的“${question.slice(0, 40)}”已转给工作人员，编号${id}。有答复会发到这里。`,
  /** An officer's words, never the document's. */
  ownAnswer: (text: string, by: string, on: Day, similar: string | null) =>
    `${like(similar)}工作人员答复（${by}，${formatFullDay(on)}）：\n${text}\n（这是工作人员写的，不是文件原文。）`,
  whomToAsk: (text: string, by: string, on: Day, similar: string | null) =>
    `${like(similar)}这件事请问：${text}\n（工作人员${by} ${formatFullDay(on)}答复，不是文件原文。）`,
} as const;

/** An answer to another question than this one is told as such. */
const like = (question: string | null): string =>
  question === null ? '' : `有人问过类似的“${question.slice(0, 40)}”，供您参考。\n`;
