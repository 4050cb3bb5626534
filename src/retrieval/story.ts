/** A long story tells and asks: which of its parts ask. */

/** 吗 · 什么 · 多少 · 怎么 · 能不能 · 补贴 …: the part of a story that asks. */
const ASKS =
  /[?？吗呢]|什么|啥|多少|几|怎么|咋|如何|哪|谁|能不能|可不可以|有没有|是不是|能否|可以|补贴|奖励|支持|政策|想(?:问|知道|了解)|请问|咨询/u;
const LONG = 36;

/** The parts of a long story, and which of them ask; a short question is one part. */
export function storyParts(question: string): { text: string; asks: boolean }[] {
  const parts =
    question.length > LONG
      ? question.split(/[，,。；;！!？?\n]/u).filter((part) => part.trim() !== '')
      : [question];
  return parts.map((text, at) => ({ text, asks: at >= parts.length - 2 || ASKS.test(text) }));
}

/** A long story without the parts that only tell. */
export function askingPart(question: string): string {
  return storyParts(question)
    .filter(({ asks }) => asks)
    .map(({ text }) => text)
    .join('，');
}
