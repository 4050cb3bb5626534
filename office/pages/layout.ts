/** What stands around every page: the menu of what this officer may do, the name, the way out. */
import { html } from 'hono/html';
import { may, type Permission, type Session } from '../../src/service/index.ts';
import { asset } from '../assets.ts';
import { officeWords as words } from '../words/general.ts';

export type Piece = ReturnType<typeof html>;

export interface Frame {
  officer: Session | null;
  path: string;
}

export interface Page {
  title: string;
  body: Piece;
  /** One sentence of what was just done. */
  notice?: string | null;
  /** The whole width: source and draft side by side. */
  wide?: boolean;
}

type Place = keyof typeof words.nav;

/** The pages of the menu, in the order of an officer's day. */
const PLACES: readonly (readonly [Place, string, Permission])[] = [
  ['today', '/office', 'see'],
  ['documents', '/office/documents', 'see'],
  ['questions', '/office/questions', 'see'],
  ['tickets', '/office/tickets', 'see'],
  ['push', '/office/push', 'review'],
  ['figures', '/office/figures', 'see'],
  ['settings', '/office/settings', 'manage'],
  ['officers', '/office/officers', 'manage'],
  ['audit', '/office/audit', 'manage'],
];

export function layout({ officer, path }: Frame, page: Page): Piece {
  const { title, body, notice = null, wide = false } = page;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${words.title}</title>
<link rel="icon" href="${asset('icon.svg')}">
<link rel="stylesheet" href="${asset('office.css')}">
<script type="module" src="${asset('office.js')}"></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="head"><a class="brand" href="/office">${words.title}</a>
${officer ? signedIn(officer) : ''}
</header>
<div class="frame">
${officer ? menu(officer, path) : ''}
<main id="main" class="${wide ? 'wide' : ''}">
<h1>${title}</h1>
${notice === null ? '' : html`<p class="notice" role="status">${notice}</p>`}
${body}
</main>
</div>
</body>
</html>`;
}

const signedIn = (
  officer: Session,
): Piece => html`<div class="who"><a href="/office/account">${officer.name} · ${officer.role}</a>
<form method="post" action="/office/sign-out">${token(officer)}<button class="plain">${words.signOut}</button></form></div>`;

function menu(officer: Session, path: string): Piece {
  const places = PLACES.filter(([, , permission]) => may(officer.role, permission));
  const isHere = (place: string) => (place === '/office' ? path === place : path.startsWith(place));
  return html`<nav class="menu" aria-label="${words.menu}">
${places.map(
  ([name, place]) =>
    html`<a href="${place}" ${isHere(place) ? html`aria-current="page"` : ''}>${words.nav[name]}</a>`,
)}
</nav>`;
}

/** Stands in every form: shows that it was sent from a page of this session. */
export const token = ({ formToken }: Session): Piece =>
  html`<input type="hidden" name="token" value="${formToken}">`;
