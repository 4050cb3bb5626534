/** How sure it is that the first measure answers the question: few signals, each between 0 and 1. */
import { normalise, wordsOf } from './analyse.ts';
import type { Entry, Index } from './build-index.ts';
import { meantBy } from './lexicon.ts';
import { idfOf } from './postings.ts';
import { askingPart, type Ranked } from './rank.ts';

export interface Signals {
  /** Share of the question's words, by weight, that the measure (or its aliases) has. */
  words: number;
  /** Cosine with the nearest alias. */
  alias: number;
  /** Share of the question's weight that the text score reaches. */
  share: number;
  /** How far the second stays behind, as a share of the first's score. */
  gap: number;
}

/** Words that carry nothing of a topic. */
const EMPTY = new Set(
  '的 了 吗 呢 吧 啊 呀 么 嘛 我 我们 咱 咱们 你 你们 他 他们 它 公司 企业 单位 厂 厂里 工厂 请问 想 问 问下 一下 多少 怎么 咋 如何 什么 啥 哪 哪个 哪些 哪里 哪儿 谁 几 是 有 没有 没 有没有 能 能不能 可以 可 会 要 得 不 就 都 还 也 很 太 在 到 给 对 和 与 或 跟 把 被 让 从 这 那 这个 那个 这些 那些 现在 今年 去年 知道 需要 应该 是不是 关于 方面 情况 时候 政策 文件 措施 规定 条 里 上 下 中 个 家 钱 块 呗 哦 请 帮 帮忙 麻烦 您 您好 你好 谢谢 老板 说 讲 看 看看 查 找 做 搞 弄 拿 用 去 来 又 再 已经 如果 要是 但是 因为 所以 然后 而且 还是 的话 相关 具体 目前 这边 那边 我司 本 本公司 贵 听说 有点 一点 一些 怎样 咋样 咋办 怎么办 是否 能否 不能 不会 不是 行 成 啦 只 才 为 而 等 该 其 时 后 前 内 每 次 第 以 及 并 由 于 将 过 着 起 出 来 些 点 哈 嗯 俺 老 大 小 多 少 好 太大 别 它们 自己 一直 一下子 总是 今天 那个 这种 那种 有没 咱们家 这回事 一个 一家 一笔 您们'.split(
    ' ',
  ),
);

/** Words of a question that say what it is about. */
export function contentWords(question: string): string[] {
  return joinSingles(wordsOf(question)).filter((word) => !EMPTY.has(word) && !COUNT.test(word));
}

/** 350 · 几万 · 一个月 · 七八百: facts of the asker. */
const COUNT = /^(?:\d+|[\d一二三四五六七八九十百千万亿几两半多]+[个月天年块元人家万亿]*)$/u;

/** The segmenter cuts short forms it does not know into characters (社|保): neighbours that carry something are one word. */
function joinSingles(words: string[]): string[] {
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

export function signalsOf(index: Index, question: string, ranked: Ranked[]): Signals {
  const [first, second] = ranked;
  if (!first) return { words: 0, alias: 0, share: 0, gap: 0 };
  return {
    words: wordShare(index, question, first.entry),
    alias: Math.min(1, first.alias),
    share: Math.min(1, first.share),
    gap: second ? 1 - second.score / first.score : 1,
  };
}

function wordShare(index: Index, question: string, entry: Entry): number {
  const text = allText(entry);
  const meant = meantBy(index.lexicon, question);
  let whole = 0;
  let found = 0;
  for (const word of contentWords(askingPart(question))) {
    const weight = wordWeight(index, word);
    whole += weight;
    if (text.includes(word)) found += weight;
    else if (
      meant.some(
        ({ said, means }) =>
          (said.includes(word) || word.includes(said)) && means.some((one) => text.includes(one)),
      )
    )
      found += 0.8 * weight;
    else if (word.length > 2) found += weight * partShare(word, text);
  }
  return whole === 0 ? 0 : found / whole;
}

/** A long word counts by its pairs: 技改设备 for 设备. */
function partShare(word: string, text: string): number {
  let found = 0;
  for (let at = 0; at + 1 < word.length; at += 1) if (text.includes(word.slice(at, at + 2))) found += 1;
  return (0.8 * found) / (word.length - 1);
}

/** The rarest pair of a word; a word that no document has weighs most. */
function wordWeight(index: Index, word: string): number {
  const unknown = Math.log(1 + index.text.size);
  if (word.length === 1) return 0.5 * (idfOf(index.text, word.charCodeAt(0)) ?? unknown);
  let weight = 0;
  for (let at = 0; at + 1 < word.length; at += 1) {
    const pair = word.charCodeAt(at) * 0x10000 + word.charCodeAt(at + 1);
    weight = Math.max(weight, idfOf(index.text, pair) ?? idfOf(index.text, word) ?? unknown);
  }
  return weight;
}

function allText(entry: Entry): string {
  return normalise(
    entry.kind === 'measure'
      ? [entry.measure.title, entry.measure.clause.text, ...entry.measure.aliases].join('\n')
      : [entry.policy.title, entry.text, ...entry.aliases].join('\n'),
  );
}

/** One number from the signals: a logistic sum. */
export function surenessOf({ words, alias, share, gap }: Signals): number {
  const sum = -4.2 + 3.2 * words + 2.4 * alias + 3 * share + 3 * Math.min(gap, 0.5);
  return 1 / (1 + Math.exp(-sum));
}
