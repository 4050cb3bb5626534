/** Officers and what each role may do; one's own account; the audit. */
import { html } from 'hono/html';
import { shanghaiTime } from '../../src/contract/index.ts';
import {
  type AuditEntry,
  accountsOf,
  MATRIX,
  may,
  type OfficerView,
  PERMISSIONS,
  ROLES,
  type Session,
  type Way,
} from '../../src/service/index.ts';
import { accountPageWords, auditWords, officeWords, officerPageWords as words } from '../words/general.ts';
import { type Frame, layout, type Piece, token } from './layout.ts';

export const accountPage = (frame: Frame, officer: Session): Piece =>
  layout(frame, {
    title: accountPageWords.title,
    body: html`<p>${officer.name}　${accountPageWords.role(officer.role)}</p>
<ul>${PERMISSIONS.filter((permission) => may(officer.role, permission)).map((permission) => html`<li>${accountPageWords.may[permission]}</li>`)}</ul>
<form method="post" action="/office/sign-out-everywhere">${token(officer)}<button>${accountPageWords.everywhere}</button></form>`,
  });

export interface OfficersView {
  officer: Session;
  officers: readonly OfficerView[];
  /** Just made, shown once. */
  link: { name: string; address: string } | null;
  /** Where else they may sign in. */
  ways: readonly { way: Way; name: string }[];
}

export const officersPage = (frame: Frame, { officer, officers, link, ways }: OfficersView): Piece =>
  layout(frame, {
    title: words.title,
    body: html`${link ? html`<div class="notice" role="status"><p>${words.link(link.name)}</p><p><code>${link.address}</code></p></div>` : ''}
<div class="scroll" tabindex="0" role="region" aria-label="${words.title}"><table><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.role}</th><th scope="col">${words.state}</th><th scope="col"><span class="hidden">${words.change}</span></th></tr></thead>
<tbody>${officers.map((one) => officerRow(officer, one, ways))}</tbody></table></div>
<h2>${words.add}</h2>
<form class="row" method="post" action="/office/officers">${token(officer)}
<label>${words.name}<input name="name" required maxlength="30" autocomplete="off"></label>
<label>${words.role}${roleSelect('')}</label>
<button>${words.add}</button></form>
<h2>${words.matrix}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.matrix}"><table><thead><tr><th scope="col">${words.role}</th>${PERMISSIONS.map((permission) => html`<th scope="col">${accountPageWords.may[permission]}</th>`)}</tr></thead>
<tbody>${ROLES.map((role) => html`<tr><th scope="row">${role}</th>${PERMISSIONS.map((permission) => html`<td>${MATRIX[role].includes(permission) ? words.yes : words.no}</td>`)}</tr>`)}</tbody></table></div>`,
  });

const officerRow = (
  officer: Session,
  { name, role, hasPassword, subject }: OfficerView,
  ways: OfficersView['ways'],
): Piece => html`<tr>
<th scope="row">${name}</th><td>${role}</td><td>${hasPassword ? words.ready : words.noPassword}
${ways.map((one) => accountForm(officer, name, one, accountsOf({ subject })[one.way] ?? ''))}</td>
<td class="actions">
<form method="post" action="/office/officers/role">${token(officer)}<input type="hidden" name="name" value="${name}">${roleSelect(role, `${name} ${words.role}`)}<button>${words.change}</button></form>
<form method="post" action="/office/officers/link">${token(officer)}<input type="hidden" name="name" value="${name}"><button>${words.newLink}</button></form>
<form method="post" action="/office/officers/remove">${token(officer)}<input type="hidden" name="name" value="${name}"><button class="danger">${words.remove}</button></form>
</td></tr>`;

const accountForm = (
  officer: Session,
  name: string,
  { way, name: called }: OfficersView['ways'][number],
  account: string,
): Piece =>
  html`<form class="row" method="post" action="/office/officers/account">${token(officer)}<input type="hidden" name="name" value="${name}"><input type="hidden" name="way" value="${way}"><label>${words.account(called)}<span class="hidden"> ${name}</span><input name="account" value="${account}" maxlength="255" autocomplete="off"></label><button>${words.setAccount}<span class="hidden"> ${name}</span></button></form>`;

const roleSelect = (chosen: string, label: string = words.role): Piece =>
  html`<select name="role" aria-label="${label}">${ROLES.map((role) => html`<option ${role === chosen ? html`selected` : ''}>${role}</option>`)}</select>`;

export interface AuditView {
  entries: readonly AuditEntry[];
  /** The first of the next page. */
  older: number | null;
}

export const auditPage = (frame: Frame, { entries, older }: AuditView): Piece =>
  layout(frame, {
    title: auditWords.title,
    body: html`<div class="scroll" tabindex="0" role="region" aria-label="${auditWords.title}"><table><thead><tr>
<th scope="col">${auditWords.when}</th><th scope="col">${auditWords.who}</th><th scope="col">${auditWords.what}</th><th scope="col">${auditWords.subject}</th><th scope="col">${auditWords.before}</th><th scope="col">${auditWords.after}</th><th scope="col">${officeWords.comment}</th></tr></thead>
<tbody>${entries.map(
      ({ at, by, action, subject, before, after, comment }) =>
        html`<tr><td class="nowrap">${shanghaiTime(at).replace('T', ' ')}</td><td>${by}</td><td>${auditWords.actions[action] ?? action}</td><td>${subject}</td><td>${clipped(before)}</td><td>${clipped(after)}</td><td>${comment ?? ''}</td></tr>`,
    )}</tbody></table></div>
${older === null ? '' : html`<p><a class="button" href="/office/audit?before=${older}">${officeWords.more}</a></p>`}`,
  });

const SHOWN = 160;
const clipped = (text: string | null): Piece | string =>
  text === null || text.length <= SHOWN
    ? (text ?? '')
    : html`<details><summary>${text.slice(0, SHOWN)}…</summary><pre>${text}</pre></details>`;
