/** '研发费用较上年新增部分，按10%' · '因质押融资产生的评估费、担保费，按80%': what a rate is a share of, in the phrase before it. */
import { ACTOR } from './deeds.ts';

/** The rate has a phrase of its own, which names nothing. */
const BARE_RATE = /(?:^|[，,；;：:。])(?<ahead>[^，,；;：:。\d]{2,80})[，,](?:则|可|均|再)?按(?:照)?$/u;

/** Who spends or grows it: said of him apart. */
export const SUBJECT = new RegExp(`^(?:对于?|凡)?(?:[^，的]{0,12}?(?:${ACTOR}|农场))(?=[^的]{2,})`, 'u');

const COMPARED =
  '(?:同比|[较比](?:上一?年度?|去年|上一年度|前一年度?)(?:同期)?|超[过出]?(?:上一?年度?|去年|上一年度)(?:同期)?)';
const GREW = '(?:净?增(?:加|长)?|新增|增量|超出)';
/** 研发费用较上年新增部分, 营业收入超过上年的部分: how much more it is than a year ago. */
const INCREASED = new RegExp(
  `^(?<of>[^，、]{2,24}?)(?:${COMPARED}的?${GREW}?(?:的)?(?:额|量)?(?:的)?部分|${COMPARED}的?${GREW}(?:额|量)?)$`,
  'u',
);

/** 发生的检验费、认证费: behind the last word of spending. */
const SPENT = /^.*(?:的|发生|产生|支付|缴纳|支出了?)(?=[^的])/u;
const MONEY = /(?:费用?|租金|利息|保费|价款|支出|成本|投入|投资额?|金额|购置款)$/u;

/** What the increase is of; null where the words say no increase over a year ago. */
export const grownOf = (base: string): string | null => INCREASED.exec(base)?.groups?.of ?? null;

/** Words that say an increase, without who has it. */
export function withoutSubject(base: string): string {
  const bare = base.replace(SUBJECT, '');
  return grownOf(bare) === null ? base : bare;
}

export function baseAhead(text: string, start: number): { words: string; start: number } | null {
  const ahead = BARE_RATE.exec(text.slice(0, start))?.groups?.ahead;
  if (ahead === undefined) return null;
  const at = text.slice(0, start).lastIndexOf(ahead);
  const bare = ahead.replace(SUBJECT, '');
  const named = grownOf(bare) !== null ? bare : ahead.replace(SPENT, '');
  const words = grownOf(named) === null && named === ahead ? bare : named;
  const isNamed = grownOf(words) !== null || MONEY.test(words);
  return isNamed && words.length >= 2 ? { words, start: at + ahead.length - words.length } : null;
}

/** '年接待游客较上年增量部分，每人次': what is counted, in the phrase before the unit's own. */
export function grownAhead(text: string, phrase: string): string | null {
  const before = text.replaceAll('一次性', '');
  const ahead = /(?:^|[，,；;：:。])(?<ahead>[^，,；;：:。\d]{2,80})[，,]$/u.exec(
    before.slice(0, before.length - phrase.length),
  )?.groups?.ahead;
  const bare = ahead?.replace(SUBJECT, '') ?? '';
  return grownOf(bare) === null ? null : bare;
}
