/** What people are by themselves: 毕业5年内高校毕业生 is judged by the years that are told, and is not told by whom one has taken in. */
import { readNumber } from '../../figures/index.ts';
import { inside, type Part, type Scene } from './scene.ts';
import { inUnit } from './units.ts';

const WITHIN = /(?<most>\d{1,2}|[一二两三四五六七八九十])(?<unit>年|个月)以?内/u;

/** Whether the time told keeps to the one that the name allows; null where the name has none; unsaid where no one time is told. */
export function timeKept(label: string, parts: readonly Part[], scene: Scene): boolean | 'unsaid' | null {
  const { most, unit } = WITHIN.exec(label)?.groups ?? {};
  if (most === undefined || unit === undefined) return null;
  // In the document's own words: 毕业5年内.
  if (parts.some(({ text }) => text.includes(`${most}${unit}`) && /以?内/u.test(text))) return true;
  const told = scene.amounts
    .filter((amount) => parts.some((part) => inside(amount, part)))
    .flatMap((amount) => inUnit(amount, unit) ?? []);
  const longest = told.length === 1 ? told[0]!.value.max : undefined;
  return typeof longest === 'number' ? longest <= readNumber(most)! : 'unsaid';
}

const PEOPLE = /(?:毕业生|军人|人员|青年|农民工|残疾人|妇女)$/u;
const TAKEN_IN = /(?:招|接|带|雇|录|聘|安排|吸纳|引进)[^,。;]{0,8}$/u;

const HOUSE = /(?:企业|公司|单位|机构|商户|合作社)$/u;
const DEALT_WITH =
  /(?:给|替|帮|(?<![列作成评定选称])为|向|跟|和|与|同|对|从|服务|面向)(?:了|于|一些|很多|各|多家|几家|一家|本地|当地)*$/u;

/** 给养老院做系统, 替客户建仓库: the deed is done for others, and is theirs. */
const DONE_FOR =
  /(?:给|替|帮)[^,。;我咱自]{2,10}(?:做|搞|建|装|供|开发|设计|施工|安装|提供|代)[^,。;]{0,3}$/u;

/** 接了8个毕业一年的大学生, 给外贸企业做代工: they are others. */
export const isOfOthers = (label: string, before: string): boolean =>
  (PEOPLE.test(label) && TAKEN_IN.test(before)) ||
  (HOUSE.test(label) && DEALT_WITH.test(before)) ||
  DONE_FOR.test(before);
