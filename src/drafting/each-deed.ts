/** '每引进1名博士的，给予2万元' · '每有一个产品入选目录，奖励5万元': a sum for each time that something is done. */
import type { Per } from './payment.ts';

/** One of them, with what is done; the sum stands in a phrase behind it. */
const EACH_ONE =
  /(?:^|[，；。、])(?:对于?|凡)?每(?<verb>[\p{Script=Han}]{0,6}?)(?:1|一)(?<unit>人次|家次|标箱|[\p{Script=Han}])(?<thing>[^，；。]{1,60}?)的?[，,](?:[^，；。\d]{0,20})$/u;
/** Said of a condition: 每引进1名博士 is 引进博士. */
const SAID =
  /^(?:对于?|凡)?每(?<verb>[\p{Script=Han}]{0,6}?)(?:1|一)(?:人次|家次|标箱|[\p{Script=Han}])(?<thing>.+)$/u;
/** How often, and not for what. */
const TIMES = /^(?:年|月|天|日|季|次|批|期)/u;

export function eachDeed(before: string): Per | null {
  const found = EACH_ONE.exec(before)?.groups as { verb: string; unit: string; thing: string } | undefined;
  if (!found || TIMES.test(found.unit) || /[每单]/u.test(found.thing)) return null;
  return {
    words: `每${found.verb}1${found.unit}`,
    unit: found.unit,
    noun: '',
    measured: null,
    deed: deedOf(found.verb, found.thing),
  };
}

/** 引进博士 of 引进博士并签订3年以上合同: what else is asked stands apart. */
export function deedOf(verb: string, thing: string): string {
  const whole = `${verb === '有' ? '' : verb}${thing}`;
  return /\d/u.test(whole) ? whole.replace(/(?:并|且|，).*$/u, '') : whole;
}

export function withoutEach(words: string): string {
  const found = SAID.exec(words)?.groups;
  return found ? deedOf(found.verb!, found.thing!) : words;
}
