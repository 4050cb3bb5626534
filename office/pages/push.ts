/** Whom a measure fits, nearly fits, or might; and the button that tells those who said yes. */
import { html } from 'hono/html';
import { type Candidate, may, type PushPreview, type Session } from '../../src/service/index.ts';
import { pushPageWords as words } from '../words/push.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';

export interface PushView {
  officer: Session;
  measures: readonly { id: string; title: string }[];
  about: string;
  preview: PushPreview | null;
  outcomes: Readonly<Record<string, number>>;
  notice: string | null;
}

export const pushPage = (frame: Frame, view: PushView): Piece =>
  layout(frame, {
    title: words.title,
    notice: view.notice,
    body: html`<form class="filter" action="/office/push"><label>${words.choose}<select name="about">${view.measures.map(({ id, title }) => html`<option value="${id}" ${id === view.about ? html`selected` : ''}>${title}（${id}）</option>`)}</select></label><button>${words.preview}</button></form>
${view.preview ? previewHtml(view, view.preview) : ''}`,
  });

function previewHtml(
  { officer, about, outcomes }: PushView,
  { fits, near, lacking, others }: PushPreview,
): Piece {
  const willing = fits.filter(({ consent }) => consent === 'yes').length;
  const query = `about=${encodeURIComponent(about)}`;
  return html`${table(words.fits, fits)}
${fits.length > 0 ? html`<p class="actions"><a class="button" href="/office/push/list.xlsx?${query}">${words.xlsx}</a><a class="button" href="/office/push/list.csv?${query}">${words.csv}</a></p>` : ''}
${
  may(officer.role, 'manage')
    ? willing > 0
      ? html`<form class="panel stack" method="post" action="/office/push">${token(officer)}<input type="hidden" name="about" value="${about}"><p class="muted">${words.sendHint}</p><span><button class="first">${words.send(willing)}</button></span></form>`
      : html`<p>${words.nobody}</p>`
    : ''
}
<h2>${words.outcomes}</h2>${Object.keys(outcomes).length === 0 ? html`<p>${words.none}</p>` : html`<ul>${Object.entries(outcomes).map(([status, count]) => html`<li>${words.statuses[status] ?? status}：${count}</li>`)}</ul>`}
${table(words.near, near)}${table(words.lacking, lacking)}<p class="muted">${words.others(others)}</p>`;
}

const table = (title: string, candidates: readonly Candidate[]): Piece =>
  html`<h2>${title}（${candidates.length}）</h2>${
    candidates.length === 0
      ? ''
      : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr><th scope="col">${words.enterprise}</th><th scope="col">${words.channel}</th><th scope="col">${words.benefit}</th><th scope="col" class="number">${words.amount}</th><th scope="col">${words.told}</th><th scope="col">${words.reason}</th><th scope="col">${words.consent}</th></tr></thead><tbody>${candidates
          .slice(0, 200)
          .map(
            (one) =>
              html`<tr><th scope="row">${one.enterprise ?? words.unnamed}</th><td>${one.channel}</td><td>${one.benefit}</td><td class="number">${one.amountYuan ?? ''}</td><td>${one.told.join('；')}</td><td>${one.missing.length > 0 ? `${words.missing}：${one.missing.join('、')}` : one.reason}</td><td>${words.consents[one.consent]}</td></tr>`,
          )}</tbody></table></div>`
  }`;

/** 免申清单: everybody whom it fits, with what that rests on. */
export const listRows = ({ fits, measure }: PushPreview): (string | number | null)[][] => [
  [
    words.enterprise,
    words.channel,
    words.benefit,
    words.amount,
    words.told,
    words.quote,
    words.source,
    words.consent,
  ],
  ...fits.map((one) => [
    one.enterprise ?? words.unnamed,
    one.channel,
    one.benefit,
    one.amountYuan,
    one.told.join('；'),
    one.quote,
    measure.id,
    words.consents[one.consent],
  ]),
];
