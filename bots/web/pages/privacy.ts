/** What is kept of a visitor, for how long, and how it goes. */
import { html } from 'hono/html';
import { privacyWords as words } from '../../../src/words/index.ts';
import { type Frame, layout, type Piece } from './layout.ts';

/** `kept`: days, 0 for good. */
export const privacyPage = (frame: Frame, kept: Frame['identity']['kept']): Piece =>
  layout(frame, {
    title: words.title,
    current: null,
    body: html`<main id="main" class="page"><h1>${words.title} <small class="muted">${words.version}</small></h1>
${words.parts(kept).map(([title, text]) => html`<section class="panel"><h2>${title}</h2><p>${text}</p></section>`)}
<p><a class="button" href="/">${words.back}</a></p></main>`,
  });
