/** `npm run site`: docs/ as a small static site in dist/site, with nothing from another origin. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';

const ROOT = join(import.meta.dirname, '../..');
const DOCS = join(ROOT, 'docs');
const SITE = join(ROOT, 'dist/site');
/** Where a link to a file outside docs/ goes: the repository's own page of it, beside the site. */
const REPOSITORY = '..';

const NAVIGATION: [page: string, words: string][] = [
  ['index', '首页'],
  ['officers', '工作人员'],
  ['administrators', '管理员'],
  ['channels', '渠道'],
  ['example', '例子'],
  ['policy-yaml', 'policy.yaml'],
  ['settings', '设置'],
  ['commands', '命令'],
  ['glossary', '词汇'],
  ['developers', 'Developers'],
  ['architecture', 'Architecture'],
  ['design', 'Design'],
  ['performance', 'Speed'],
  ['readings', 'Readings'],
  ['threat-model', 'Threats'],
  ['dependencies', 'Packages'],
];

export const pageNames = (): string[] =>
  readdirSync(DOCS)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/u, ''));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** GitHub's anchors: lower case, blanks to dashes, marks away. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** officers.md#加一份文件 → officers.html#…; ../deploy/x → the repository's file. */
function siteLink(href: string): string {
  if (/^[a-z]+:/iu.test(href) || href.startsWith('#')) return href;
  if (href.startsWith('../')) return `${REPOSITORY}/${href}`;
  return href.replace(/\.md(?=#|$)/u, '.html');
}

const marked = new Marked({
  // An address in a text is text: postgres://user:password@… is nobody's link.
  tokenizer: { url: () => undefined },
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      return `<a href="${escaped(siteLink(href))}">${this.parser.parseInline(tokens)}</a>`;
    },
    // Our pages have no markup of their own; what looks like it is text.
    html: ({ text }) => escaped(text),
  },
});

export function renderPage(name: string): string {
  const source = readFileSync(join(DOCS, `${name}.md`), 'utf8');
  const title = /^# (?<title>.+)$/mu.exec(source)?.groups?.title ?? name;
  const links = NAVIGATION.map(
    ([page, words]) => `<a href="${page}.html"${page === name ? ' aria-current="page"' : ''}>${words}</a>`,
  ).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)} · 惠企 huiqi</title>
<link rel="stylesheet" href="site.css">
<a class="skip" href="#main">跳到正文</a>
<nav aria-label="全部页面">${links}</nav>
<main id="main">
${marked.parse(source)}</main>
</html>
`;
}

const CSS = `:root{color-scheme:light dark;--text:#1d2733;--ground:#fff;--soft:#f2f5f8;--line:#d8dfe6;--link:#0b5cad}
@media(prefers-color-scheme:dark){:root{--text:#e3e8ee;--ground:#14191f;--soft:#1f262e;--line:#36404b;--link:#7db8f5}}
*{box-sizing:border-box}
body{margin:0;color:var(--text);background:var(--ground);font:1rem/1.7 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","HarmonyOS Sans SC","Microsoft YaHei",sans-serif}
main{max-width:46rem;margin:0 auto;padding:1rem}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:.75rem 1rem;border-bottom:1px solid var(--line);max-width:100%}
a{color:var(--link)}nav a{text-decoration:none}nav a[aria-current]{font-weight:bold;color:var(--text)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--ground)}
h1{font-size:1.75rem;line-height:1.3}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1rem}
pre{background:var(--soft);padding:.75rem 1rem;overflow-x:auto;border-radius:.5rem;line-height:1.5}
code{font:.9em ui-monospace,"Noto Sans Mono CJK SC",monospace;background:var(--soft);border-radius:.25rem;padding:0 .2em;overflow-wrap:anywhere}
pre code{padding:0;overflow-wrap:normal}
table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}
img{max-width:100%}
@media print{nav{display:none}}
`;

export function buildSite(into = SITE): string[] {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const names = pageNames();
  for (const name of names) writeFileSync(join(into, `${name}.html`), renderPage(name));
  for (const file of readdirSync(DOCS))
    if (/\.(?:png|svg)$/u.test(file)) cpSync(join(DOCS, file), join(into, file));
  writeFileSync(join(into, 'site.css'), CSS);
  return names;
}

export const navigation = (): string[] => NAVIGATION.map(([page]) => page);

if (import.meta.main) process.stdout.write(`dist/site: ${buildSite().length} pages\n`);
