/**
 * How a message is opened before it comes to its matter: 请问可不可以跟我说下, 老板叫我打听, 我想了解一下, 我没找到. An opening tells nothing of the
 * enterprise. It is a run of small words that ends in one for giving or seeking information; what it is made of is in word-classes.
 */
import type { WordClass } from './word-classes.ts';
import { isA, type Said } from './words-said.ts';

/** What an opening may consist of. */
const PARTS: readonly WordClass[] = [
  'polite',
  'me',
  'you',
  'person',
  'bid',
  'dative',
  'able',
  'want',
  'inform',
  'soft',
  'trailing',
  'not',
  'greeting',
];
/** What makes a verb of information a request: somebody is asked, sent, able, willing. */
const ASKING: readonly WordClass[] = ['polite', 'you', 'bid', 'dative', 'able', 'want', 'not'];

/** 看看, 问一下: the verb itself is softened. */
const isSoftened = (said: Said, next: Said | undefined): boolean =>
  isDoubled(said.word) ||
  said.word === '请问' ||
  (next !== undefined && next.start === said.end && SOFTENED.has(next.word));
const isDoubled = (word: string): boolean => word.length === 2 && word[0] === word[1];
const SOFTENED: ReadonlySet<string> = new Set(['一下', '下', '一下子', '一哈', '哈']);
/** 我问了: a report of what was done. */
const DONE: ReadonlySet<string> = new Set(['了', '过']);
/** 张总, 李经理: a name before a title. */
const LONGEST_NAME = 2;

/**
 * The offset in `text` at which the opening of the stretch from `from` to `end` ends, its start where there is none. `words` are
 * those of the stretch, in order.
 */
export function endOfOpening(words: readonly Said[], text: string, from: number, end: number): number {
  let at = from;
  let informed = -1;
  let asks = false;
  let asksBefore = false;
  for (let i = words.findIndex((word) => word.start >= from); i >= 0 && i < words.length; i++) {
    const said = words[i]!;
    const isNamed = at === from && said.start - at <= LONGEST_NAME && isA(said, 'person');
    if (said.start > at && !isNamed) {
      // 告诉我有没有…: 我 stands for itself.
      if (informed === at && isTelling(words[i - 1]) && text[at] === '我') return at + 1;
      break;
    }
    // 告诉我公司…: who is told, and then the matter.
    if (informed === at && isTelling(words[i - 1]) && isA(said, 'self') && !isPlural(said))
      return said.start + 1;
    // 说下单子…: the 下 belongs to the verb.
    if (informed === at && isShort(words[i - 1]) && /^下./u.test(said.word)) return at + 1;
    if (informed >= 0 && asks && isA(said, 'person')) break;
    if (!isA(said, ...PARTS) || (isA(said, 'self') && !isA(said, 'me') && !isA(said, 'person'))) break;
    // 咨询一下我们…: the enterprise itself begins.
    if (isPlural(said) && informed >= 0 && !leadsToRequest(words, i, end)) break;
    if (isA(said, 'inform')) {
      const next = words[i + 1];
      if (next && next.start === said.end && DONE.has(next.word) && !asksBefore && !isA(said, 'polite'))
        return from;
      informed = said.end;
      asks ||= asksBefore || isSoftened(said, next);
    } else if (isA(said, ...ASKING)) {
      asksBefore = true;
    } else if (!isA(said, 'soft', 'trailing', 'me', 'person', 'greeting')) break;
    const isTold = isA(said, 'me') && informed === at && isTelling(words[i - 1]);
    if (informed === at && (isA(said, 'trailing') || isTold)) informed = said.end;
    at = said.end;
  }
  return informed >= 0 && asks ? informed : from;
}

/** 你好, 打扰了, 不好意思我不太懂: a stretch that only addresses somebody. */
export function onlyAddresses(words: readonly Said[], text: string, start: number, end: number): boolean {
  if (endOfOpening(words, text, start, end) === end) return true;
  const length = words.reduce((sum, word) => sum + word.word.length, 0);
  return (
    length === end - start &&
    words.some((word) => isA(word, 'polite', 'greeting')) &&
    words.every((word) => isA(word, ...PARTS))
  );
}

const isPlural = ({ word }: Said): boolean => /^(?:我|咱|俺)们$/u.test(word);

const TELLING: ReadonlySet<string> = new Set(['告诉', '告知', '提供', '发']);
/** 说, 问, 讲. */
const isShort = (said: Said | undefined): boolean => isA(said, 'inform') && said!.word.length === 1;
const isTelling = (said: Said | undefined): boolean => said !== undefined && TELLING.has(said.word);

/** 告诉我们一下, 给我们讲讲: the plural as the one who is told. */
function leadsToRequest(words: readonly Said[], index: number, end: number): boolean {
  const before = words[index - 1];
  const touches = before !== undefined && before.end === words[index]!.start;
  if (touches && isA(before, 'dative')) return true;
  const next = words[index + 1];
  const isLast = words[index]!.end >= end;
  return (
    touches && /告诉|告知|提供|发/u.test(before.word) && (isLast || isA(next, 'soft') || next === undefined)
  );
}
