/** A benefit in words: what it brings, on which conditions, how its sentence was read. */

import { html } from 'hono/html';
import type { Fact } from '../../../src/facts/index.ts';
import type { Benefit, Pay, PayRow } from '../../../src/policy/index.ts';
import { formatNeed } from '../../../src/words/index.ts';
import type { Piece } from './layout.ts';

type Facts = ReadonlyMap<string, Fact>;

const labelOf = (fact: string, facts: Facts): string => facts.get(fact)?.label ?? fact;
const written = (literal: { text: string }): string => literal.text.replace(/\s/gu, '');

const span = (from: { text: string }, to: { text: string } | null): string =>
  to ? `${written(from)}至${written(to)}` : written(from);

/** One function a form of payment. */
const FORMS: { [F in Pay['form']]: (pay: Extract<Pay, { form: F }>, facts: Facts) => string } = {
  yuan: ({ yuan }) => written(yuan),
  share: ({ share, to, plus, of, kept }, facts) =>
    `${kept ? '只交' : ''}${labelOf(of, facts)}的${span(share, to)}${plus ? `再加${written(plus)}` : ''}`,
  part: ({ part, whole, units }, facts) =>
    `${units === null ? '' : `${labelOf(units, facts)}每1给`}${written(whole)}的${written(part)}`,
  each: ({ each, to, of, per, most }, facts) =>
    `${labelOf(of, facts)}每${per ? written(per) : '1'}给${span(each, to)}${most ? `（最多算${written(most)}）` : ''}`,
  pieces: ({ pieces, of }, facts) =>
    `${labelOf(of, facts)}${pieces
      .map(
        ({ rate, over, upTo }) =>
          `${over ? `超过${written(over)}的部分` : ''}${upTo ? `${written(upTo)}以内的部分` : ''}${rate.kind === 'ratio' ? '按' : '每1给'}${written(rate)}`,
      )
      .join('，')}`,
  kinds: ({ kinds }, facts) =>
    kinds.map(({ each, of }) => `${labelOf(of, facts)}每1给${written(each)}`).join(' ＋ '),
  priced: ({ priced, of, units, capUnit, most }, facts) =>
    `${labelOf(of, facts)}的${written(priced)}（每个最高${written(capUnit)}），乘以${labelOf(units, facts)}${most ? `（最多算${written(most)}）` : ''}`,
  interest: ({ interest, of, upTo, months, most }, facts) =>
    `${labelOf(of, facts)}${upTo ? `（只算${written(upTo)}以内）` : ''}按年利率${written(interest)}，按${labelOf(months, facts)}折算${most ? `（最长${written(most)}）` : ''}`,
  raised: ({ raised, by }, facts) => `${payWords(raised, facts)}，再上浮${written(by)}`,
  rest: ({ rest, less }, facts) => `${payWords(rest, facts)}，减去${labelOf(less, facts)}`,
  within: ({ within, share, of }, facts) =>
    `${payWords(within, facts)}，不超过${labelOf(of, facts)}的${written(share)}`,
  monthly: ({ monthly, units, most }, facts) =>
    `${units === null ? '' : `${labelOf(units, facts)}每个`}每月${written(monthly)}${most ? `（最多算${written(most)}）` : ''}`,
  step: ({ base, step, each, of, over }, facts) =>
    `${base ? `${written(base)}，` : ''}${labelOf(of, facts)}${over ? `超过${written(over)}后` : ''}每${written(each)}再给${written(step)}`,
  yearly: ({ years }) => years.map((year, i) => `第${i + 1}年${written(year)}`).join('、'),
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
function rowWords(row: PayRow, facts: Facts): string {
  const { when, pay, cap, capPer, capYear, floor, atLeast, atMost, saved } = row;
  const amount = `${saved && !(pay.form === 'share' && pay.kept) ? '少交' : ''}${atLeast ? '不低于' : atMost ? '不超过' : ''}${payWords(pay, facts)}`;
  const limits = [
    cap ? `${capPer ? CAP_PER[capPer] : ''}最高${written(cap)}` : null,
    capYear ? `每年最高${written(capYear)}` : null,
    floor ? `最低${written(floor)}` : null,
  ];
  const text = [amount, ...limits].filter((part) => part !== null).join('，');
  return when ? `${formatNeed(when, facts)}：${text}` : text;
}

export function benefitHtml(benefit: Benefit, facts: Facts): Piece {
  const { needs, vague, presumes, discretionary, pays, pool, once, readings, drafted, paidOut } = benefit;
  const conditions = [...needs.map((need) => formatNeed(need, facts)), ...vague.map(({ words }) => words)];
  const notes = [
    once ? '一次性' : null,
    pool ? `${written(pool)}是总规模，不是一家企业的` : null,
    discretionary ? `文件写的是“${discretionary}”，给不给由有关方面决定` : null,
    presumes.length > 0 ? `默认${presumes.map((need) => formatNeed(need, facts)).join('、')}` : null,
    readings.length > 0 ? `读法：${readings.join('；')}` : null,
    benefit.for === 'persons' ? '给个人，不是给企业' : null,
    paidOut ? `分期支付：${paidOut}` : null,
    drafted?.grade === 'C' ? '金额没有能从条文确定，以原文为准' : null,
    drafted && drafted.grade !== 'C' ? '按条文自动读出，未经人工核对' : null,
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
