/** The library: every document with how it stands today, and the clauses that a search finds. */
import { html } from 'hono/html';
import type { Day } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import type { Policy } from '../../../src/policy/index.ts';
import { badgeOf, webWords as words } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import { type Frame, layout, type Piece } from './layout.ts';

export interface Hit {
  about: string;
  title: string;
  source: string;
  policy: Policy;
  /** The beginning of what it says. */
  excerpt: string;
}

export interface Search {
  query: string;
  hits: Hit[];
  /** Whom to ask instead, where another office answers. */
  elsewhere: string | null;
}

export function badgeHtml(policy: Policy, today: Day): Piece {
  const { text, tone } = badgeOf(policy, today);
  return html`<span class="badge ${tone}">${text}</span>`;
}

const policyCard = (policy: Policy, today: Day): Piece => html`<li class="card">
<h2><a href="${policyPath(policy.number)}">${policy.title}</a></h2>
<p>${badgeHtml(policy, today)} <span class="muted">${policy.number}</span></p>
<p class="muted">${[
  policy.issuer,
  policy.issued ? `${formatFullDay(policy.issued.day)}印发` : null,
  `${policy.measures.length}条`,
]
  .filter((part) => part !== null)
  .join(' · ')}</p>
</li>`;

export function resultsHtml({ query, hits, elsewhere }: Search, today: Day): Piece {
  if (hits.length === 0)
    return html`<p role="status">${elsewhere ? words.elsewhere(elsewhere) : words.noHits(query)}</p>`;
  return html`<p role="status" class="muted">${words.hits(hits.length)}</p>
<ol class="cards">${hits.map(
    ({ about, title, source, policy, excerpt }) => html`<li class="card">
<h2><a href="${policyPath(about)}">${title}</a></h2>
<p>${badgeHtml(policy, today)} <span class="muted">${source}</span></p>
<p>${excerpt}</p>
</li>`,
  )}</ol>`;
}

export function libraryPage(frame: Frame, policies: Policy[], search: Search | null, today: Day): Piece {
  return layout(frame, {
    title: words.nav.library,
    current: 'library',
    scripts: ['library.js'],
    body: html`<main id="main" class="page">
<h1>${words.nav.library} <small class="muted">${words.today(today)}</small></h1>
<form id="search" class="search" role="search" action="/p">
<label for="q">${words.search}</label>
<input id="q" name="q" type="search" value="${search?.query ?? ''}" placeholder="${words.searchHint}" autocomplete="off" maxlength="200">
<button>搜索</button>
</form>
<div id="results">${search ? resultsHtml(search, today) : ''}</div>
<ul id="policies" class="cards" ${search ? html`hidden` : ''}>${policies.map((policy) => policyCard(policy, today))}</ul>
</main>`,
  });
}
