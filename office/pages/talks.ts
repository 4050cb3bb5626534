/** Talks: who wrote last, one to be read, and to be taken over. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../src/contract/index.ts';
import { type Exchange, may, type Session, type TalkLine } from '../../src/service/index.ts';
import { deskPageWords as words } from '../words/desk.ts';
import { officeWords } from '../words/general.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';

const time = (at: number): string => shanghaiTime(at).slice(5).replace('T', ' ');

export const talkHtml = (talk: readonly Exchange[]): Piece =>
  html`<ol class="talk">${talk.map(
    ({ id, text, reply, by, at }) =>
      html`${text === '' ? '' : html`<li id="asked-${id}"><span class="muted">${time(at)} ${words.contact}</span><br>${text}</li>`}${reply === '' ? '' : html`<li id="told-${id}" class="us"><span class="muted">${time(at)} ${by ?? words.bot}</span><br>${reply}</li>`}`,
  )}</ol>`;

const pathOf = ({ channel, conversationId }: { channel: string; conversationId: string }): string =>
  `/office/talks/${encodeURIComponent(channel)}/${encodeURIComponent(conversationId)}`;

export const talksPage = (frame: Frame, tabs: Piece, talks: readonly TalkLine[]): Piece =>
  layout(frame, {
    title: words.talks,
    body: html`${tabs}${
      talks.length === 0
        ? html`<p>${words.noTalks}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${words.talks}"><table><thead><tr><th scope="col">${words.when}</th><th scope="col">${words.channel}</th><th scope="col">${words.last}</th><th scope="col">${words.state}</th></tr></thead><tbody>${talks.map(
            (talk) =>
              html`<tr><td class="nowrap">${time(talk.last)}</td><td>${talk.channel}</td><td><a href="${pathOf(talk)}">${talk.text}</a></td><td>${talk.takenBy ? html`<span class="warn">${words.taken(talk.takenBy)}</span>` : ''}</td></tr>`,
          )}</tbody></table></div>`
    }`,
  });

export interface TalkPageView {
  officer: Session;
  channel: string;
  conversationId: string;
  takenBy: string | null;
  exchanges: readonly Exchange[];
  notice: string | null;
}

export function talkPage(frame: Frame, tabs: Piece, view: TalkPageView): Piece {
  const { officer, takenBy, exchanges, notice } = view;
  const path = pathOf(view);
  const form = (deed: string, inside: Piece) =>
    html`<form class="stack" method="post" action="${path}/${deed}">${token(officer)}${inside}</form>`;
  const isMine = takenBy === officer.name;
  return layout(frame, {
    title: `${words.talks} · ${view.channel}`,
    notice,
    // The page is never asked for again by itself: that would take away the answer that is being written. The script adds what is new.
    body: html`${tabs}${takenBy ? html`<p class="warn">${words.taken(takenBy)}</p>` : ''}<div id="live" role="log" data-taken="${takenBy ?? ''}">${talkHtml(exchanges)}</div><p><a href="${path}">${words.anythingNew}</a></p>
${
  may(officer.role, 'serve')
    ? html`<div class="panel">${
        isMine
          ? html`${form('say', html`<label>${words.sayText}<textarea name="text" rows="3" required data-keeps></textarea></label><span><button class="first">${words.say}</button></span>`)}${form('back', html`<span><button>${words.handBack}</button></span>`)}`
          : takenBy
            ? ''
            : form('take', html`<span><button>${words.takeOver}</button></span>`)
      }</div>`
    : ''
}`,
  });
}

export const unitsPage = (
  frame: Frame,
  tabs: Piece,
  view: {
    officer: Session;
    units: readonly { id: string; name: string; telephone: string; address: string; hours: string }[];
    replies: readonly { id: string; text: string }[];
  },
): Piece => {
  const { officer, units, replies } = view;
  const serves = may(officer.role, 'serve');
  const removal = (kind: string, id: string, name: string) =>
    serves
      ? html`<form method="post" action="/office/units/remove">${token(officer)}<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="id" value="${id}"><button class="plain">${words.remove}<span class="hidden"> ${name}</span></button></form>`
      : '';
  return layout(frame, {
    title: words.units,
    body: html`${tabs}<p class="muted">${words.unitsHint}</p><div class="scroll" tabindex="0" role="region" aria-label="${words.unit}"><table><thead><tr><th scope="col">${words.unit}</th><th scope="col">${words.phone}</th><th scope="col">${words.address}</th><th scope="col">${words.hours}</th><th scope="col"><span class="hidden">${words.remove}</span></th></tr></thead><tbody>${units.map(
      ({ id, name, telephone, address, hours }) =>
        html`<tr><th scope="row">${name}</th><td>${telephone}</td><td>${address}</td><td>${hours}</td><td>${removal('unit', id, name)}</td></tr>`,
    )}</tbody></table></div>
${serves ? html`<form class="row" method="post" action="/office/units">${token(officer)}<label>${words.unit}<input name="name" required autocomplete="off"></label><label>${words.phone}<input name="telephone" autocomplete="off"></label><label>${words.address}<input name="address" autocomplete="off"></label><label>${words.hours}<input name="hours" autocomplete="off"></label><button>${words.addUnit}</button></form>` : ''}
<h2>${words.ready}</h2><ul>${replies.map(({ id, text }) => html`<li>${text} ${removal('reply', id, text.slice(0, 12))}</li>`)}</ul>
${serves ? html`<form class="stack" method="post" action="/office/units/reply">${token(officer)}<label>${words.text}<textarea name="text" rows="2" required></textarea></label><span><button>${words.addReply}</button></span></form>` : ''}
<p class="muted">${officeWords.nav.tickets}</p>`,
  });
};
