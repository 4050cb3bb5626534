/** /docs: the OpenAPI document as one page, without a script and without another origin. */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { machineWords as words } from '../src/words/index.ts';
import type { Route } from './route.ts';

type Html = ReturnType<typeof html>;

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,"Noto Sans SC","WenQuanYi Zen Hei",sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:0}
section{border:1px solid #8886;border-radius:8px;padding:.75rem 1rem;margin:1rem 0}
code,pre{font:14px/1.5 ui-monospace,monospace}
pre{overflow:auto;background:#8881;padding:.75rem;border-radius:6px}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #8884;vertical-align:top}
.method{display:inline-block;min-width:3.5em;font-weight:700}.scope{float:right}
`;

export const docsHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

interface Operation {
  parameters: { name: string; in: string; required: boolean; description?: string }[];
}
interface Document {
  info: { description: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

export async function docsPage(routes: readonly Route[], document: object): Promise<string> {
  const { info, paths, components } = document as Document;
  const page = await html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title><style>${raw(STYLE)}</style></head>
<body>
<h1>${words.title}</h1>
<p>${info.description}</p>
<p>知识的版本：<code>${info.version}</code>　机器可读：<a href="/openapi.json">/openapi.json</a>　智能体：<code>/mcp</code>（MCP）</p>
<p>密钥写在请求头：<code>Authorization: Bearer 密钥</code>。出错时返回 <code>application/problem+json</code>，<code>detail</code> 是一句话。</p>
${routes.map((route) => operation(route, paths[route.path]?.[route.method]))}
<h1>数据结构</h1>
${Object.entries(components.schemas).map(
  ([name, schema]) =>
    html`<details id="${name}"><summary><code>${name}</code></summary><pre>${JSON.stringify(schema, null, 1)}</pre></details>`,
)}
</body></html>`;
  return String(page);
}

function operation(route: Route, described: Operation | undefined): Html {
  const parameters = described?.parameters ?? [];
  return html`<section>
<span class="scope">权限 <code>${route.scope}</code></span>
<h2><span class="method">${route.method.toUpperCase()}</span> <code>${route.path}</code></h2>
<p>${route.summary}</p>
${
  parameters.length > 0
    ? html`<table><tr><th>参数</th><th>位置</th><th>说明</th></tr>${parameters.map(
        (one) =>
          html`<tr><td><code>${one.name}</code>${one.required ? ' *' : ''}</td><td>${one.in === 'path' ? '地址' : '查询'}</td><td>${one.description ?? ''}</td></tr>`,
      )}</table>`
    : ''
}
${route.body ? html`<pre>curl -X POST ${route.path} -H 'content-type: application/json' -d '${JSON.stringify(route.body.example)}'</pre>` : ''}
</section>`;
}
