/** Tickets: the list with its clock, and one with everything that is known of it. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../src/contract/index.ts';
import {
  may,
  type ReadyReply,
  type Session,
  type TicketView,
  type Unit,
  type WorkedTicket,
} from '../../src/service/index.ts';
import { deskPageWords as words } from '../words/desk.ts';
import { officeWords } from '../words/general.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';
import { talkHtml } from './talks.ts';

const time = (at: number): string => shanghaiTime(at).slice(5).replace('T', ' ');

export const deskTabs: Piece = html`<p class="actions"><a class="button" href="/office/tickets">${words.tickets}</a><a class="button" href="/office/talks">${words.talks}</a><a class="button" href="/office/units">${words.units}</a></p>`;

export const ticketsPage = (frame: Frame, tickets: readonly WorkedTicket[], notice: string | null): Piece =>
  layout(frame, {
    title: officeWords.nav.tickets,
    notice,
    body: html`${deskTabs}${
      tickets.length === 0
        ? html`<p>${words.none}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${words.tickets}"><table><thead><tr><th scope="col">${words.number}</th><th scope="col">${words.question}</th><th scope="col">${words.state}</th><th scope="col">${words.assignee}</th><th scope="col">${words.limits}</th></tr></thead><tbody>${tickets.map(ticketRow)}</tbody></table></div>`
    }`,
  });

const ticketRow = ({
  ticket,
  work,
  acceptBy,
  closeBy,
  overdue,
}: WorkedTicket): Piece => html`<tr><td><a href="/office/tickets/${ticket.id}">${ticket.id}</a></td><td>${ticket.question}</td><td><span class="badge">${words.states[ticket.state]}</span></td><td>${work.assignee ?? ''}</td>
<td>${overdue ? html`<span class="bad">${words.late[overdue]}</span>` : ticket.state === 'closed' ? (work.visitedAt === null ? '' : words.visited(work.satisfied === true)) : work.acceptedAt === null ? words.acceptBy(time(acceptBy)) : words.closeBy(time(closeBy))}</td></tr>`;

/** 13812345678, 0791-12345678: what a contact left to be called on. */
const TELEPHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/u;

export interface TicketPageView {
  officer: Session;
  view: TicketView;
  ready: readonly ReadyReply[];
  units: readonly Unit[];
  names: readonly string[];
  draft: string;
  notice: string | null;
}

export function ticketPage(frame: Frame, page: TicketPageView): Piece {
  const { officer, view, notice } = page;
  const { ticket, work, notes, talk, overdue } = view;
  const telephone = TELEPHONE.exec(`${ticket.question} ${talk.map(({ text }) => text).join(' ')}`)?.[0];
  const facts: [string, string | null][] = [
    [words.about, ticket.about],
    [words.department, ticket.department],
    [words.known, ticket.known || null],
    [words.from, `${ticket.channel} · ${time(ticket.openedAt)}`],
    [words.assignee, work.assignee],
  ];
  return layout(frame, {
    title: `${ticket.id} ${ticket.question}`,
    notice,
    body: html`${deskTabs}<p><span class="badge">${words.states[ticket.state]}</span> ${overdue ? html`<span class="bad">${words.late[overdue]}</span>` : ''} ${work.visitedAt === null ? '' : words.visited(work.satisfied === true)}</p>
<dl class="panel">${facts.map(([name, value]) => (value ? html`<dt class="muted">${name}</dt><dd>${value}</dd>` : ''))}</dl>
${telephone ? html`<p><a href="tel:${telephone}">${words.telephone(telephone)}</a></p>` : ''}
${may(officer.role, 'serve') ? forms(page) : ''}
<h2>${words.trace}</h2>${notes.length === 0 ? html`<p>${words.noTrace}</p>` : html`<ol class="talk">${notes.map(({ by, text, at }) => html`<li><span class="muted">${time(at)} ${by}</span><br>${text}</li>`)}</ol>`}
<h2>${words.talk}</h2>${talkHtml(talk)}
<p><a href="/office/talks/${encodeURIComponent(ticket.channel)}/${encodeURIComponent(ticket.conversationId)}">${words.talks}</a></p>`,
  });
}

function forms({ officer, view: { ticket }, ready, units, names, draft }: TicketPageView): Piece {
  const form = (kind: string, inside: Piece) =>
    html`<form class="stack panel" method="post" action="/office/tickets/${ticket.id}">${token(officer)}<input type="hidden" name="kind" value="${kind}">${inside}</form>`;
  const isClosed = ticket.state === 'closed';
  return html`${
    isClosed
      ? html`${form('visit', html`<h2>${words.visit}</h2><label>${words.visitText}<input name="text" autocomplete="off"></label><span class="actions"><button name="satisfied" value="yes">${words.satisfied}</button><button name="satisfied" value="no">${words.unsatisfied}</button></span>`)}
${form('reopen', html`<label>${words.reopenText}<input name="text" required autocomplete="off"></label><span><button>${words.reopen}</button></span>`)}`
      : html`${form('accept', html`<span><button>${words.accept}</button></span>`)}
${form('assign', html`<label>${words.to}<input name="text" list="assignees" autocomplete="off"></label><datalist id="assignees">${[...names, ...units.map(({ name }) => name)].map((name) => html`<option value="${name}"></option>`)}</datalist><span><button>${words.assign}</button></span>`)}
${ready.length > 0 ? html`<details class="panel"><summary>${words.ready}</summary><ul>${ready.map(({ id, text }) => html`<li>${text} <a href="/office/tickets/${ticket.id}?ready=${id}">${words.use}</a></li>`)}</ul></details>` : ''}
${form('reply', html`<label>${words.replyText}<textarea name="text" rows="4" required>${draft}</textarea></label><span><button class="first">${words.reply}</button></span>`)}
${form('close', html`<label>${words.closeText}<input name="text" autocomplete="off"></label><span><button>${words.close}</button></span>`)}`
  }
${form('note', html`<label>${words.note}<input name="text" required autocomplete="off"></label><span><button>${officeWords.save}</button></span>`)}`;
}
