import { html } from 'hono/html';
import { webWords as words } from '../../../src/words/index.ts';
import { layout, type Piece } from './layout.ts';

export const notFoundPage = (): Piece =>
  layout({
    title: words.notFound,
    current: null,
    body: html`<main id="main" class="page"><h1>${words.notFound}</h1><p>${words.notFoundHint}</p>
<p><a href="/p">${words.nav.library}</a>　<a href="/">${words.nav.chat}</a></p></main>`,
  });
