/**
 * How a message is opened before it comes to its matter: 请问可不可以跟我说下, 老板叫我打听, 我想了解一下, 我没找到. An opening tells nothing of the
 * enterprise. It is a run of small words that ends in one for giving or seeking information; what it is made of is in word-classes.
 */
import type { WordClass } from './word-classes.ts';
import { isA, type Said } from './words-said.ts';

/** What an opening may consist of beside the verb of information. */
const FILLING: readonly WordClass[] = [
  'soft',
  'trailing',
  'me',
  'person',
  'kin',
  'indefinite',
  'greeting',
  'medium',
];
/** What makes such a verb a request: somebody is asked, sent, able, willing. */
const ASKING: readonly WordClass[] = ['polite', 'you', 'bid', 'dative', 'able', 'want', 'not'];
const PARTS: readonly WordClass[] = [...FILLING, ...ASKING, 'inform', 'unfound'];

/** 张总, 给小白: a name that is no small word. */
const LONGEST_NAME = 3;

/** What has been read of an opening: up to `at`; its last verb of information, with what belongs to it, ends at `informed`. */
interface Opening {
  at: number;
  informed: number | null;
  /** Somebody is asked, by what stands before the verb or softens it. */
  asks: boolean;
  asksBefore: boolean;
}

/**
 * The offset in `text` at which the opening of the stretch from `from` to `end` ends, its start where there is none. `words` are
 * those of the stretch, in order.
 */
export function endOfOpening(words: readonly Said[], text: string, from: number, end: number): number {
  const whole = endOfSearch(words, from) ?? endOfWish(words, from);
  if (whole !== null) return whole;
  const opening: Opening = { at: from, informed: null, asks: false, asksBefore: false };
  for (let i = words.findIndex((word) => word.start >= from); i >= 0 && i < words.length; i++) {
    const cut = cutInside(opening, words, i, text);
    if (cut !== null) return cut;
    if (!goesOn(opening, words, i, from, end)) break;
    take(opening, words, i);
  }
  const { informed, asks } = opening;
  return informed !== null && asks && !wasTold(words, from, informed) ? informed : from;
}

/** 陈总和我讲, 我老同学跟我聊: somebody has told, and is not asked to; 陈总您跟我讲讲 and 老板让我问 ask. */
function wasTold(words: readonly Said[], from: number, end: number): boolean {
  const opening = words.filter((word) => word.start >= from && word.start < end);
  const asks = (word: Said, next: Said | undefined) =>
    isA(word, 'bid', 'able', 'want', 'not', 'unfound') ||
    (isA(word, 'polite') && !isA(word, 'kin', 'person')) ||
    isRepeated(word.word) ||
    isSoftened(word, next);
  if (opening.some((word, i) => asks(word, opening[i + 1]))) return false;
  const teller = opening.find((word) => isA(word, 'person', 'kin', 'indefinite', 'somebody'));
  if (!teller) return false;
  return opening.some(
    (word, i) =>
      word.start >= teller.end &&
      (isA(word, 'says') ||
        (isA(teller, 'somebody') && isA(word, 'inform') && !KNOWS.has(word.word)) ||
        ((isA(word, 'dative') || isTelling(word)) && isA(opening[i + 1], 'me'))),
  );
}

/** 有人知道: who knows is asked for. */
const KNOWS: ReadonlySet<string> = new Set(['知道', '懂', '了解', '明白', '晓得', '考虑', '关注', '关心']);

/** 我想摸个情况, 想讨教一二: what one wants is news of something, however it is called. */
function endOfWish(words: readonly Said[], from: number): number | null {
  const want = words.find((word) => isA(word, 'want'));
  if (!want || want.start - from > WISH_REACH) return null;
  const news = words.find((word) => word.start >= want.end && isA(word, 'news'));
  return news && news.start - want.end <= WISH_REACH ? news.end : null;
}
const WISH_REACH = 4;

/** How far into a stretch one may say where one has looked. */
const SEARCH_REACH = 10;
const NOT_FOUND = /^[不没](?:到|着|懂|清楚?|明白|出来)$/u;
const FINDS: ReadonlySet<string> = new Set(['到', '着', '明白', '清楚', '懂', '出来']);

/** 我在办事大厅没问到, 之前打过电话没问明白: looked for and not found, wherever it was; null where nothing is looked for. */
function endOfSearch(words: readonly Said[], from: number): number | null {
  for (const [i, denial] of words.entries()) {
    if (denial.start - from > SEARCH_REACH) return null;
    const before = words[i - 1];
    // 问不到 as one word for the end of it.
    if (NOT_FOUND.test(denial.word) && isA(before, 'inform') && before!.end === denial.start)
      return denial.end;
    const run = [before, denial, words[i + 1], words[i + 2]];
    // 没问到, or 问不到.
    const [verb, found] = isA(run[2], 'inform') ? [run[2], run[3]] : [run[0], run[2]];
    if (!isA(denial, 'not') || !isA(verb, 'inform') || !found || !FINDS.has(found.word)) continue;
    if (found.start !== Math.max(verb!.end, denial.end)) continue;
    const said = words.filter((word) => word.end <= denial.start);
    return said.every((word) => !isA(word, 'self') || isA(word, 'me')) ? found.end : null;
  }
  return null;
}

