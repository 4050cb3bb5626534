/** What contacts read of policies that are sent to them unasked, and how they say yes and no to it. */
import { formatYuan } from '../figures/index.ts';

export const pushWords = {
  on: '好的，有适合您企业的新政策会告诉您。先说说企业情况，我才知道哪些适合；不想收了就说“不要推送”。（在群里说的不算，请单独发给我。）',
  off: '好的，不再主动推送政策；您设的提醒照旧。想再收就说“有新政策告诉我”。（在群里说的不算，请单独发给我。）',
  /** A verdict on what the contact has told, with the document's own words. */
  told: ({
    title,
    about,
    amountYuan,
    quote,
  }: {
    title: string;
    about: string;
    amountYuan: number | null;
    quote: string;
  }) =>
    [
      `有一条政策，按您说过的情况您可能用得上：${title}（${sourceOf(about)}）。`,
      amountYuan === null ? null : `按您说过的情况可得${formatYuan(amountYuan)}，以审核为准。`,
      `原文：“${quote}”`,
      '想细问就直接回我；不想再收到，回“不要推送”。',
    ]
      .filter((line) => line !== null)
      .join('\n'),
  nobody: '没有可以推送的人：符合的人里没有谁同意过接收。',
  noMeasure: (id: string) => `没有“${id}”这一条，可能刚被撤下。`,
} as const;

function sourceOf(about: string): string {
  const [number, item] = about.split('#');
  return item ? `${number} 第${item}条` : `${number}`;
}
