/** Everything that was said and shown, newest first, to be searched. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import { historyWords as words } from '../../../src/words/index.ts';
import type { Entry } from '../mailbox.ts';
import { type Frame, layout, type Piece } from './layout.ts';
import { marked } from './marked.ts';
import { NAMES } from './message.ts';

export function historyPage(frame: Frame, entries: readonly Entry[], query: string): Piece {
  const terms = query.split(/\s+/u).filter((term) => term !== '');
  const found = entries.filter(({ text }) => terms.every((term) => text.includes(term))).toReversed();
  const days = Map.groupBy(found, ({ at }) => shanghaiTime(at).slice(0, 10));
  return layout(frame, {
    title: words.title,
    current: null,
    body: html`<main id="main" class="page">
<h1>${words.title} <small class="muted">${words.count(found.length)}</small></h1>
<form class="search" method="get" action="/history" role="search">
<label class="hidden" for="q">${words.search}</label>
<div class="line"><input id="q" name="q" type="search" value="${query}" placeholder="${words.search}" autocomplete="off"> <button class="send">${words.find}</button></div>
</form>
${found.length === 0 ? html`<p class="muted">${query === '' ? words.none : words.noneFound(query)}</p>` : ''}
${[...days].map(([day, said]) => html`<section><h2>${formatFullDay(day)}</h2>${said.map((entry) => entryHtml(entry, terms))}</section>`)}
<p><a href="/">${words.back}</a></p>
</main>`,
  });
}

const entryHtml = (
  { by, at, text }: Entry,
  terms: readonly string[],
): Piece => html`<article class="history-entry">
<h3 class="who">${NAMES[by]} <time datetime="${shanghaiTime(at)}+08:00">${shanghaiTime(at).slice(11)}</time></h3>
${text.split('\n').map((line) => html`<p>${marked(line, terms)}</p>`)}
</article>`;
