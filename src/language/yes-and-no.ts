/** Yes and no: the words for them, each in one place. What asks, offers or fills in a form takes them from here. */

/** It is so; also what is written into a form. */
const IT_IS = '是的?|对的?|有的?|√|✓';
/** A yes to whatever was asked, a question or an offer. */
const YES = `${IT_IS}|嗯+|恩|好的?|没错|当然|肯定|确实|确定|可以|ok|yes|y|是这样`;
/** Only to an offer: it shall be done. */
const CONSENT = '行|要的?|需要|同意|确认';
/** Only to a question whether it is so. */
const FITS = '满足|符合|哦';

const IT_IS_NOT = '不是|没有?|否|不|无|×';
const NO = `${IT_IS_NOT}|不对|no|n`;
/** Only to an offer: it shall not be done. */
const DECLINES = '不要|不用了?|算了|不了|不需要|别|不确认|不行|不可以';
/** Only to a question whether it is so: 还没拿到 · 算不上. */
const IS_NOT_YET =
  '还没有?|并没有|并不是|没有?(?:拿|评|获|得|领|买|参加|去|享受|申请|办|投|收)(?:到|上|得|取)?过?|不符合|不满足|木有|算不上|不算|谈不上';

const whole = (words: string, end = ''): RegExp => new RegExp(`^(?:${words})${end}$`, 'iu');
const SOFTENED = '(?:啊|呀|哈|呢|吧|啦|了|滴|的)*';

const AGREES = whole(`${YES}|${CONSENT}`, '(?:吧|滴)?');
/** 是 · 好的 · 可以 · 要: agrees to what was offered or asked. 行了 · 可以了 are none: they end the talk. */
export const agrees = (bare: string): boolean => AGREES.test(bare);

const DISAGREES = whole(`${NO}|${DECLINES}`);
/** 不 · 不要 · 没有. */
export const disagrees = (bare: string): boolean => DISAGREES.test(bare);

const OPENS_WITH_YES = new RegExp(`^(?!有|要|行[业政]|对[了于]|好像)(?:${YES}|${CONSENT})`, 'iu');
/** 好全部 · 是的都: begins with a yes and goes on. 对了 · 行业 · 有个问题 begin something else. */
export const opensWithYes = (bare: string): boolean => OPENS_WITH_YES.test(bare);

const AFFIRMS = whole(`${YES}|${FITS}`, SOFTENED);
const DENIES = whole(`${NO}|${IS_NOT_YET}`, '(?:啊|呀|哈|呢|吧|啦|了|的)*');
/** To a question whether it is so: true, false, or null where a clause says neither. */
export const whetherSo = (clause: string): boolean | null =>
  AFFIRMS.test(clause) ? true : DENIES.test(clause) ? false : null;

const ALL_YES = whole(`(?:${YES})?[,，]?(?:都|全部?)(?:${IT_IS}|${FITS}|成立|没问题|没错)`, '(?:的|了)?');
/** 都是的 · 全对 · 是，都符合. */
export const affirmsAll = (bare: string): boolean => ALL_YES.test(bare);

const IN_FORM = new RegExp(
  `^[^,。;!?:]{0,10}:(?:(?<no>${IT_IS_NOT}|未)|(?<yes>${IT_IS}|已))(?:的|了)?$`,
  'u',
);
/** A line of a form: 假日连续生产：否 · 是否制造业：是 · 有无补助：无. Null where it is none. */
export function answerOfForm(after: string): boolean | null {
  const { yes, no } = IN_FORM.exec(after)?.groups ?? {};
  return yes !== undefined ? true : no !== undefined ? false : null;
}
