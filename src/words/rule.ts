/** A rule as it stands, told to nobody in particular: what each row pays, on which conditions, how its sentence was read. */
import type { Facts } from '../facts/index.ts';
import type { Benefit, Literal, PayRow } from '../policy/index.ts';
import { formatNeed } from './explain.ts';
import { sayPay } from './pays.ts';

export interface SaidRule {
  pays: string[];
  conditions: string[];
  notes: string[];
}

export const sayRule = (benefit: Benefit, facts: Facts): SaidRule => ({
  pays: sayRows(benefit.pays, facts),
  conditions: [
    ...benefit.needs.map((need) => formatNeed(need, facts)),
    ...benefit.vague.map(({ words }) => words),
  ],
  notes: notesOf(benefit, facts),
});

export const ruleWords = { pays: '给多少', conditions: '条件', notes: '说明' };

/** Row by row: one without a condition behind others that have one is what is left. */
const sayRows = (rows: readonly PayRow[], facts: Facts): string[] =>
  rows.map((row, i) => {
    const opening = row.added ? '另外：' : i > 0 && row.when === null ? '其余：' : '';
    return `${opening}${sayRow(row, facts)}`;
  });

/** 5万元 · 按设备投资额的10%，单个企业最高200万元 · 每天在岗人数超过1000人：10万元 */
function sayRow(row: PayRow, facts: Facts): string {
  const { when, pay, cap, capPer, capYear, capEach, capAll, floor, saved } = row;
  const limits = [
    cap && `${capPer ? CAP_PER[capPer] : ''}最高${written(cap)}`,
    capYear && `每年最高${written(capYear)}`,
    capEach && `每个最高${written(capEach)}`,
    capAll && `合计最高${written(capAll)}`,
    floor && `最低${written(floor)}`,
  ];
  const isKept = pay.form === 'share' && pay.kept;
  const amount = `${saved && !isKept ? '少交：' : ''}${bound(row)}${sayPay(row, facts)}`;
  const text = [amount, ...limits].filter((part) => part !== null).join('，');
  return when ? `${formatNeed(when, facts)}：${text}` : text;
}

/** Of a share it is said with its figure. */
const bound = ({ pay, atLeast, atMost }: PayRow): string =>
  pay.form === 'share' ? '' : atLeast ? '不低于' : atMost ? '不超过' : '';

const CAP_PER: Record<NonNullable<PayRow['capPer']>, string> = {
  enterprise: '单个企业',
  project: '单个项目',
  'enterprise-year': '单个企业每年',
};

function notesOf(benefit: Benefit, facts: Facts): string[] {
  const { presumes, discretionary, pool, once, readings, drafted, paidOut } = benefit;
  return [
    once ? '一次性' : null,
    pool && `${written(pool)}是总规模，不是一家企业的`,
    discretionary && `文件写的是“${discretionary}”，给不给由有关方面决定`,
    presumes.length > 0 ? `默认${presumes.map((need) => formatNeed(need, facts)).join('、')}` : null,
    readings.length > 0 ? `读法：${readings.join('；')}` : null,
    benefit.for === 'persons' ? '给个人，不是给企业' : null,
    paidOut && `分期支付：${paidOut}`,
    drafted && (drafted.grade === 'C' ? '金额没有能从条文确定，以原文为准' : '按条文自动读出，未经人工核对'),
  ].filter((note) => note !== null);
}

const written = ({ text }: Literal): string => text.replace(/\s/gu, '');
