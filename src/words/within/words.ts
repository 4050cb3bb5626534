import type { AspectName } from './aspects.ts';

const ask = (whom: string | null): string => (whom ? `，可问${whom}。` : '，请向责任单位核实。');

/** What is said before the sentence that answers, or in its place where none does. */
export const withinWords = {
  /** 不算 · 不补 · 不能: the verb that was asked, denied. */
  no: (verb: string) => `不${verb}：`,
  has: '有：',
  needed: '要：',
  holds: '是：',
  holdsNot: '不是，条文写的是：',
  fits: '这一点符合：',
  fitsNot: '这一点不符合：',
  once: '是一次性的：',
  tier: (step: string) => `算${step}以上这一档。`,
  beforeStart: '那时文件还没有施行，算不算文件没有写：',
  /** 省级：20万元。 */
  each: (named: string, figure: string) => `${named}：${figure}。`,
  /** 鼓励 · 应当: the word that says how far it binds. */
  binds: (modal: string) => `不一定，条文用的词是“${modal}”：`,
  bindsAll: (modal: string) => `条文用的词是“${modal}”：`,
  lacking: (name: AspectName, whom: string | null) => `${LACKING[name]}，文件没有写${ask(whom)}`,
} as const;

const LACKING: Record<AspectName, string> = {
  payout: '审核和发放的时间',
  instalments: '一次给还是分几次给',
  overlap: '能不能和其他补贴同时享受',
  recurrence: '能享受几次、以后每年还有没有',
  start: '从什么时候开始',
  duration: '具体时间长短',
  most: '有没有上限',
  reckoning: '具体怎么计算',
  together: '分几次、几笔的能不能加起来算',
  certainty: '是不是一定给',
  later: '以后还有没有',
};
