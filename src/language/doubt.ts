/**
 * Not knowing, not being sure, supposing: the words for it, each in one place. The vocabulary takes them as words (word-classes.ts), the
 * patterns of all readings are put together from them.
 */

/** Does not know it. */
const KNOWS_NOT_WORDS =
  '不清楚 不太清楚 不大清楚 不是很清楚 不知道 不太知道 不大知道 不是很知道 不晓得 不太晓得 不大晓得 不是很晓得';
/** Is not sure of it. */
const NOT_SURE_WORDS =
  '说不准 说不好 说不清 不确定 不太确定 不大确定 没把握 拿不准 吃不准 搞不清 搞不懂 弄不清 不好说 难说';
/** 可能 is part of other words. */
const MAYBE_WORDS = '也许 或许 好像 貌似 似乎 大概率 多半 十有八九 不一定';
/** It is still to be settled. */
const OPEN_WORDS = '待定 待确认 未确认 没确定 未确定 还没定';
/** So it is supposed to be. */
const PROBABLY_WORDS =
  '大概是 大概算 应该是 应该算 应该属于 应该没 应该不 估计是 估计算 估计没 八成是 存疑 有争议';
/** Would not stand by it. */
const NOT_FIRM_WORDS = '不敢确定 不敢保证 不敢肯定 记不清 记不准 待核 没核实 印象中';
export const IF_WORDS = '如果 要是 假如 假设 假使 假定 万一 倘若 若是 就当';

/** As one of the vocabulary's classes has them. */
export const DOUBT_WORDS = `可能 ${MAYBE_WORDS} ${KNOWS_NOT_WORDS} ${NOT_SURE_WORDS} ${OPEN_WORDS} ${PROBABLY_WORDS} ${NOT_FIRM_WORDS}`;

const anyOf = (words: string): string => words.replaceAll(' ', '|');

export const NOT_KNOWING = anyOf(KNOWS_NOT_WORDS);
/** Does not have it at hand. */
export const NOT_AT_HAND = '不了解|不掌握|不详|不记得|记不(?:太)?[清得准]|没(?:概念|印象|数$)|没底|忘了';
export const NOT_SURE = anyOf(NOT_SURE_WORDS);
export const MAYBE = `(?<![不尽])可能(?!的话|性)|${anyOf(MAYBE_WORDS)}`;
export const OPEN = anyOf(OPEN_WORDS);
export const PROBABLY = anyOf(PROBABLY_WORDS);
export const NOT_FIRM = anyOf(NOT_FIRM_WORDS);
export const REFUSES =
  '不方便|不便(?:说|透露|讲|提供)|保密|不想说|不愿说|不告诉|不能说|不说|隐私|商业机密|不便';
export const IF = anyOf(IF_WORDS);

const KNOWS_NOT = new RegExp(`${NOT_KNOWING}|${NOT_AT_HAND}|${NOT_SURE}|没数|不懂`, 'u');
/** 不知道, 说不准, 没数: it says so of whatever is spoken of. */
export const saysNotKnown = (text: string): boolean => KNOWS_NOT.test(text);

const ONLY_NOT_KNOWN = new RegExp(
  `^(?:我|这个|我们)?(?:也|都|真的?|还)?(?:${NOT_KNOWING}|${NOT_AT_HAND}|${NOT_SURE}|没数|不懂|不方便(?:说|透露|讲|提供)|保密)$`,
  'u',
);
/** The same, or that one would rather not say, and nothing else. */
export const isOnlyNotKnown = (text: string): boolean => ONLY_NOT_KNOWN.test(text);

const SUPPOSES = new RegExp(`${IF}|的话`, 'u');
/** 要是1001人, 涨到13%的话. */
export const supposes = (text: string): boolean => SUPPOSES.test(text);
