/** 政策体检 as a page: what is known, what to answer next, and what comes of it. */

import { html } from 'hono/html';
import type { Day } from '../../../src/contract/index.ts';
import type { Result } from '../../../src/eligibility/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { explainVerdict, sayAmount, webWords as words } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import { layout, type Piece } from './layout.ts';
import { badgeHtml } from './library.ts';

type Facts = ReadonlyMap<string, Fact>;

export interface CheckView {
  facts: Facts;
  /** What is kept, a line a fact. */
  profile: string[];
  /** Facts to ask for next. */
  asks: string[];
  topic: string | null;
  /** Topics passed over so far. */
  skipped: string[];
  /** What was written and could not be read, by fact. */
  unread: Record<string, string>;
  results: Result[];
  today: Day;
}

const MOST_LISTED = 8;

const GROUPS = [
  ['eligible', '符合', 'good'],
  ['unknown', '可能符合', 'open'],
  ['ineligible', '差一点', 'soon'],
] as const;

function questionHtml(name: string, fact: Fact, unread: string | undefined): Piece {
  const hint = fact.hint ? html`<span class="muted">${fact.hint}</span>` : '';
  if (fact.type === 'boolean')
    return html`<fieldset><legend>${fact.question}</legend>${hint}
${(
  [
    ['yes', '是'],
    ['no', '否'],
  ] as const
).map(
  ([value, label]) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}"> ${label}</label>`,
)}
</fieldset>`;
  const id = `fact-${name}`;
  if (fact.type === 'choice')
    return html`<p class="question"><label for="${id}">${fact.question}</label>${hint}
<select id="${id}" name="${name}"><option value="">不清楚</option>${Object.entries(fact.values ?? {}).map(
      ([value, [label = value]]) => html`<option value="${value}">${label}</option>`,
    )}</select></p>`;
  return html`<p class="question"><label for="${id}">${fact.question}</label>${hint}
<input id="${id}" name="${name}" value="${unread ?? ''}" autocomplete="off" maxlength="100" ${unread === undefined ? '' : html`aria-invalid="true" aria-describedby="${id}-trouble"`}>
${unread === undefined ? '' : html`<span id="${id}-trouble" class="trouble">没看懂“${unread}”，请连单位一起写，例如 350人、5000万元、12%、3月1日。</span>`}</p>`;
}

function resultHtml(result: Result, facts: Facts, today: Day): Piece {
  const { measure, policy, benefit, verdict, missing } = result;
  const labels = missing.slice(0, 4).map((name) => facts.get(name)?.label ?? name);
  return html`<li class="card">
<h3><a href="${policyPath(measure.id)}">${measure.title}</a></h3>
<p><strong>${benefit.benefit}：${sayAmount(result, facts)}</strong></p>
${verdict === 'unknown' && labels.length > 0 ? html`<p>还要知道：${labels.join('、')}</p>` : ''}
${verdict === 'ineligible' || labels.length === 0 ? html`<p>${explainVerdict(result, facts)}</p>` : ''}
<p>${badgeHtml(policy, today)} <span class="muted">${policy.number} 第${measure.number}条</span></p>
</li>`;
}

export function checkPage(view: CheckView): Piece {
  const { facts, profile, asks, topic, skipped, unread, results, today } = view;
  return layout({
    title: words.nav.check,
    current: 'check',
    body: html`<main id="main" class="page">
<h1>${words.nav.check} <small class="muted">${words.today(today)}</small></h1>
${
  profile.length === 0
    ? html`<p>回答几个问题，看哪些政策用得上。不清楚的可以空着。</p>`
    : html`<h2>${words.profile}</h2><ul class="facts">${profile.map((line) => html`<li>${line}</li>`)}</ul>`
}
${
  asks.length === 0
    ? html`<p>能问的都问过了。情况有变，到<a href="/">问答页</a>直接说，例如“在岗改成302人”。</p>`
    : html`<form method="post" action="/check" class="questions">
<h2>请回答</h2>
<input type="hidden" name="topic" value="${topic ?? ''}"><input type="hidden" name="skip" value="${skipped.join(',')}">
${asks.map((name) => {
  const fact = facts.get(name);
  return fact ? questionHtml(name, fact, unread[name]) : '';
})}
<p><button class="send">下一步</button></p></form>`
}
${GROUPS.map(([verdict, title]) => {
  const listed = results.filter(
    (result) => result.verdict === verdict && (verdict !== 'ineligible' || result.onlyThat),
  );
  return listed.length === 0
    ? ''
    : html`<section><h2>${title}（${String(listed.length)}）</h2><ul class="cards">${listed
        .slice(0, MOST_LISTED)
        .map((result) => resultHtml(result, facts, today))}</ul></section>`;
})}
</main>`,
  });
}
