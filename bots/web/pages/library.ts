/** The library: every document with how it stands today, and the clauses that a search finds. */
import { html } from 'hono/html';
import type { Day } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import type { Policy } from '../../../src/policy/index.ts';
import { badgeOf, libraryWords, webWords as words } from '../../../src/words/index.ts';
import { type Chosen, FACETS, type Seen, valuesOf } from '../facets.ts';
import { askPath, filePath, policyPath } from '../links.ts';
import { type Frame, layout, type Piece } from './layout.ts';
import { marked } from './marked.ts';

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
  /** Its words, to be marked where they stand. */
  terms: readonly string[];
  hits: Hit[];
  /** Whom to ask instead, where another office answers. */
  elsewhere: string | null;
}

export function badgeHtml(policy: Policy, today: Day): Piece {
  const { text, tone } = badgeOf(policy, today);
  return html`<span class="badge ${tone}">${text}</span>`;
}

const policyCard = (policy: Policy, { today, originals }: Seen): Piece => html`<li class="card">
<h2><a href="${policyPath(policy.number)}">${policy.title}</a></h2>
<p class="standing">${badgeHtml(policy, today)} <span class="muted">${policy.number}</span></p>
<p class="muted">${[
  policy.issuer,
  policy.issued ? libraryWords.issued(formatFullDay(policy.issued.day)) : null,
  libraryWords.measures(policy.measures.length),
]
  .filter((part) => part !== null)
  .join(
    ' · ',
  )}</p>${originals.has(policy.slug) ? html`<p class="links"><a href="${filePath(policy.number)}" download>${libraryWords.file(originals.get(policy.slug)!)}</a></p>` : ''}
</li>`;

export function resultsHtml({ query, terms, hits, elsewhere }: Search, today: Day): Piece {
  if (hits.length === 0)
    return html`<p role="status">${elsewhere ? words.elsewhere(elsewhere) : html`${words.noHits(query)}<a href="${askPath(query)}">${words.askThis(query)}</a>`}</p>`;
  return html`<p role="status" class="muted">${words.hits(hits.length)}</p>
<ol class="cards">${hits.map(
    ({ about, title, source, policy, excerpt }) => html`<li class="card">
<h2><a href="${policyPath(about)}">${marked(title, terms)}</a></h2>
<p class="standing">${badgeHtml(policy, today)} <span class="muted">${source}</span></p>
<p>${marked(excerpt, terms)}</p>
</li>`,
  )}</ol>`;
}

export interface LibraryView extends Seen {
  /** Of all documents: what there is to choose. */
  policies: readonly Policy[];
  shown: Policy[];
  chosen: Chosen;
  search: Search | null;
}

/** More are narrowed rather than scrolled through. */
const MOST_SHOWN = 60;

export function libraryPage(frame: Frame, view: LibraryView): Piece {
  const { shown, search, today } = view;
  return layout(frame, {
    title: words.nav.library,
    current: 'library',
    scripts: ['beside.js', 'library.js'],
    body: html`<main id="main" class="page">
<h1>${words.nav.library} <small class="muted">${words.today(today)}</small></h1>
<form id="search" class="search" role="search" action="/p">
<label for="q">${words.search}</label>
<input id="q" name="q" type="search" value="${search?.query ?? ''}" placeholder="${words.searchHint}" autocomplete="off" maxlength="200">
<button>${words.searchButton}</button>
</form>
<div id="results">${search ? resultsHtml(search, today) : ''}</div>
<div id="policies" class="columns" ${search ? html`hidden` : ''}>
<div class="beside">${facetsHtml(view)}</div>
<div class="rest">
<p class="muted">${shown.length === 0 ? libraryWords.noneLeft : libraryWords.count(shown.length, Math.min(shown.length, MOST_SHOWN))}</p>
<ul class="cards">${shown.slice(0, MOST_SHOWN).map((policy) => policyCard(policy, view))}</ul>
</div></div>
</main>`,
  });
}

function facetsHtml({ policies, chosen, ...seen }: LibraryView): Piece {
  const labels: Record<string, string> = { ...libraryWords.states, ...libraryWords.held };
  return html`<details class="fold" ${Object.keys(chosen).length > 0 ? html`open` : ''}><summary>${libraryWords.facets}</summary>
<form class="facets" action="/p" aria-label="${libraryWords.facets}">
${FACETS.map((facet) => {
  const values = valuesOf(policies, facet, seen);
  return html`<label>${libraryWords[facet]}<select name="${facet}"><option value="">${libraryWords.all}</option>${values.map(
    (value) =>
      html`<option value="${value}" ${chosen[facet] === value ? html`selected` : ''}>${labels[value] ?? value}</option>`,
  )}</select></label>`;
})}
<button>${libraryWords.filter}</button>
</form></details>`;
}