/** 告诉我公司…, 说下单子…: a longer word has swallowed the 我 or 下 that belongs to the verb before it. */
function cutInside(
  { at, informed, asks, asksBefore }: Opening,
  words: readonly Said[],
  i: number,
  text: string,
): number | null {
  const verb = words[i - 1];
  const said = words[i]!;
  if (informed !== at || verb === undefined || !(asks || asksBefore || i === 1)) return null;
  if (isTelling(verb) && said.start > at && text[at] === '我') return at + 1;
  if (said.start > at) return null;
  if (isTelling(verb) && isA(said, 'self') && !isPlural(said)) return at + 1;
  return isA(verb, 'inform') && verb.word.length === 1 && /^下./u.test(said.word) ? at + 1 : null;
}

function goesOn(
  { at, informed, asks, asksBefore }: Opening,
  words: readonly Said[],
  i: number,
  from: number,
  end: number,
) {
  const said = words[i]!;
  if (said.start > at) {
    const isTitle = at === from && said.start - at < LONGEST_NAME && isA(said, 'person');
    const isToSomebody =
      isA(words[i - 1], 'dative') && said.start - at <= LONGEST_NAME && isA(said, 'inform');
    // 前台让我问问: whoever sends me.
    const isSender =
      at === from && said.start - at < LONGEST_NAME && isA(said, 'bid') && isA(words[i + 1], 'me');
    // 麻烦您受累说说.
    const isBidden =
      asksBefore && said.start - at < LONGEST_NAME && isRepeated(said.word) && isA(said, 'inform');
    if (!isTitle && !isToSomebody && !isSender && !isBidden) return false;
  }
  if (!isA(said, ...PARTS)) return false;
  // 有人发: somebody did, where nobody is asked for.
  if (isA(said, 'somebody') && !isA(words[i + 1], 'able', 'want', 'not', 'dative')) return false;
  // 厂里发的, 我们做水泵的: behind a whole request the matter begins.
  if (informed !== null && asks && isA(said, 'person')) return false;
  if (isPlural(said) && informed !== null && !leadsToRequest(words, i, end)) return false;
  return !isA(said, 'self') || isA(said, 'me', 'person');
}

function take(opening: Opening, words: readonly Said[], i: number): void {
  const said = words[i]!;
  const next = words[i + 1];
  if (isA(said, 'unfound')) Object.assign(opening, { informed: said.end, asks: true });
  else if (isA(said, 'inform')) {
    // 我看了…: a report of what was done, unless somebody is asked.
    const isReport =
      next?.start === said.end && DONE.has(next.word) && !opening.asksBefore && !isA(said, 'polite');
    if (!isReport) {
      opening.informed = said.end;
      opening.asks ||= opening.asksBefore || isSoftened(said, next);
    }
  } else if (isA(said, ...ASKING)) opening.asksBefore = true;
  const isTold = isA(said, 'me') && isTelling(words[i - 1]);
  const isAsked = isA(said, 'you') && LISTENER.test(said.word) && opening.asksBefore;
  if (opening.informed === opening.at && (isA(said, 'trailing', 'news') || isTold || isAsked))
    opening.informed = said.end;
  opening.at = said.end;
}

/** 问机器人, 问下客服: who is asked stands behind the verb. */
const LISTENER = /^(?!有|哪|谁)../u;

const DONE: ReadonlySet<string> = new Set(['了', '过']);

/** 看看, 捋一捋, 问一下: the verb itself is softened. */
const isSoftened = (said: Said, next: Said | undefined): boolean =>
  isRepeated(said.word) ||
  said.word === '请问' ||
  (next?.start === said.end &&
    (SOFTENED.has(next.word) || (isA(next, 'trailing') && MATTER.test(next.word))));
/** 打听个事, 问个问题. */
const MATTER = /[事题]/u;
const isRepeated = (word: string): boolean => word.length > 1 && word[0] === word.at(-1);
const SOFTENED: ReadonlySet<string> = new Set([
  '一下',
  '下',
  '一下子',
  '一哈',
  '哈',
  '一句',
  '两句',
  '几句',
  '一嘴',
  '一遍',
  '一回',
  '一声',
]);

/** 你好, 打扰了, 不好意思我不太懂: a stretch that only addresses somebody. */
export function onlyAddresses(words: readonly Said[], text: string, start: number, end: number): boolean {
  if (endOfOpening(words, text, start, end) === end) return true;
  if (wasTold(words, start, end)) return false;
  const length = words.reduce((sum, word) => sum + word.word.length, 0);
  const addresses = words.some((word) => isA(word, 'polite', 'greeting'));
  const seeks =
    words.some((word) => isA(word, 'inform')) &&
    words.some((word) => isA(word, 'you', 'dative', 'me', 'want', 'bid'));
  return length === end - start && (addresses || seeks) && words.every((word) => isA(word, ...PARTS));
}

const isPlural = ({ word }: Said): boolean => /^(?:我|咱|俺)们/u.test(word);

/** 告诉我: these take the one who is told behind them. */
const TELLING: ReadonlySet<string> = new Set(['告诉', '告知', '提供', '发']);
const isTelling = (said: Said | undefined): boolean => said !== undefined && TELLING.has(said.word);

/** 告诉我们一下, 给我们讲讲: the plural as the one who is told. */
function leadsToRequest(words: readonly Said[], index: number, end: number): boolean {
  const before = words[index - 1];
  if (before === undefined || before.end !== words[index]!.start) return false;
  if (isA(before, 'dative')) return true;
  const next = words[index + 1];
  return isTelling(before) && (words[index]!.end >= end || next === undefined || isA(next, 'soft'));
}
