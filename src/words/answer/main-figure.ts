/** The figure a measure is known by, for first lines and menus: what it grants at most, in the clause's own words. */

/**
 * A granted amount or rate: 给予10万元 · 最高50万元 · 不超过 100 万元 · 不低于200万元 · 按不低于保险费用60%.
 * The words before it are those that grant; 5000万元以上订单 (a condition) is not read, nor 单个项目不低于200万元, which may be the project's size.
 */
const GRANTED =
  /(?:给予|给与|奖励|补贴|补助|奖补|补偿)(?:[^，。；\d]{0,8}?)(?<bound>最高|不超过|不低于)?\s*(?<amount>\d[\d.]*\s*(?:万|亿)?\s*元(?:、\s*\d[\d.]*\s*(?:万|亿)?\s*元)*)|(?<limit>最高奖励不超过|最高不超过|最高|不超过|(?<!项目)不低于)(?:[^，。；\d]{0,4}?)\s*(?<limited>\d[\d.]*\s*(?:(?:万|亿)?\s*元|%|‰))/gu;

/** 最高50万元 · 10万元、5万元; null when the clause grants no stated amount. */
export function mainFigure(clause: string): string | null {
  const found: string[] = [];
  for (const { groups } of clause.matchAll(GRANTED)) {
    const amount = (groups!.amount ?? groups!.limited)!.replace(/\s+/gu, '');
    const bound = groups!.bound ?? groups!.limit?.replace('奖励', '') ?? '';
    const figure = `${bound}${amount}`;
    if (!found.some((one) => one.endsWith(amount))) found.push(figure);
  }
  return found.length ? found.slice(0, 3).join('、') : null;
}
