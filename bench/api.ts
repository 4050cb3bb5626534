/**
 * The doors for machines: how long a question takes over REST beside a Hono route that does nothing, alone and with a thousand at once; and
 * how long an agent waits over MCP.
 *
 *   npm run bench api
 */

import { request } from 'node:http';
import { serve } from '@hono/node-server';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Hono } from 'hono';
import { createApi } from '../api/index.ts';
import { askBeforehand, createMind, libraryOf, readKnowledge } from '../src/service/index.ts';

const QUESTIONS = [
  '端午没停工有没有补贴',
  '出口信用保险能补多少',
  '什么时候截止',
  '小微企业贷款贴息',
  '归哪个部门管',
];
const TODAY = '2022-06-20';
const ONE_BY_ONE = 500;
const AT_ONCE = 1_000;

const library = libraryOf(createMind(readKnowledge()));
await askBeforehand(library, TODAY);
const api = createApi({
  mode: 'open',
  openPerMinute: 10_000_000,
  corsOrigins: [],
  publicUrl: null,
  desk: { library: () => library, today: () => TODAY, async unanswered() {} },
  keyHolder: async () => null,
  addressOf: () => 'bench',
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
const empty = new Hono().post('/empty', async (c) => c.json({ length: (await c.req.text()).length }));

const listening = (hono: Hono) =>
  new Promise<{ address: string; close(): void }>((resolve) => {
    const server = serve({ fetch: hono.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ address: `http://127.0.0.1:${port}`, close: () => server.close() }),
    );
  });

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
const say = (line: string) => process.stdout.write(`${line}\n`);
const times = (all: readonly number[]) =>
  `median ${quantile(all, 0.5).toFixed(1)} ms, p99 ${quantile(all, 0.99).toFixed(1)} ms`;

let errors = 0;
const reasons = new Set<string>();
async function timed(url: string, n: number): Promise<number> {
  const since = performance.now();
  const body = JSON.stringify({ question: QUESTIONS[n % QUESTIONS.length], today: TODAY });
  // A connection of its own: one that was kept alive may be closed by the server just as it is used again.
  const status = await new Promise<number>((resolve) => {
    const sent = request(
      url,
      { method: 'POST', agent: false, headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', (error) => {
      reasons.add(error.message);
      resolve(0);
    });
    sent.end(body);
  });
  if (status !== 200) errors++;
  return performance.now() - since;
}

const [ours, bare] = [await listening(api), await listening(empty as unknown as Hono)];
for (const [name, url] of [
  ['empty Hono route', `${bare.address}/empty`],
  ['/v1/ask', `${ours.address}/v1/ask`],
] as const) {
  for (let n = 0; n < 50; n++) await timed(url, n);
  const alone: number[] = [];
  for (let n = 0; n < ONE_BY_ONE; n++) alone.push(await timed(url, n));
  errors = 0;
  const since = performance.now();
  const together = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => timed(url, n)));
  const seconds = (performance.now() - since) / 1_000;
  say(`${name.padEnd(18)} one by one: ${times(alone)}`);
  say(
    `${''.padEnd(18)} ${AT_ONCE} at once: ${times(together)}, ${(AT_ONCE / seconds).toFixed(0)} a second, errors ${errors} ${[...reasons].join('; ')}`,
  );
}

const enterprise = { text: '制造企业，端午没停产，每天在岗350人，用电涨了12%', today: TODAY };
const CALLS: Record<string, Record<string, unknown>> = {
  ask: { question: QUESTIONS[0], today: TODAY },
  match: enterprise,
  explain: enterprise,
  measure: { id: library.knowledge.policies[0]?.measures[0]?.id ?? '' },
  deadlines: { today: TODAY },
  figures: { text: '不超过500万元' },
};

/** One request of the protocol as it goes over the wire: what a client does with the answer (it compiles a schema of each tool) is its own time. */
async function overTheWire(method: string, params: Record<string, unknown>): Promise<number> {
  const since = performance.now();
  const response = await fetch(`${ours.address}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const answer = await response.text();
  if (!response.ok || !answer.includes('"result"'))
    throw new Error(`${method}: ${response.status} ${answer}`);
  return performance.now() - since;
}

say(`MCP tools listed for the first time: ${(await overTheWire('tools/list', {})).toFixed(0)} ms`);
const firstCalls = new Map<string, number>();
for (const [name, given] of Object.entries(CALLS))
  firstCalls.set(name, await overTheWire('tools/call', { name, arguments: given }));

const began = performance.now();
const client = new Client({ name: 'bench', version: '1' });
await client.connect(new StreamableHTTPClientTransport(new URL(`${ours.address}/mcp`)));
const { tools } = await client.listTools();
say(`MCP connect and list ${tools.length} tools: ${(performance.now() - began).toFixed(0)} ms`);
for (const { name } of tools) {
  const calls: number[] = [];
  for (let n = 0; n < 20; n++) {
    const since = performance.now();
    await client.callTool({ name, arguments: CALLS[name] ?? {} });
    calls.push(performance.now() - since);
  }
  const [withSchema = 0, ...later] = calls;
  say(
    `MCP ${name.padEnd(10)} the server's first ${(firstCalls.get(name) ?? Number.NaN).toFixed(0)} ms, a client's first ${withSchema.toFixed(0)} ms, ${times(later)}`,
  );
}
await client.close();
ours.close();
bare.close();
