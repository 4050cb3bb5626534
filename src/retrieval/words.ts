/** The words of a question that say what it is about. */

import { forLastTexts } from '../contract/index.ts';
import { segmentsOf, wordsOf } from './analyse.ts';

/** Words that carry nothing of a topic. */
const EMPTY = new Set(
  '我想 我想问 想问 的 了 吗 呢 吧 啊 呀 么 嘛 我 我们 咱 咱们 你 你们 他 他们 它 公司 企业 单位 厂 厂里 工厂 请问 想 问 问下 一下 多少 怎么 咋 如何 什么 啥 哪 哪个 哪些 哪里 哪儿 谁 几 是 有 没有 没 有没有 能 能不能 可以 可 会 要 得 不 就 都 还 也 很 太 在 到 给 对 和 与 或 跟 把 被 让 从 这 那 这个 那个 这些 那些 现在 今年 去年 知道 需要 应该 是不是 关于 方面 情况 时候 政策 文件 措施 规定 条 里 上 下 中 个 家 钱 块 呗 哦 请 帮 帮忙 麻烦 您 您好 你好 谢谢 老板 说 讲 看 看看 查 找 做 搞 弄 拿 用 去 来 又 再 已经 如果 要是 但是 因为 所以 然后 而且 还是 的话 相关 具体 目前 这边 那边 我司 本 本公司 贵 听说 有点 一点 一些 怎样 咋样 咋办 怎么办 是否 能否 不能 不会 不是 行 成 啦 只 才 为 而 等 该 其 时 后 前 内 每 次 第 以 及 并 由 于 将 过 着 起 出 来 些 点 哈 嗯 俺 老 大 小 多 少 好 太大 别 它们 自己 一直 一下子 总是 今天 那个 这种 那种 有没 咱们家 这回事 一个 一家 一笔 意思 啥意思 干嘛 干啥 干吗 怎么回事 回事 有啥 哪些人 哪家 哪种 哪天 为什么 为啥 办 管 归 算 弄 搞 叫 用 啥时候 几时 何时 多久 多大 多长 吗 不行 可不可以 行不行 是啥 怎 各 所 就是 这么 那么 一共 总共 大概 到底 究竟 一般'.split(
    ' ',
  ),
);

/** Words of a question that say what it is about. */
export const contentWords: (question: string) => readonly string[] = forLastTexts(16, (question) =>
  joinSingles(wordsOf(question)).filter((word) => !EMPTY.has(word) && !COUNT.test(word)),
);

/** 350 · 几万 · 一个月 · 七八百: facts of the asker. */
const COUNT = /^(?:\d+|[\d一二三四五六七八九十百千万亿几两半多]+[个月天年块元人家万亿]*)$/u;

/** The segmenter cuts short forms it does not know into characters (社|保): neighbours that carry something are one word. */
function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const single = word.length === 1 && !EMPTY.has(word) && !COUNT.test(word) && /\p{Script=Han}/u.test(word);
    if (single && open) joined[joined.length - 1] += word;
    else joined.push(word);
    open = single;
  }
  return joined;
}

/** The text with a blank for every word that carries nothing of a topic. */
export function withoutEmptyWords(text: string): string {
  return segmentsOf(text)
    .map((word) => (EMPTY.has(word) ? '\u3000' : word))
    .join('');
}
