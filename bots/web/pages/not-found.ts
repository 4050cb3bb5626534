import { html } from 'hono/html';
import { webWords as words } from '../../../src/words/index.ts';
import { type Frame, layout, type Piece } from './layout.ts';

export const notFoundPage = (frame: Frame): Piece =>
  layout(frame, {
    title: words.notFound,
    current: null,
    body: html`<main id="main" class="page"><h1>${words.notFound}</h1><p>${words.notFoundHint}</p>
<p><a href="/p">${words.nav.library}</a>　<a href="/">${words.nav.chat}</a></p></main>`,
  });
