/** Not knowing, not being sure, supposing: the words for it, each in one place. The patterns of all readings are put together from these. */

/** Does not know it. */
export const NOT_KNOWING = '不(?:太|大|是很)?(?:清楚|知道|晓得)';
/** Does not have it at hand. */
export const NOT_AT_HAND = '不了解|不掌握|不详|不记得|记不(?:太)?[清得准]|没(?:概念|印象|数$)|没底|忘了';
/** Is not sure of it. */
export const NOT_SURE = '说不[准好清]|不(?:太|大)?确定|没把握|拿不准|吃不准|搞不[清懂]|弄不清|不好说|难说';
export const MAYBE = '(?<![不尽])可能(?!的话|性)|也许|或许|好像|貌似|似乎|大概率|多半|十有八九|不一定';
/** It is still to be settled. */
export const OPEN = '待定|待确认|未确认|没确定|未确定|还没定';
export const REFUSES =
  '不方便|不便(?:说|透露|讲|提供)|保密|不想说|不愿说|不告诉|不能说|不说|隐私|商业机密|不便';
export const IF = '如果|要是|假如|假设|假使|假定|万一|倘若|若是|就当';

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
