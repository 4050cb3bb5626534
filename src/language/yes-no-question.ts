/** A question that wants a yes or a no: by its particle, by a verb beside its own denial, by a denial at its end. */

/** 算吗 · 给补不 · 开门不 · 有奖没 · 轮到我没. A bare 没有 and 也没 answer. */
const ENDS =
  /(?:[吗么嘛冇啵伐]|(?<=[^\s，。,;；]{2})(?<![也都还就才偏绝从并说要是对然])不|(?:有|能|会|可以|算|给)[^，。,;？?！\s]{1,10}(?<![也都还])没有?|(?:[了过上好完]|到[我咱你他]?们?)没有?)[?？。！!~～\s]*$/u;
/** 给不给 · 可不可以 · 有没有 · 是否. */
const VERB_OR_NOT = /(?<verb>\p{Script=Han})(?:不|没)\k<verb>|是否|能否|可否|有无/u;

export const asksYesOrNo = (text: string): boolean => ENDS.test(text) || VERB_OR_NOT.test(text);
