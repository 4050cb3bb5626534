/** What is kept of a visitor, for how long, and how it goes. */
import { html } from 'hono/html';
import { privacyWords as words } from '../../../src/words/index.ts';
import { type Frame, layout, type Piece } from './layout.ts';

/** What the office says itself stands before what the program says of itself. */
export const privacyPage = (frame: Frame): Piece =>
  layout(frame, {
    title: words.title,
    current: null,
    body: html`<main id="main" class="page"><h1>${words.title} <small class="muted">${words.version}</small></h1>
${ownPart(frame.identity)}${words.parts(frame.identity.kept).map(([title, text]) => html`<section class="panel"><h2>${title}</h2><p>${text}</p></section>`)}
<p><a class="button" href="/">${words.back}</a></p></main>`,
  });

const ownPart = ({ name, privacy }: Frame['identity']): Piece | '' =>
  privacy === null
    ? ''
    : html`<section class="panel own"><h2>${words.own(name)}</h2>${privacy.split(/\n+/u).map((line) => html`<p>${line}</p>`)}</section>`;
