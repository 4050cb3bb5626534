/** The frame of every page: the office's name and emblem above, where to go, and what it says of itself below. */
import { html } from 'hono/html';
import { webWords as words } from '../../../src/words/index.ts';
import { asset } from '../assets.ts';
import type { Identity } from '../identity.ts';

/** A piece of a page: escaped where it came from people. */
export type Piece = ReturnType<typeof html>;

/** Who shows the page, and to whom. */
export interface Frame {
  identity: Identity;
  /** Everything larger, for eyes that need it. */
  large: boolean;
  /** Address of this page, for the way back from a setting. */
  path: string;
  /** Of the site: https://huiqi.example.cn. */
  origin: string;
}

export interface Page {
  title: string;
  current: 'chat' | 'library' | 'deadlines' | 'check' | null;
  body: Piece;
  /** What a preview of the link says; of the whole site where nothing else is given. */
  description?: string;
  /** Scripts of this page, in public/; `modules`: what they bring with them. */
  scripts?: string[];
  modules?: string[];
  /** What the office says of itself stands elsewhere on the page. */
  isFooted?: boolean;
}

const NAV = [
  ['chat', '/'],
  ['check', '/check'],
  ['library', '/p'],
  ['deadlines', '/deadlines'],
] as const;

const emblemOf = ({ emblem }: Identity): string =>
  emblem ? `/static/emblem?v=${emblem.version}` : asset('icon.svg');

export function layout(frame: Frame, page: Page): Piece {
  const { identity, large, origin } = frame;
  const {
    title,
    current,
    body,
    description = words.description,
    scripts = [],
    modules = [],
    isFooted = false,
  } = page;
  const icon = emblemOf(identity);
  return html`<!doctype html>
<html lang="zh-CN" class="${large ? 'large' : ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title} · ${identity.name}</title>
<meta name="description" content="${description}">
<meta property="og:title" content="${title} · ${identity.name}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${identity.name}">
<meta property="og:image" content="${origin}${icon}">
${identity.theme ? html`<meta name="theme-color" content="${identity.theme.color}">` : ''}
<link rel="stylesheet" href="${asset('style.css')}">
${identity.theme ? html`<link rel="stylesheet" href="/static/theme.css?v=${identity.theme.version}">` : ''}
<link rel="icon" href="${icon}">
<link rel="manifest" href="/manifest.webmanifest">
${modules.map((name) => html`<link rel="modulepreload" href="/static/${name}">`)}
${scripts.map((name) => html`<script type="module" src="${asset(name)}"></script>`)}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="head">
<a class="brand" href="/"><img src="${icon}" alt="" width="28" height="28"> <span>${identity.name}</span></a>
<form class="size" method="post" action="/size"><input type="hidden" name="back" value="${frame.path}"><button name="size" value="${large ? 'normal' : 'large'}">${large ? words.smaller : words.larger}</button></form>
</header>
<nav class="top" aria-label="${words.mainNav}">
${NAV.map(
  ([name, path]) =>
    html`<a href="${path}" ${name === current ? html`aria-current="page"` : ''}>${words.nav[name]}</a>`,
)}
</nav>
${body}
${isFooted ? '' : html`<footer class="foot">${footerHtml(identity)}</footer>`}
</body>
</html>`;
}

/** What the office says of itself below a page. */
export const footerHtml = ({ phone, footer, disclaimer }: Identity): Piece => html`<p>${disclaimer}</p>
<p>${phone ? html`<a href="tel:${phone.replace(/[^\d+]/gu, '')}">${words.phone(phone)}</a> ` : ''}<a href="/privacy">${words.privacy}</a></p>
${footer ? html`<p>${footer}</p>` : ''}`;
