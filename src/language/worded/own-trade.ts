/**
 * Whether a trade that a clause names is the trade of its speaker. 在酒店开会, 楼下有个超市, 手机号, 学校欠我们30万 name trades and tell none; what one
 * is, makes or runs does.
 */
import type { Clause } from '../utterance.ts';
import { isA } from '../words-said.ts';

/** A trade where it stands; offsets as those of the clause. */
interface Named {
  start: number;
  end: number;
}

export const isOwnTrade = (trade: Named, clause: Clause): boolean => {
  const before = clause.text.slice(0, trade.start - clause.start);
  const after = clause.text.slice(trade.end - clause.start);
  const word = clause.text.slice(trade.start - clause.start, trade.end - clause.start);
  return (
    !(isObject(before, word) && !isFirmNamed(before, after)) &&
    !isPlaceOf(after) &&
    !isSpentOn(after) &&
    !isPartOfWord(trade, clause, before + word) &&
    !isSomebodys(trade, clause) &&
    !actsOnUs(trade, clause, before)
  );
};

/** 在酒店, 给医院, 从学校: the object of a preposition, with no verb of making between (给学校做课桌). */
const isObject = (before: string, word: string): boolean =>
  !MAKES.test(word) && (PREPOSITION.test(before) || ACQUIRED.test(before));
/** 买了两台空调, 用手机: what one buys and uses. */
const ACQUIRED = /(?:买|购|换|用|借)[了过的]?(?:[\d一二两三四五六七八九十几]{1,4}\p{Script=Han})?$/u;
const PREPOSITION =
  /(?:在|从|去|到|往|离|向|给|替|帮|为|和|跟|与|由|对|找|被|让|叫|靠|供|面向|服务于?|配套|派|驻)(?:给|于|一家|一些|这家|那家|某家|几家|各|多|大|本地|当地|附近|隔壁|[^,。是做产造加搞干开办属]{0,3})$/u;
const MAKES = /^[做产造加生开办搞]/u;

/** 是南昌到九江的物流公司, 在物流行业: what one is said to be, whatever stands before it. */
const isFirmNamed = (before: string, after: string): boolean =>
  /^的?(?:行业|领域)/u.test(after) || (/(?:是|做|搞|开|办)[^,。]*的?$/u.test(before) && FIRM.test(after));
const FIRM = /^(?:业|类|型|行业|领域)?的?(?:公司|企业|厂|店|集团|单位|行业|领域|作坊|工厂)/u;

/** 酒店里, 超市旁边, 软件上: a place, and nobody's trade. */
const isPlaceOf = (after: string): boolean =>
  /^的?(?:[里内外旁边前后](?!贸|销|包)|附近|门口|对面|隔壁|楼[上下]|[上下](?!市|游|线|岗))/u.test(after);

/** 装修花了40万: what money went into. */
const isSpentOn = (after: string): boolean => /^[上又]?(?:一共|总共)?(?:花|投|付)/u.test(after);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** 手机号: a longer word is no word of the trade, unless a firm is named by it (手机厂) or it is made (做手机壳的). */
function isPartOfWord({ end }: Named, { text, start }: Clause, upTo: string): boolean {
  const at = end - start;
  const whole = segmenter.segment(text).containing(at - 1);
  const rest = whole ? text.slice(at, whole.index + whole.segment.length) : '';
  return rest !== '' && !FIRM_ENDS.test(rest) && !MADE.test(upTo);
}
const FIRM_ENDS = /^[厂企业店行商坊社馆院场部家户类型工]/u;
const MADE = /[做产造加搞干营卖][^,。]*$/u;

/** 楼下有个超市, 隔壁那家装修公司: of a firm near by, where the clause has not come back to oneself. */
function isSomebodys({ start }: Named, { words, matter }: Clause): boolean {
  const before = words.filter((one) => one.end <= start && one.start >= matter);
  const near = before.findLast((one) => isA(one, 'near', 'other'));
  return near !== undefined && !before.some((one) => one.start >= near.end && isA(one, 'self'));
}

/** 学校还欠我们30万: it opens the clause and does something to us; but 制造业我们是. */
function actsOnUs({ start, end }: Named, { text, words, start: from }: Clause, before: string): boolean {
  const us = words.find((one) => one.start > end && isA(one, 'self') && !OF_ITSELF.has(one.word));
  const hasOwnSubject = words.some((one) => one.end <= start && isA(one, 'self'));
  if (!us || hasOwnSubject || before.length > SHORT) return false;
  const between = text.slice(end - from, us.start - from);
  return between.length > 0 && !/[是算属]/u.test(between + text.slice(us.end - from));
}
const SHORT = 2;
/** 电缆厂在自家厂房顶上装了光伏: the firm that opens the clause is the one it is said of. */
const OF_ITSELF: ReadonlySet<string> = new Set(['自家', '自己']);
