/** Whether what was told shows which benefit a message speaks of. */
import { isYear, saysUnit } from './around.ts';
import { IS_HOLDER } from './by-slot.ts';
import { isCommon, isOfAnyMoney } from './common.ts';
import { saysAnything } from './names.ts';
import type { Scene } from './scene.ts';

/** It is told, or was asked for, and says more than who it is. */
export const isAbout = ({ result, asked }: Scene, id: string): boolean =>
  asked.includes(id) || (id in result.facts && result.facts[id] !== false && !IS_HOLDER.test(id));

/** 年营业额, 职工人数: many a benefit asks for it. */
export function isGeneral({ names, facts, asked, language }: Scene, id: string): boolean {
  if (asked.includes(id)) return false;
  const name = names.get(id)?.[0];
  if (!name) return true;
  if (facts.get(id)!.type !== 'number') return !saysAnything(name, language);
  const isLight = (gram: string): boolean =>
    gram.length < 2 ||
    isCommon(gram) ||
    isOfAnyMoney(gram) ||
    isYear(gram) ||
    saysUnit(gram) ||
    language.isAct(gram) ||
    GENERAL.has(gram);
  const light = new Set([...name.pieces].flatMap(([gram, places]) => (isLight(gram) ? places : [])));
  return [...name.pieces.values()].every((places) => places.some((at) => light.has(at)));
}
/** Meanings of figures that every enterprise has. */
const GENERAL: ReadonlySet<string> = new Set(['营业收入', '人数', '增长', '增加值', '纳税', '研发', '出口']);
