/** What is passed, reached or come near: 投资超亿元, 融资逾千万元, 上百万元, 人数破千, 满万件. Not 以上. */
const PASSED = /(?:[超过破达近逾越满约]|(?<!以)上)$/u;

/** What a plant or a project has so much of: 日产能万只, 年产万吨, 处理能力千吨. */
const OUTPUT = /(?:[年月日]产|产能|产量|能力|规模|存栏|出栏|装机)$/u;

/** 亿元以上, 百家及以上, 千万级. */
const BOUND_BEHIND = /^(?:及?以[上下内]|级)/u;

/**
 * Whether a unit without a digit before it (万, 千万, 百) that stands at `start` and whose measure ends at `end` is an amount:
 * 逾万元, 百家以上, 日产能万只; not 单位：万元, 百亿元产业, 千家万户.
 */
export function bareUnitCounts(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return PASSED.test(before) || OUTPUT.test(before) || BOUND_BEHIND.test(text.slice(end, end + 3));
}
