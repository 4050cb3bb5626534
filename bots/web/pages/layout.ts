/** The frame of every page. */
import { html } from 'hono/html';
import { webWords as words } from '../../../src/words/index.ts';
import { asset } from '../assets.ts';

/** A piece of a page: escaped where it came from people. */
export type Piece = ReturnType<typeof html>;

export interface Page {
  title: string;
  current: 'chat' | 'library' | 'deadlines' | 'check' | null;
  body: Piece;
  /** Scripts of this page, in public/. */
  scripts?: string[];
}

const NAV = [
  ['chat', '/'],
  ['library', '/p'],
  ['deadlines', '/deadlines'],
  ['check', '/check'],
] as const;

export const layout = ({ title, current, body, scripts = [] }: Page): Piece => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${words.name}</title>
<link rel="stylesheet" href="${asset('style.css')}">
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
${scripts.map((name) => html`<script type="module" src="${asset(name)}"></script>`)}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top">
<a class="brand" href="/">${words.name}</a>
<nav aria-label="主导航">
${NAV.map(
  ([name, path]) =>
    html`<a href="${path}" ${name === current ? html`aria-current="page"` : ''}>${words.nav[name]}</a>`,
)}
</nav>
</header>
${body}
</body>
</html>`;
