/** What could not be done, why, and what had been filled in: nothing that was typed is lost. */
import { html } from 'hono/html';
import { officeWords as words } from '../words/general.ts';
import { type Frame, layout, type Piece } from './layout.ts';

/** Secrets, and what the page itself put into the form. */
const NOT_TYPED = new Set([
  'token',
  'password',
  'again',
  'seen',
  'kind',
  'at',
  'index',
  'path',
  'field',
  'to',
  'id',
]);

export function refusalPage(
  frame: Frame,
  sentence: string,
  entries: readonly [string, string][] = [],
): Piece {
  const shown = entries.filter(([name, value]) => !NOT_TYPED.has(name) && value.trim().length > 1);
  return layout(frame, {
    title: words.refused,
    body: html`<p class="fault" role="alert">${sentence}</p>
<p><a class="button" data-back href="/office">${words.back}</a></p>
${shown.length === 0 ? '' : html`<h2>${words.yourInput}</h2>${shown.map(([, value]) => html`<pre class="given">${value}</pre>`)}`}`,
  });
}
