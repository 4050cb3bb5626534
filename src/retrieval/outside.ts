/** The place gate: whether a question is about a place that no document speaks for. */
import type { AskedPlace } from './places.ts';

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
 * No document speaks for the place: one elsewhere, another city of the province (九江的技改补贴), or a district that has no document of its
 * own and is asked for its own plan (红谷滩区的方案).
 */
export function isOutside(place: AskedPlace, question: string): boolean {
  if (place.coverage === 'none') return true;
  if (place.coverage === 'top') return !isWhereTheAskerIs(place, question);
  return place.coverage === 'above' && wantsOwnDocument(place, question);
}

function wantsOwnDocument(place: AskedPlace, question: string): boolean {
  const from = question.indexOf(place.said) + place.said.length;
  const after = question.slice(from, from + 14);
  return /^(?:区|县|市)?(?:的|今年|去年|现在|有|出|自己|本区|本地|20\d\d年?|出台|发)?[^，。？?]{0,8}(?:方案|文件|办法|细则|规划|措施|政策)/u.test(
    after,
  );
}
