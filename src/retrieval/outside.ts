/** The place gate: whether a question is about a place that no document speaks for. */

import { shortNameOf } from '../policy/index.ts';
import type { Index } from './build-index.ts';
import { type AskedPlace, type Relation, relationOf } from './places.ts';
import type { Ranked } from './rank.ts';

/** 九江的企业 · 我们在九江 · 九江这边的厂: where the asker is, not whose policy is meant. */
function isWhereTheAskerIs(place: AskedPlace, question: string): boolean {
  const at = question.indexOf(place.said);
  const before = question.slice(0, at);
  const after = question.slice(at + place.said.length);
  return (
    /(?:在|是|位于|注册在|我们?)$/u.test(before) ||
    /^(?:市|县|区)?(?:的|这边的?|本地的?)?(?:企业|公司|工厂|厂|商户|单位|我们)/u.test(after)
  );
}

/**
 * The nearest document does not speak for the place asked about: it is another place's, or the province's where another city is asked for
 * (九江的技改补贴), or a district's own plan is wanted (红谷滩区的方案). A document that nobody has placed may speak for any place.
 */
export function isOutside(
  { places }: Index,
  place: AskedPlace,
  question: string,
  nearest: Ranked | undefined,
): boolean {
  const standing = places.standing(place.name);
  const only = (...some: Relation[]) => [...standing.keys()].every((one) => some.includes(one));
  if (only('other')) return true;
  if (!nearest) return false;
  const relation = relationOf(places, nearest.entry.policy, place.name);
  if (relation === 'other') return true;
  if (relation !== 'above') return false;
  if (wantsOwnDocument(place, question)) return true;
  // The city's document holds for its districts; the province's is not what a city is asked for, unless it speaks of the city.
  const ofProvinces = (standing.get('above') ?? []).every((policy) =>
    (places.of.get(policy) ?? []).every((name) => places.gazetteer.upwards(name).length <= PROVINCE_DEPTH),
  );
  return (
    ofProvinces &&
    only('above', 'nation', 'other', 'unknown') &&
    !isWhereTheAskerIs(place, question) &&
    !nearest.entry.policy.source.includes(shortNameOf(place.name))
  );
}

/** 江西省, 全国 */
const PROVINCE_DEPTH = 2;

function wantsOwnDocument(place: AskedPlace, question: string): boolean {
  const from = question.indexOf(place.said) + place.said.length;
  const after = question.slice(from, from + 14);
  return /^(?:区|县|市)?(?:的|今年|去年|现在|有|出|自己|本区|本地|20\d\d年?|出台|发)?[^，。？?]{0,8}(?:方案|文件|办法|细则|规划|措施|政策)/u.test(
    after,
  );
}
