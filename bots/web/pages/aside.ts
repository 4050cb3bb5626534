/** Beside the chat: what is kept of the enterprise, to be put right or deleted there, and what will be reminded of. */
import { html } from 'hono/html';
import type { Fact } from '../../../src/facts/index.ts';
import { historyWords, webWords as words } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import { questionHtml } from './asked.ts';
import type { Piece } from './layout.ts';

export interface Aside {
  enterprise: string | null;
  facts: KeptFact[];
  reminders: { about: string; name: string; when: string; paused: boolean }[];
  /** Null where there is nothing to be reminded of. */
  feedPath: string | null;
  /** Key of the message that begins a new conversation. */
  event: string;
}

export interface KeptFact {
  name: string;
  fact: Fact;
  /** 350人. */
  value: string;
  /** How many measures look at it. */
  usedBy: number;
}

export const asideHtml = ({ enterprise, facts, reminders, feedPath, event }: Aside): Piece =>
  html`<section aria-labelledby="profile-title">
<h2 id="profile-title">${enterprise ?? words.profile}</h2>
${
  facts.length === 0
    ? html`<p class="muted">${words.emptyProfile}</p>`
    : html`<ul class="facts">${facts.map((kept) => factHtml(kept))}</ul>
<details class="why"><summary>${words.whyAsked}</summary><p class="muted">${words.whyAskedText}</p>
<p><button form="composer" formnovalidate name="quick" value="${words.forget}">${words.forgetAll}</button></p></details>`
}
</section>
<section aria-labelledby="reminders-title">
<h2 id="reminders-title">${words.reminders}</h2>
${
  reminders.length === 0
    ? html`<p class="muted">${words.noReminders}</p>`
    : html`<ul class="reminders">${reminders.map(
        ({ about, name, when, paused }) =>
          html`<li><a href="${policyPath(about)}">${name}</a><br><span class="muted">${when}${paused ? words.paused : ''}</span></li>`,
      )}</ul>
${feedPath === null ? '' : html`<p><a href="${feedPath}">${words.ownFeed}</a></p>`}
<p class="muted">${words.pageOpen}</p>`
}
</section>
<section aria-labelledby="history-title">
<h2 id="history-title">${historyWords.section}</h2>
<form method="post" action="/say" class="buttons"><input type="hidden" name="event" value="${event}"><input type="hidden" name="fresh" value="1"><button name="quick" value="${historyWords.freshText}">${historyWords.fresh}</button> <a class="button" href="/history">${historyWords.all}</a></form>
</section>`;

const factHtml = ({ name, fact, value, usedBy }: KeptFact): Piece => html`<li><details class="fact">
<summary><span class="label">${fact.label}</span> <span class="value">${value}</span></summary>
<form method="post" action="/profile">
${questionHtml(name, fact)}
<p class="muted">${words.usedBy(usedBy)}</p>
<p class="buttons"><button class="send">${words.save}</button> <button name="remove" value="${name}" formnovalidate aria-label="${words.removeFact(fact.label)}">${words.remove}</button></p>
</form></details></li>`;
