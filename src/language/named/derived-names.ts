/** Names that say of what a figure is reckoned: 甲占乙比重, 甲较上年增长, 甲较上年增量部分. */

export type Derived =
  | { kind: 'share'; of: string; whole: string }
  | { kind: 'growth'; of: string }
  | { kind: 'increment'; of: string };

const SHARE = /^(?<of>.+?)占(?<whole>.+?)的?(?:比重|比例|百分比|比率?)$/u;
const COMPARED = '(?:同比|[较比](?:上一?年度?|去年|上一年度|前一年度?)(?:同期)?|年度?)?';
const GROWTH = new RegExp(`^(?<of>.{2,}?)${COMPARED}的?(?:增长率?|增速|增幅)(?:达到)?$`, 'u');
const INCREMENT = new RegExp(
  `^(?<of>.{2,}?)${COMPARED}的?(?:净增(?:额|量)?|增量|增加额|新增额)(?:部分)?$`,
  'u',
);

/** 新增采购额: more of what is measured year by year; 新增贷款 and 新增投资 are new ones. */
const NEWLY =
  /^(?:新增|净增|增加)的?(?<of>\p{Script=Han}*(?:采购|出口|进口|销售|零售|交易|营业|进出口|成交)额|产值|营业?收入?)$/u;

/** What a fact of this name is reckoned from; null where its name is the figure's own. */
export function derivedFrom(label: string): Derived | null {
  const share = SHARE.exec(label)?.groups;
  if (share) return { kind: 'share', of: share.of!, whole: share.whole! };
  const growth = GROWTH.exec(label)?.groups;
  if (growth) return { kind: 'growth', of: growth.of! };
  const increment = INCREMENT.exec(label)?.groups ?? NEWLY.exec(label)?.groups;
  return increment ? { kind: 'increment', of: increment.of! } : null;
}
