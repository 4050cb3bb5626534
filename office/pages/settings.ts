/** Settings as they stand, and keys for programs that call. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../src/contract/index.ts';
import {
  type Changeable,
  type KeyView,
  MOST_EMBLEM_BYTES,
  MOST_EMBLEM_PIXELS,
  type Session,
} from '../../src/service/index.ts';
import { settingWords as words } from '../words/today.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';

export interface SettingsView {
  officer: Session;
  /** What the environment alone says. */
  values: readonly { name: string; value: string | null }[];
  /** What officers may change: as it holds now, and as they have set it. */
  changeable: readonly { name: Changeable; value: string; isSet: boolean }[];
  /** Address of the emblem that was brought in here. */
  emblem: string | null;
  hasRobot: boolean;
  hasMail: boolean;
  notice: string | null;
  channels: readonly { name: string; state: string }[];
  keys: readonly KeyView[];
  scopes: readonly string[];
  /** Just made, shown once. */
  made: string | null;
}

export const settingsPage = (frame: Frame, view: SettingsView): Piece =>
  layout(frame, {
    title: words.title,
    notice: view.notice,
    body: html`${view.made ? html`<div class="notice" role="status"><p>${words.token}</p><p><code>${view.made}</code></p></div>` : ''}
${changeForm(view)}
${emblemForm(view)}
<h2>${words.fixed}</h2><p class="muted">${words.where}</p><div class="scroll" tabindex="0" role="region" aria-label="${words.fixed}"><table><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.value}</th></tr></thead><tbody>${view.values.map(({ name, value }) => html`<tr><th scope="row">${words.names[name] ?? name} <span class="muted">${name}</span></th><td>${value ?? words.unset}</td></tr>`)}</tbody></table></div>
<h2>${words.channels}</h2><ul>${view.channels.map(({ name, state }) => html`<li>${name}：${state}</li>`)}</ul>
${view.hasRobot ? html`<form method="post" action="/office/settings/robot">${token(view.officer)}<button>${words.tryRobot}</button></form>` : ''}
${view.hasMail ? html`<form method="post" action="/office/settings/mail">${token(view.officer)}<button>${words.tryMail}</button></form>` : ''}
<h2>${words.keys}</h2><div class="scroll" tabindex="0" role="region" aria-label="${words.keys}"><table><thead><tr><th scope="col">${words.keyName}</th><th scope="col">${words.scopes}</th><th scope="col" class="number">${words.perMinute}</th><th scope="col">${words.expires}</th><th scope="col">${words.lastUsed}</th><th scope="col"><span class="hidden">${words.revoke}</span></th></tr></thead><tbody>${view.keys.map((key) => keyRow(view.officer, key))}</tbody></table></div>
<form class="row" method="post" action="/office/settings/keys">${token(view.officer)}<label>${words.keyName}<input name="name" required maxlength="60" autocomplete="off"></label><fieldset><legend>${words.scopes}</legend>${view.scopes.map((scope) => html`<label class="inline"><input type="checkbox" name="scope" value="${scope}" ${scope === 'draft' ? '' : html`checked`}>${scope}</label>`)}</fieldset><label>${words.perMinute}<input name="rate" type="number" min="1" max="1000000" value="600"></label><label>${words.expires}<input name="expires" placeholder="2027-12-31" autocomplete="off"></label><button>${words.make}</button></form>`,
  });

const LONG: ReadonlySet<Changeable> = new Set(['OFFICE_FOOTER', 'OFFICE_DISCLAIMER', 'OFFICE_PRIVACY']);

const changeForm = ({ officer, changeable }: SettingsView): Piece =>
  html`<form class="panel stack" method="post" action="/office/settings">${token(officer)}<p class="muted">${words.changeHint}</p>${changeable.map(
    ({ name, value, isSet }) =>
      html`<label><span>${words.names[name] ?? name}${isSet ? html` <span class="badge">${words.setHere}</span>` : ''}</span>${
        LONG.has(name)
          ? html`<textarea name="${name}" rows="2">${value}</textarea>`
          : html`<input name="${name}" value="${value}" autocomplete="off">`
      }</label>`,
  )}<label>${words.comment}<input name="comment" maxlength="200" autocomplete="off"></label><span><button class="first">${words.save}</button></span></form>`;

const emblemForm = ({ officer, emblem }: SettingsView): Piece =>
  html`<form class="panel row" method="post" action="/office/settings/emblem" enctype="multipart/form-data">${token(officer)}${emblem ? html`<img src="${emblem}" alt="${words.emblem}" width="56" height="56">` : ''}<label><span>${words.emblem}</span><input type="file" name="file" accept="image/png"></label><label>${words.comment}<input name="comment" maxlength="200" autocomplete="off"></label><span><button>${words.saveEmblem}</button>${emblem ? html` <button name="remove" value="yes" class="danger">${words.removeEmblem}</button>` : ''}</span><p class="muted">${words.emblemHint(MOST_EMBLEM_BYTES / 1024, MOST_EMBLEM_PIXELS)}</p></form>`;

const keyRow = (
  officer: Session,
  { id, name, scopes, perMinute, expiresOn, lastUsedAt, revokedAt }: KeyView,
): Piece =>
  html`<tr><th scope="row">${name}</th><td>${scopes.join('、')}</td><td class="number">${perMinute}</td><td>${revokedAt === null ? (expiresOn ?? words.forever) : words.revoked}</td><td>${lastUsedAt === null ? words.never : shanghaiTime(lastUsedAt).replace('T', ' ')}</td><td>${
    revokedAt === null
      ? html`<form method="post" action="/office/settings/keys/revoke">${token(officer)}<input type="hidden" name="id" value="${id}"><button class="danger">${words.revoke}<span class="hidden"> ${name}</span></button></form>`
      : ''
  }</td></tr>`;
