/** The first page: who are you, what is open today, what is new, and a few questions that lead to something alive. */
import { html } from 'hono/html';
import type { Day } from '../../../src/contract/index.ts';
import { NEAR_DAYS, type Policy } from '../../../src/policy/index.ts';
import { badgeOf, deadlineWord, subjectCard, webWords as words } from '../../../src/words/index.ts';
import type { Identity } from '../identity.ts';
import { policyPath } from '../links.ts';
import { footerHtml, type Piece } from './layout.ts';

export interface Today {
  day: Day;
  /** Documents that take applications, the next to close first. */
  open: Policy[];
  newest: Policy[];
  /** Questions about measures that are alive. */
  starters: string[];
}

const quick = (label: string, text: string): Piece =>
  html`<button form="composer" formnovalidate name="quick" value="${text}">${label}</button>`;

const documentHtml = (policy: Policy, today: Day): Piece => {
  const { number, title, issuer } = policy;
  const { deadline } = subjectCard({ policy, measure: null }, today);
  const stated = deadline && deadline.daysLeft >= 0;
  const { text, tone } = stated
    ? { text: deadlineWord(deadline), tone: deadline.daysLeft <= NEAR_DAYS ? 'soon' : 'good' }
    : badgeOf(policy, today);
  return html`<li><a class="tile" href="${policyPath(number)}"><span class="badge ${tone}">${text}</span><b>${title}</b><span class="muted">${issuer ?? number}</span></a></li>`;
};

export const welcomeHtml = (
  { day, open, newest, starters }: Today,
  identity: Identity,
): Piece => html`<section class="welcome">
<h2 class="tagline">${words.tagline}</h2>
<p class="intro">${identity.welcome}</p>
<section><h3>${words.whoAreYou}</h3>
<p class="roles">${words.roles.map(([label, text]) => quick(label, text))}</p></section>
<section><h3>${words.openNow}</h3>
${open.length === 0 ? html`<p class="muted">${words.nothingOpen}</p>` : html`<ul class="tiles">${open.map((one) => documentHtml(one, day))}</ul>`}</section>
${newest.length > 0 ? html`<section><h3>${words.newest}</h3><ul class="tiles">${newest.map((one) => documentHtml(one, day))}</ul></section>` : ''}
${starters.length > 0 ? html`<section><h3>${words.tryThese}</h3><p class="starters">${starters.map((text) => quick(text, text))}</p></section>` : ''}
<div class="foot narrow">${footerHtml(identity)}</div>
</section>`;
