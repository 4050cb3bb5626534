/** Whether enough of the right kind was said for a name to be true: a verb alone or a common noun alone is not. */
import { isYear } from './around.ts';
import { IS_HOLDER } from './by-slot.ts';
import { isCommon, isOfAnyMoney, isOfPlace } from './common.ts';
import type { Gram } from './grams.ts';
import type { Language } from './language.ts';
import type { Name } from './names.ts';
import { standingOf } from './opposed.ts';

/** What says which of its kind it is. Meanings, as they are pieces of names. */
const QUALIFIERS: ReadonlySet<string> = new Set(['规模以上', '限额以上', '小微企业']);

/** 限额以上 of 限额以上零售企业: what specialises is said itself. */
export const lacksQualifier = ({ pieces }: Name, said: ReadonlySet<string>, label: string): boolean =>
  IS_HOLDER.test(label) && [...pieces.keys()].some((gram) => QUALIFIERS.has(gram) && !said.has(gram));

/** 采购 alone is no 年度采购区内企业, and 限额以上 alone no 限额以上零售企业: of what the name is of nothing was said. */
export function lacksThing(
  { pieces, sides }: Name,
  said: ReadonlySet<string>,
  label: string,
  { isAct }: Language,
): boolean {
  const ofSides = new Set(sides.flatMap((side) => side.pieces));
  const isLight = (gram: string): boolean =>
    isCommon(gram) ||
    isAct(gram) ||
    isOfAnyMoney(gram) ||
    isYear(gram) ||
    (QUALIFIERS.has(gram) && IS_HOLDER.test(label)) ||
    isOfPlace(gram) ||
    ofSides.has(gram);
  const light = new Set([...pieces].flatMap(([gram, places]) => (isLight(gram) ? places : [])));
  const things = [...pieces].filter(
    ([gram, places]) => gram.length > 1 && !places.every((at) => light.has(at)),
  );
  return things.length > 0 && !things.some(([gram]) => said.has(gram));
}

/** 合同 is no 劳动合同, and 服务 no 送餐服务: of what the name is of, nothing but a common noun was said. */
export function saysCommonNoun(
  { pieces }: Name,
  said: ReadonlySet<string>,
  { isAct, isBroad }: Language,
): boolean {
  const things = [...pieces.keys()].filter((gram) => gram.length > 1 && !isAct(gram) && !isCommon(gram));
  const told = things.filter((gram) => said.has(gram));
  return told.length > 0 && told.length < things.length && told.every((gram) => isBroad(gram));
}

/** 境外商标注册 is no 商标注册, and 酒店改建 no 酒店: which of opposed kinds it is has to be said. */
export const lacksSide = ({ sides }: Name, text: string, said: ReadonlySet<string>): boolean =>
  sides.some(
    (side) =>
      !side.opposition.needed &&
      !side.rivalled &&
      standingOf(side, text) === 'unsaid' &&
      !side.pieces.every((piece) => said.has(piece)),
  );

/** 我们是规上企业 says nothing of 新增纳入规模以上统计: that it has come about is told by its verb, or by when it did. */
export const lacksEvent = (
  label: string,
  text: string,
  said: ReadonlySet<string>,
  { isAward }: Language,
): boolean => NEWLY.test(label) && !COMES_ABOUT.test(text) && ![...said].some(isAward);
const NEWLY =
  /^新(?!建|能|材|型|兴|媒|农|品|药|技|产|工|区|城|编|创|开|办|设|成|入|迁|落|引|搬|招|购|签|排|上|增(?!纳|列|入)|生)/u;
const COMES_ABOUT = /新|首|第[一1]次|头一|刚|才|今年|去年|前年|当年|本年|上个?月|这个?月|本月|\d年|\d月/u;

/** 银行贷款 alone is no 购置设备的银行贷款: what was done is told by another verb, or by none. */
export function lacksDeed({ pieces }: Name, grams: readonly Gram[], { isAct, isAward }: Language): boolean {
  const deeds = [...pieces.keys()].filter((gram) => isAct(gram) && !isAward(gram) && !HAVING.has(gram));
  return deeds.length > 0 && !grams.some(({ gram }) => deeds.includes(gram) || gram === ANY_DEED);
}
const ANY_DEED = '开展';
/** Who has a thing running has built it or runs it: these need not be said. */
const HAVING: ReadonlySet<string> = new Set([ANY_DEED, '建设', '运营']);
