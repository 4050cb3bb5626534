/** A benefit in words: what it brings, on which conditions, how its sentence was read. */

import { html } from 'hono/html';
import type { Fact } from '../../../src/facts/index.ts';
import type { Benefit, Pay, PayRow } from '../../../src/policy/index.ts';
import { formatNeed } from '../../../src/words/index.ts';
import type { Piece } from './layout.ts';

type Facts = ReadonlyMap<string, Fact>;

const labelOf = (fact: string, facts: Facts): string => facts.get(fact)?.label ?? fact;
const written = (literal: { text: string }): string => literal.text.replace(/\s/gu, '');

/** One function a form of payment. */
const FORMS: { [F in Pay['form']]: (pay: Extract<Pay, { form: F }>, facts: Facts) => string } = {
  yuan: ({ yuan }) => written(yuan),
  share: ({ share, of }, facts) => `${labelOf(of, facts)}的${written(share)}`,
  each: ({ each, of, per }, facts) => `${labelOf(of, facts)}每${per ? written(per) : '1'}给${written(each)}`,
  range: ({ from, to }) => `${written(from)}至${written(to)}`,
  sum: ({ parts }, facts) => parts.map((part) => payWords(part, facts)).join(' ＋ '),
  unstated: ({ words }) => `“${words}”（文件没有写明数额）`,
  service: ({ words }) => `“${words}”（不是资金）`,
};

const payWords = (pay: Pay, facts: Facts): string =>
  (FORMS[pay.form] as (pay: Pay, facts: Facts) => string)(pay, facts);

const CAP_PER: Record<NonNullable<PayRow['capPer']>, string> = {
  enterprise: '单个企业',
  project: '单个项目',
  'enterprise-year': '单个企业每年',
};

/** Row by row: one without a condition behind others that have one is what is left. */
const rowsWords = (rows: PayRow[], facts: Facts): string[] =>
  rows.map((row, i) => `${i > 0 && row.when === null ? '其余：' : ''}${rowWords(row, facts)}`);

/** 5万元 · 设备投资额的10%，单个企业最高200万元 · 每天在岗人数超过1000人：10万元 */
function rowWords({ when, pay, cap, capPer, floor, atLeast }: PayRow, facts: Facts): string {
  const amount = `${atLeast ? '不低于' : ''}${payWords(pay, facts)}`;
  const limits = [
    cap ? `${capPer ? CAP_PER[capPer] : ''}最高${written(cap)}` : null,
    floor ? `最低${written(floor)}` : null,
  ];
  const text = [amount, ...limits].filter((part) => part !== null).join('，');
  return when ? `${formatNeed(when, facts)}：${text}` : text;
}

export function benefitHtml(benefit: Benefit, facts: Facts): Piece {
  const { needs, vague, presumes, discretionary, pays, pool, once, reading } = benefit;
  const conditions = [...needs.map((need) => formatNeed(need, facts)), ...vague.map(({ words }) => words)];
  const notes = [
    once ? '一次性' : null,
    pool ? `${written(pool)}是总规模，不是一家企业的` : null,
    discretionary ? `文件写的是“${discretionary}”，给不给由有关方面决定` : null,
    presumes.length > 0 ? `默认${presumes.map((need) => formatNeed(need, facts)).join('、')}` : null,
    reading ? `读法：${reading}` : null,
  ].filter((note) => note !== null);
  return html`<section class="benefit">
<h4>${benefit.benefit}</h4>
<dl>
<dt>给多少</dt>${rowsWords(pays, facts).map((text) => html`<dd>${text}</dd>`)}
${conditions.length > 0 ? html`<dt>条件</dt>${conditions.map((text) => html`<dd>${text}</dd>`)}` : ''}
${notes.length > 0 ? html`<dt>说明</dt>${notes.map((text) => html`<dd>${text}</dd>`)}` : ''}
</dl>
</section>`;
}
