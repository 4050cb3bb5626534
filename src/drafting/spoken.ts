/** What else a condition may be called by who tells of it: without the place, without who grants it, by one of what it lists. */
import { shortNameOf } from '../policy/index.ts';
import { alternativesOf } from './alternatives.ts';

/** 在我市, 本省范围内, 辖区内: where the document holds anyway. */
const HERE =
  /(?:在|于)?(?:[本我全][省市区县州旗]|辖区|[省市区县]域?(?=内))(?:行政区域|范围|辖区)?(?:内|以内)?(?:的(?=.))?/gu;
/** 经市工信部门备案 → 备案 */
const GRANTED_BY =
  /(?:经|由|获)[^，、；]{1,14}?(?:部门|单位|机构|机关|政府|局|厅|委|办)(?:牵头|组织|共同)?(?=备案|认定|批准|验收|评定|登记|核准|审核|推荐|同意|评审|遴选|选定|批复)/gu;
/** 在公共就业服务机构登记失业 → 登记失业 */
const DONE_AT = /^在[^，、]{2,24}(?:机构|部门|平台|窗口|大厅)(?=登记|注册|办理|备案|申请|申报)/u;
/** 依据国家标准《…》评审 → 《…》评审 */
const BY = /^(?:依据|按照|根据|依照|参照)(?:国家标准|行业标准|有关规定)?/u;
const MOST = 10;

/** 实际发生服务费用 is the 服务费用. */
const HOW_SPENT =
  /^(?:年度|每年|当年)(?:为|内)?(?=[^，]{3,})|^(?:企业|其)?(?:当年|年度|本年度)?实际(?:已)?(?:发生|支付|支出|缴纳|购买|购置|投入|到账|使用|产生)?的?(?=[^，]{3,})/u;

/** 当年实现营业收入 is the 当年营业收入. */
const BROUGHT_ABOUT =
  /(?<=^(?:当年|年度|上一?年度|本年度)?)(?:实现|完成|达成)的?(?=[^，]{2,}(?:收入|产值|利润|税收|额|量)$)/u;

/** In the order of likeness to the condition itself, without it. `places`: those that the document speaks for. */
export function spokenNames(words: string, places: readonly string[]): string[] {
  const bare = withoutPlaces(words.replace(HERE, ''), places)
    .replace(GRANTED_BY, '')
    .replace(DONE_AT, '')
    .replace(BY, '')
    .replace(/^(?:已经?|经(?![营济理过费销贸])|被)/u, '');
  const listed = alternativesOf(bare);
  const named = bare.replace(HOW_SPENT, '').replace(BROUGHT_ABOUT, '');
  // 电梯、起重机械等项目: one of the kind is said by its name alone.
  const shortest = bare.includes('等') ? 2 : 3;
  return [...new Set([bare, named, ...listed])]
    .filter((one) => one !== words && one.length >= shortest)
    .slice(0, MOST);
}

/** The condition without the places that the document speaks for; all of it where nothing else would be left. */
export function withoutPlaces(words: string, places: readonly string[]): string {
  const here = [...new Set(places.flatMap((place) => [place, shortNameOf(place)]))].sort(
    (one, other) => other.length - one.length,
  );
  let bare = words;
  for (const place of here)
    for (const lead of ['在', '于', '']) bare = bare.replaceAll(`${lead}${place}`, '');
  bare = bare.replace(/^(?:范围|行政区域)?内的?/u, '').trim();
  return bare.length >= 4 ? bare : words;
}
