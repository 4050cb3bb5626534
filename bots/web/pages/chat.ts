/** The chat: what was said, what to say next, and beside it what is kept of the enterprise. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../../src/contract/index.ts';
import type { Knowledge } from '../../../src/policy/index.ts';
import { webWords as words } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import type { Entry } from '../mailbox.ts';
import { layout, type Piece } from './layout.ts';
import { namesPlace, richText } from './rich-text.ts';

export interface Aside {
  enterprise: string | null;
  /** What is kept, a line a fact. */
  profile: string[];
  reminders: { about: string; name: string; when: string; paused: boolean }[];
  /** Null where there is nothing to be reminded of. */
  feedPath: string | null;
}

export interface ChatView {
  knowledge: Knowledge;
  entries: Entry[];
  aside: Aside;
  /** Questions to start with. */
  starters: string[];
  /** Key of the next message: sent twice, it is taken once. */
  event: string;
}

const NAMES: Record<Entry['by'], string> = { visitor: '您', bot: '惠企', reminder: '提醒' };

export function messageHtml(entry: Entry, knowledge: Knowledge, anchor = false): Piece {
  const { by, text, choices, about, at, id } = entry;
  const body = by === 'visitor' ? [html`<p>${text}</p>`] : richText(text, knowledge);
  const leadsOn = by !== 'visitor' && about !== null && !namesPlace(text, about, knowledge);
  const time = shanghaiTime(at).slice(11);
  return html`<article class="message ${by}" data-entry="${id}" ${anchor ? html`id="latest"` : ''}>
<h2 class="who">${NAMES[by]} <time datetime="${shanghaiTime(at)}+08:00">${time}</time></h2>
<div class="bubble">${body}${leadsOn ? clauseLink(about) : ''}</div>
${choices.length > 0 ? optionsHtml(choices) : ''}
</article>`;
}

function clauseLink(about: string): Piece {
  const [number, item] = about.split('#');
  const source = item ? `${number} 第${item}条` : `${number}`;
  return html`<p class="to-clause"><a href="${policyPath(about)}">${words.clauseOf(source)}</a></p>`;
}

/** The buttons belong to the composer's form, so that its message key goes with them. */
const optionsHtml = (choices: Entry['choices']): Piece =>
  html`<p class="options">${choices.map(
    ({ id, label }) =>
      html`<button form="composer" formnovalidate name="choice" value="${JSON.stringify([id, label])}">${label}</button>`,
  )}</p>`;

export const asideHtml = ({ enterprise, profile, reminders, feedPath }: Aside): Piece =>
  html`<section aria-labelledby="profile-title">
<h2 id="profile-title">${enterprise ?? words.profile}</h2>
${
  profile.length === 0
    ? html`<p class="muted">${words.emptyProfile}</p>`
    : html`<ul class="facts">${profile.map((line) => html`<li>${line}</li>`)}</ul>`
}
</section>
<section aria-labelledby="reminders-title">
<h2 id="reminders-title">${words.reminders}</h2>
${
  reminders.length === 0
    ? html`<p class="muted">${words.noReminders}</p>`
    : html`<ul class="reminders">${reminders.map(
        ({ about, name, when, paused }) =>
          html`<li><a href="${policyPath(about)}">${name}</a><br><span class="muted">${when}${paused ? '（已暂停）' : ''}</span></li>`,
      )}</ul>
${feedPath === null ? '' : html`<p><a href="${feedPath}">${words.ownFeed}</a></p>`}
<p class="muted">${words.pageOpen}</p>`
}
</section>`;

const welcome = (starters: string[]): Piece => html`<section class="welcome">
<h2 class="tagline">${words.tagline}</h2>
<p>${words.welcome}${words.everyFigure}</p>
<h3>${words.tryThese}</h3>
<p class="starters">${[...starters, words.checkup].map(
  (text) => html`<button form="composer" formnovalidate name="quick" value="${text}">${text}</button>`,
)}</p>
</section>`;

export function chatPage({ knowledge, entries, aside, starters, event }: ChatView): Piece {
  const lastSaid = entries.findLastIndex(({ by }) => by === 'visitor');
  const anchor = lastSaid >= 0 ? lastSaid : entries.length - 1;
  return layout({
    title: words.nav.chat,
    current: 'chat',
    scripts: ['chat.js'],
    body: html`<div class="chat">
<main id="main">
<h1 class="hidden">${words.nav.chat}</h1>
${entries.length === 0 ? welcome(starters) : ''}
<div id="log" role="log" aria-label="对话" data-last="${String(entries.at(-1)?.sequence ?? 0)}">
${entries.map((entry, i) => messageHtml(entry, knowledge, i === anchor))}
</div>
<form id="composer" class="composer" method="post" action="/say">
<input type="hidden" name="event" value="${event}">
<label class="hidden" for="text">${words.ask}</label>
<textarea id="text" name="text" rows="1" maxlength="4000" required placeholder="${words.placeholder}" autocomplete="off" enterkeyhint="send"></textarea>
<button class="send">${words.send}</button>
<p id="trouble" class="trouble" role="status"></p>
</form>
</main>
<aside aria-label="企业情况和提醒"><details id="mine"><summary>${words.profile}与${words.reminders}</summary><div id="aside">${asideHtml(aside)}</div></details></aside>
</div>`,
  });
}
