/**
 * What a clause tells of and what is not there yet: planned, wished for, about to be. By the words for a plan and by the forms of what is
 * about to be done (要贷款, 快签了, 马上就签); in one place for figures, deeds and titles.
 */
import type { Clause } from './utterance.ts';
import { isOnCondition } from './worded/modality.ts';
import { isA, type Said } from './words-said.ts';

type Told = Pick<Clause, 'text' | 'start' | 'words'>;

/** Whether what the clause tells at `at` is still to come. */
export const isYetToCome = ({ text, start, words }: Told, at: number): boolean =>
  words.some((word) => isPlan(word, text, start) && word.end <= at) ||
  isAboutTo(text.slice(0, at - start)) ||
  isOnCondition(text.slice(0, at - start));

/** 计划投资5亿 and 计划总投资 are what a project is put at, and no plan to invest. */
const isPlan = (word: Said, text: string, start: number): boolean =>
  isA(word, 'plan') && !PUT_AT.test(text.slice(word.end - start));
const PUT_AT = /^总?投资(?:额|总额|规模)?[\d一二两三四五六七八九十是为约:]/u;

/** 要贷款, 快要签了, 马上就签, 就要到手: a verb that is still to be done; 每月要交 and 要缴 are what is due. */
export const isAboutTo = (before: string): boolean => ABOUT_TO.test(before) && !/每|天天/u.test(before);
const ABOUT_TO =
  /^(?:我们?|咱们?|公司|厂里|现在|目前|正好|今年|最近|也|还|又|再|就|都|可能|大概)*(?:需|得)?要(?![是么不交缴付给纳])\p{Script=Han}|快(?:要|\p{Script=Han}{1,2}了)|马上[就要]?\p{Script=Han}|就要\p{Script=Han}|正?在谈(?![成好妥下])/u;

/** 快签了，9000万的大单: a clause that says nothing but that it is about to be done. */
export const saysOnlyAboutTo = ({ text }: Pick<Clause, 'text'>): boolean =>
  text.length <= SHORT && isAboutTo(`${text}了`);
const SHORT = 5;

/** 在筹建, 正在办, 还在建: behind what it is of, the words that it is on its way. */
export const isUnderWay = (after: string): boolean => UNDER_WAY.test(after);
const UNDER_WAY =
  /^(?:目前|现在|一直|也|都|还|仍|正)*在(?![我咱本这那])\p{Script=Han}{1,3}(?:当?中|着|呢|的)?(?:$|[,。;])/u;

/** 11月才去: not before a day that is still to come. `days`: where days after today stand. */
export const isNotBefore = (
  { text, start }: Pick<Clause, 'text' | 'start'>,
  days: readonly { start: number; end: number }[],
): boolean =>
  days.some(
    (day) =>
      day.start >= start &&
      day.end <= start + text.length &&
      /^[^,。]{0,2}才/u.test(text.slice(day.end - start)),
  );

/** 还没授权, 尚未挂牌: a clause that says nothing else, and of what; null for any other. */
export const notYetDone = (text: string): string | null => NOT_YET.exec(text)?.groups?.deed ?? null;
const NOT_YET =
  /^(?:但是?|可是?|不过)?(?:都|也)?(?:还|尚|暂)(?:没有?|未)(?<deed>\p{Script=Han}{1,4}?)(?:了|呢)?$/u;
