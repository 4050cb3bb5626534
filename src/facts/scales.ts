/** What is measured in more than one size of unit: 年 and 个月, 兆瓦 and 瓦. */

/** The common unit of a kind, and how much of it one of these is. */
const SCALES: Readonly<Record<string, readonly [string, number]>> = {
  年: ['个月', 12],
  个月: ['个月', 1],
  季度: ['个月', 3],
  兆瓦: ['瓦', 1_000_000],
  MW: ['瓦', 1_000_000],
  千瓦: ['瓦', 1000],
  kW: ['瓦', 1000],
  瓦: ['瓦', 1],
  兆瓦时: ['kWh', 1000],
  kWh: ['kWh', 1],
  公顷: ['亩', 15],
  亩: ['亩', 1],
  吨: ['公斤', 1000],
  公斤: ['公斤', 1],
  千克: ['公斤', 1],
  公里: ['米', 1000],
  千米: ['米', 1000],
  米: ['米', 1],
};

/** How many of the other unit one of the first is; null where the two measure different things. */
export function timesUnit(unit: string, other: string): number | null {
  const [from, to] = [SCALES[unit], SCALES[other]];
  return from && to && from[0] === to[0] ? from[1] / to[1] : null;
}
