/** An answer as a card: the verdict in colour and word, the amount large, the conditions one a line, the last day, the source folded. */
import { html } from 'hono/html';
import type { Card, CardCondition, CardDeadline } from '../../../src/contract/index.ts';
import { cardWords, deadlineWord, verdictWord, webCardWords as words } from '../../../src/words/index.ts';
import { calendarPath, policyPath, sourcePath } from '../links.ts';
import type { Piece } from './layout.ts';

const TONES = { eligible: 'good', unknown: 'open', ineligible: 'bad' } as const;

export type Tone = 'good' | 'open' | 'bad' | 'soon' | 'past';

/** The colour that a card stands in; null where nothing was judged. */
export function toneOf({ verdict, near, expired }: Card): Tone | null {
  if (verdict === null) return expired ? 'past' : null;
  if (verdict === 'ineligible') return near ? 'soon' : expired ? 'past' : 'bad';
  return TONES[verdict];
}

/** Verdict, title, amount. */
export function cardHead(card: Card, about: string | null): Piece {
  const word = verdictWord(card);
  const { title, amount, verdict } = card;
  return html`<div class="card-head">
${word ? html`<p class="verdict ${toneOf(card) ?? ''}">${word}</p>` : ''}
${title && about ? html`<p class="card-title"><a href="${policyPath(about)}">${title}</a></p>` : ''}
</div>
${
  amount?.figure
    ? html`<p class="amount"><span class="muted">${verdict === 'eligible' ? words.can : words.ifAll}</span> <b>${amount.figure}</b></p>`
    : amount
      ? html`<p class="lead">${amount.words}</p>`
      : ''
}`;
}

export function conditionsHtml(conditions: CardCondition[]): Piece | '' {
  if (conditions.length === 0) return '';
  return html`<ul class="conditions" aria-label="${words.conditions}">${conditions.map(
    ({
      label,
      state,
      said,
      wanted,
      lack,
    }) => html`<li class="${state}"><span class="mark" role="img" aria-label="${words.states[state]}">${words.marks[state]}</span>
<span class="label">${label}</span>
<span class="said">${said ?? (state === 'open' ? words.notSaid : '')}${wanted ? html` <span class="muted">${cardWords.wants(wanted)}</span>` : ''}${lack ? html` <strong>${lack}</strong>` : ''}</span></li>`,
  )}</ul>`;
}

export function deadlineHtml(deadline: CardDeadline | null, about: string | null): Piece | '' {
  if (deadline === null || about === null) return '';
  const { daysLeft, lastWorkday } = deadline;
  const tone = daysLeft < 0 ? 'past' : daysLeft <= 30 ? 'soon' : 'good';
  return html`<p class="deadline-line"><span class="badge ${tone}">${deadlineWord(deadline)}</span>
${daysLeft >= 0 ? html`<a href="${calendarPath(about)}" download>${words.addToCalendar}</a>` : ''}
${lastWorkday && daysLeft >= 0 ? html`<span class="muted">${words.lastWorkday(lastWorkday)}</span>` : ''}</p>`;
}

/** The clause behind the answer, folded; its words are those of the document. */
export function basisHtml({ quote, source }: Card, about: string | null): Piece | '' {
  if (quote === null || source === null || about === null) return '';
  const [number = ''] = about.split('#');
  return html`<details class="basis"><summary>${words.basis(source)}</summary>
<blockquote>${quote}</blockquote>
<p class="links"><a href="${policyPath(about)}">${words.openClause}</a> <a href="${sourcePath(number)}">${words.openSource}</a></p>
</details>`;
}

export const notesHtml = (notes: string[]): Piece | '' =>
  notes.length === 0 ? '' : html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
