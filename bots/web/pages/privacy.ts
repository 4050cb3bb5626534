/** 隐私说明: what is kept, how long, how it is deleted, and what stays where the bot cannot reach. */
import { html } from 'hono/html';
import { privacyWords as words } from '../../../src/words/index.ts';
import { layout, type Piece } from './layout.ts';

export const privacyPage = (): Piece =>
  layout({
    title: words.title,
    current: null,
    body: html`<main id="main" class="page">
<h1>${words.title} <small class="muted">${words.version}</small></h1>
${words.sections.map(([title, text]) => html`<section><h2>${title}</h2><p>${text}</p></section>`)}
</main>`,
  });
