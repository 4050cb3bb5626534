/** Pieces that nearly every name has, and that say nothing of what it is. */

export const COMMON: ReadonlySet<string> = new Set([
  '企业',
  '公司',
  '单位',
  '机构',
  '认定',
  '开展',
  '达到',
  '项目',
  '数量',
  '金额',
  '情况',
  '相关',
  '符合',
  '条件',
  '规定',
  '要求',
  '首次',
  '国家',
  '省级',
  '市级',
  '全市',
  '全省',
  '我市',
  '我省',
  '我区',
  '本市',
  '本省',
  '件数',
  '家数',
  '补助',
  '奖励',
  '额度',
  '上一年度',
  '本年度',
]);
export const isCommon = (gram: string): boolean => COMMON.has(gram);
/** Pieces of nearly every name of a sum, which the unit of a figure says as well. */
const OF_ANY_MONEY: ReadonlySet<string> = new Set(
  '费用 投资 购置 实际 际发 发生 际支 支付 际缴 际投 资金 金额 总额 数额 项目 本年度 上一年度 年度 累计 单个 企业 合计'.split(
    ' ',
  ),
);
export const isOfAnyMoney = (gram: string): boolean => OF_ANY_MONEY.has(gram);
/** Where it is, and when: no part of what it is. */
export const isOfPlace = (gram: string): boolean => PLACES.has(gram);
const PLACES: ReadonlySet<string> = new Set('区内 市内 县内 省内 园区 年度 本区 本县 当地'.split(' '));
