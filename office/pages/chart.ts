/** Bars made by the server, with the same figures as a table beside them. */
import { html } from 'hono/html';
import type { Count } from '../../src/service/index.ts';
import { figureWords as words } from '../words/today.ts';
import type { Piece } from './layout.ts';

const ROW = 26;
const NAME = 210;
const BARS = 320;
const SHOWN_NAME = 16;

/** One bar a name; the longest fills the width. */
export function barChart(title: string, counts: readonly Count[]): Piece {
  if (counts.length === 0) return html`<h2>${title}</h2><p class="muted">${words.nothing}</p>`;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const height = counts.length * ROW;
  return html`<h2>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><svg role="img" aria-label="${title}" width="${NAME + BARS + 60}" height="${height}" viewBox="0 0 ${NAME + BARS + 60} ${height}">
${counts.map(({ name, count }, i) => {
  const width = Math.round((BARS * count) / most);
  return html`<text x="0" y="${i * ROW + 17}">${name.length > SHOWN_NAME ? `${name.slice(0, SHOWN_NAME)}…` : name}</text><rect class="bar" x="${NAME}" y="${i * ROW + 5}" width="${Math.max(1, width)}" height="16"></rect><text x="${NAME + width + 6}" y="${i * ROW + 17}">${count}</text>`;
})}</svg></div>
<details><summary>${words.name} · ${words.count}</summary><table><thead><tr><th scope="col">${words.name}</th><th scope="col" class="number">${words.count}</th></tr></thead><tbody>${counts.map(({ name, count }) => html`<tr><th scope="row">${name}</th><td class="number">${count}</td></tr>`)}</tbody></table></details>`;
}
