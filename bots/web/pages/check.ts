/** 政策体检 as a page: what is known, what to answer next, and everything that comes of it. */
import { html } from 'hono/html';
import type { Day } from '../../../src/contract/index.ts';
import type { Result } from '../../../src/eligibility/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { SHEET_DAYS } from '../../../src/service/index.ts';
import {
  cardAmount,
  explainVerdict,
  sayAmount,
  sheetPageWords,
  webWords,
  checkWords as words,
} from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import { questionHtml } from './asked.ts';
import { type Frame, layout, type Piece } from './layout.ts';
import { badgeHtml } from './library.ts';

type Facts = ReadonlyMap<string, Fact>;

/** Where a result stands. */
export function groupOf({ verdict, onlyThat, reason }: Result): Group {
  if (reason.kind === 'closed' || reason.kind === 'not-yet' || reason.kind === 'not-issued') return 'past';
  if (verdict !== 'ineligible') return verdict;
  return onlyThat ? 'near' : 'ineligible';
}

export type Group = 'eligible' | 'unknown' | 'near' | 'ineligible' | 'past';

/** How the results are looked at. */
export interface Look {
  order: 'fit' | 'money';
  /** Only what documents of this place give; null: of all places. */
  place: string | null;
  /** Only what names a sum. */
  stated: boolean;
}

export function checkPath({ order, place, stated }: Look, skipped: readonly string[]): string {
  const query = new URLSearchParams({
    ...(skipped.length > 0 ? { skip: skipped.join(',') } : {}),
    ...(order === 'money' ? { order } : {}),
    ...(place === null ? {} : { place }),
    ...(stated ? { stated: '1' } : {}),
  });
  return query.size === 0 ? '/check' : `/check?${query}`;
}

export interface CheckView extends Look {
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
  /** Every benefit of every document that was looked for, in the order chosen. */
  groups: ReadonlyMap<Group, Result[]>;
  /** Of all documents: what there is to choose. */
  places: readonly string[];
  today: Day;
}

const SHOWN: readonly Group[] = ['eligible', 'unknown', 'near'];
const FOLDED: readonly Group[] = ['ineligible', 'past'];
const SHOWN_AT_ONCE = 6;
const MOST_MISSING = 4;

export function checkPage(frame: Frame, view: CheckView): Piece {
  const { profile, groups, today } = view;
  return layout(frame, {
    title: webWords.nav.check,
    current: 'check',
    body: html`<main id="main" class="page">
<h1>${webWords.nav.check} <small class="muted">${webWords.today(today)}</small></h1>
${profile.length === 0 ? html`<p>${words.start}</p>` : ''}
<div class="columns">
${
  profile.length === 0
    ? ''
    : html`<div class="beside"><section class="panel"><h2>${webWords.profile}</h2><p class="profile">${profile.join('、')}</p><p><a href="/">${words.edit}</a></p>
<form method="post" action="/sheet"><p class="buttons"><button>${sheetPageWords.make}</button></p><p class="muted">${sheetPageWords.makeHint(SHEET_DAYS)}</p></form></section></div>`
}
<div class="rest">
${questionsHtml(view)}
${orderHtml(view)}
${filtersHtml(view)}
${SHOWN.map((group) => groupHtml(group, groups.get(group) ?? [], view))}
${FOLDED.map((group) => {
  const results = groups.get(group) ?? [];
  return results.length === 0
    ? ''
    : html`<details><summary>${words.groups[group]}（${String(results.length)}）</summary>${listHtml(results, view)}</details>`;
})}
</div></div>
</main>`,
  });
}

