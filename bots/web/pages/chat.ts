/** The chat: what was said, what to say next, and beside it what is kept of the enterprise. */
import { html } from 'hono/html';
import type { Knowledge } from '../../../src/policy/index.ts';
import { webWords as words } from '../../../src/words/index.ts';
import type { Entry } from '../mailbox.ts';
import { type Aside, asideHtml } from './aside.ts';
import { type Frame, footerHtml, layout, type Piece } from './layout.ts';
import { messageHtml } from './message.ts';
import { type Today, welcomeHtml } from './welcome.ts';

export interface ChatView {
  knowledge: Knowledge;
  entries: Entry[];
  aside: Aside;
  today: Today;
  /** Key of the next message: sent twice, it is taken once. */
  event: string;
  /** Words that a link put into the field. */
  draft: string;
}

export function chatPage(frame: Frame, { knowledge, entries, aside, today, event, draft }: ChatView): Piece {
  const lastSaid = entries.findLastIndex(({ by }) => by === 'visitor');
  const anchor = lastSaid >= 0 ? lastSaid : entries.length - 1;
  return layout(frame, {
    title: words.nav.chat,
    current: 'chat',
    // The field stays at the end of the page: below it nothing is found, and it would leave its place as answers come.
    isFooted: true,
    scripts: ['beside.js', 'chat.js'],
    modules: ['stream.js', 'speech.js', 'tools.js'],
    body: html`<div class="chat">
<main id="main">
<h1 class="hidden">${words.nav.chat}</h1>
${entries.length === 0 ? welcomeHtml(today, frame.identity) : ''}
<div id="log" role="log" aria-label="${words.log}" data-last="${String(entries.at(-1)?.sequence ?? 0)}" data-working="${words.working}" data-offline="${words.offline}">
${entries.map((entry, i) => messageHtml(entry, knowledge, { anchor: i === anchor, event }))}
</div>
${composerHtml(event, draft)}
</main>
<aside class="beside" aria-label="${words.aside}"><details id="mine" class="fold"><summary>${words.profile}与${words.reminders}</summary><div id="aside">${asideHtml(aside)}</div><div class="foot narrow">${footerHtml(frame.identity)}</div></details>
<footer class="foot wide">${footerHtml(frame.identity)}</footer></aside>
</div>`,
  });
}

const composerHtml = (
  event: string,
  draft: string,
): Piece => html`<form id="composer" class="composer" method="post" action="/say">
<input type="hidden" name="event" value="${event}">
<p class="quick" role="group" aria-label="${words.quick}">${words.quickActions.map(
  (text) => html`<button formnovalidate name="quick" value="${text}">${text}</button>`,
)}</p>
<label class="hidden" for="text">${words.ask}</label>
<div class="line"><textarea id="text" name="text" rows="1" maxlength="4000" required placeholder="${words.placeholder}" autocomplete="off" enterkeyhint="send">${draft}</textarea>
<button type="button" id="speak" class="icon" hidden aria-label="${words.speak}" data-listening="${words.listening}"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11v1a6 6 0 0 0 12 0v-1M12 18v3"/></svg></button>
<button class="send">${words.send}</button></div>
<p id="trouble" class="trouble" role="status"></p>
</form>`;