function questionsHtml(view: CheckView): Piece {
  const { asks, topic, skipped, unread, facts, profile, groups } = view;
  if (asks.length === 0) return html`<p>${words.allAsked}</p>`;
  const open = groups.get('unknown')?.length ?? 0;
  const decided = [...groups.values()].reduce((sum, results) => sum + results.length, 0) - open;
  return html`<form method="post" action="${checkPath(view, [])}" class="questions">
<h2>${words.questions}</h2>
<p class="muted" id="progress">${words.progress(profile.length, open)}</p>
<progress max="${String(decided + open)}" value="${String(decided)}" aria-labelledby="progress"></progress>
<input type="hidden" name="topic" value="${topic ?? ''}"><input type="hidden" name="skip" value="${skipped.join(',')}">
${asks.map((name) => {
  const fact = facts.get(name);
  const written = unread[name];
  const trouble = written === undefined ? '' : html`${words.notUnderstood(written)}`;
  return fact ? questionHtml(name, fact, written ?? '', trouble) : '';
})}
<p class="buttons"><button class="send">${words.next}</button> <button name="pass" value="1" formnovalidate>${words.skip}</button></p>
</form>`;
}

function orderHtml(view: CheckView): Piece {
  const { order, skipped } = view;
  const link = (to: Look['order'], label: string) =>
    html`<a class="button" href="${checkPath({ ...view, order: to }, skipped)}" ${to === order ? html`aria-current="true"` : ''}>${label}</a>`;
  return html`<p class="actions" role="group" aria-label="${words.sort}">${link('fit', words.byFit)} ${link('money', words.byMoney)}</p>`;
}

function filtersHtml({ places, place, stated, order, skipped }: CheckView): Piece {
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}" ${isChosen ? html`selected` : ''}>${label}</option>`;
  return html`<details class="fold" ${place !== null || stated ? html`open` : ''}><summary>${words.filters}</summary>
<form class="facets" action="/check" aria-label="${words.filters}">
${skipped.length > 0 ? html`<input type="hidden" name="skip" value="${skipped.join(',')}">` : ''}
${order === 'money' ? html`<input type="hidden" name="order" value="money">` : ''}
<label>${words.filterPlace}<select name="place">${option('', words.all, place === null)}${places.map((one) => option(one, one, one === place))}</select></label>
<label>${words.filterMoney}<select name="stated">${option('', words.all, !stated)}${option('1', words.stated, stated)}</select></label>
<button>${words.show}</button>
</form></details>`;
}

function groupHtml(group: Group, results: Result[], view: CheckView): Piece | '' {
  if (results.length === 0)
    return group === 'eligible' && view.profile.length > 0
      ? html`<section><h2>${words.groups[group]}</h2><p class="muted">${words.none}</p></section>`
      : '';
  const rest = results.slice(SHOWN_AT_ONCE);
  return html`<section><h2>${words.groups[group]}（${String(results.length)}）</h2>
${listHtml(results.slice(0, SHOWN_AT_ONCE), view)}
${rest.length === 0 ? '' : html`<details><summary>${words.more(rest.length)}</summary>${listHtml(rest, view)}</details>`}
</section>`;
}

const listHtml = (results: Result[], { facts, today }: CheckView): Piece =>
  html`<ul class="cards">${results.map((result) => resultHtml(result, facts, today))}</ul>`;

export function resultHtml(result: Result, facts: Facts, today: Day): Piece {
  const { measure, policy, benefit, verdict, missing } = result;
  const amount = cardAmount(result, facts);
  const labels = missing.slice(0, MOST_MISSING).map((name) => facts.get(name)?.label ?? name);
  return html`<li class="card">
<h3><a href="${policyPath(measure.id)}">${measure.title}</a></h3>
${amount?.figure ? html`<p class="amount"><span class="muted">${benefit.benefit}</span> <b>${amount.figure}</b></p>` : html`<p>${verdict === 'ineligible' ? benefit.benefit : `${benefit.benefit}：${sayAmount(result, facts)}`}</p>`}
${verdict === 'unknown' && labels.length > 0 ? html`<p>${words.missing(labels.join('、'))}</p>` : html`<p>${explainVerdict(result, facts)}</p>`}
<p class="standing">${badgeHtml(policy, today)} <span class="muted">${words.source(policy.number, measure.number)}</span></p>
</li>`;
}
