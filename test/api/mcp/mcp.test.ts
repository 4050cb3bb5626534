/** The official client over both wires: a port on loopback, and a process of its own. */
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, library, TODAY } from '../support.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NUMBER = '洪府办发〔2022〕58号';
const ENTERPRISE = '制造企业，端午没停产，每天在岗350人，用电涨了12%';

const api = createTestApi();
let server: ReturnType<typeof serve>;
let url: URL;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server = serve({ fetch: api.hono.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      url = new URL(`http://127.0.0.1:${port}/mcp`);
      resolve();
    });
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const overHttp = (key = 'hq_all_12345') =>
  new StreamableHTTPClientTransport(url, { requestInit: { headers: { authorization: `Bearer ${key}` } } });
const overStdio = () =>
  new StdioClientTransport({
    command: process.execPath,
    args: [join(ROOT, 'bin', 'huiqi.mjs'), 'mcp', '--today', TODAY],
    stderr: 'inherit',
  });

async function connected(transport: Parameters<Client['connect']>[0]) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return client;
}

const CALLS: Record<string, { arguments: Record<string, unknown>; holds: object; text: RegExp }> = {
  ask: {
    arguments: { question: '端午没停工有没有补贴', today: TODAY },
    holds: { kind: 'answer', version: library.version },
    text: /58号/u,
  },
  match: {
    arguments: { text: ENTERPRISE, today: TODAY, measure: `${NUMBER}#2` },
    holds: { results: [expect.objectContaining({ verdict: 'eligible', amountYuan: 50_000 })] },
    text: /符合.*5万元/u,
  },
  explain: {
    arguments: { text: ENTERPRISE, today: TODAY, measure: `${NUMBER}#2` },
    holds: { proofs: [expect.objectContaining({ verdict: 'eligible', measure: `${NUMBER}#2` })] },
    text: /给予5万元一次性补贴/u,
  },
  measure: {
    arguments: { id: `${NUMBER}#2` },
    holds: { id: `${NUMBER}#2`, policy: NUMBER },
    text: /一次性补贴/u,
  },
  deadlines: { arguments: { today: TODAY }, holds: { today: TODAY }, text: /还有10天/u },
  figures: {
    arguments: { text: '不超过500万元' },
    holds: { figures: [expect.objectContaining({ max: 5_000_000 })] },
    text: /5000000/u,
  },
};

describe.each([
  ['streamable HTTP', () => overHttp()],
  ['stdio', () => overStdio()],
])('over %s', (_, transport) => {
  let client: Client;
  beforeAll(async () => {
    client = await connected(transport());
  });
  afterAll(() => client.close());

  test('the six tools are listed, with both schemas, and as reading only', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(CALLS).sort());
    for (const { inputSchema, outputSchema, annotations, description } of tools) {
      expect(inputSchema.type).toBe('object');
      expect(outputSchema?.type).toBe('object');
      expect(annotations?.readOnlyHint).toBe(true);
      expect(description).toMatch(/\p{Script=Han}/u);
    }
  });

  test.each(Object.entries(CALLS))('%s answers with text and structure', async (name, call) => {
    const result = await client.callTool({ name, arguments: call.arguments });
    expect(result.isError).toBeFalsy();
    expect(result.structuredContent).toMatchObject(call.holds);
    expect(JSON.stringify(result.content)).toMatch(call.text);
  });

  test('what cannot be answered is one sentence, and no end of the connection', async () => {
    const unknown = await client.callTool({ name: 'measure', arguments: { id: 'x#1' } });
    expect(unknown.isError).toBe(true);
    expect(JSON.stringify(unknown.content)).toContain('没有“x#1”这一条');
    const nothing = await client.callTool({ name: 'match', arguments: {} });
    expect(nothing.isError).toBe(true);
    const wrong = await client
      .callTool({ name: 'ask', arguments: { question: 7 } })
      .catch((error: unknown) => ({
        isError: error instanceof Error,
      }));
    expect(wrong.isError).toBe(true);
    expect((await client.listTools()).tools).toHaveLength(6);
  });

  test('documents and measures are read by their addresses', async () => {
    const { resources } = await client.listResources();
    expect(resources.length).toBeGreaterThan(80);
    const clause = await client.readResource({ uri: `policy://${NUMBER}#2` });
    expect(JSON.stringify(clause.contents)).toContain('一次性补贴');
    const source = await client.readResource({ uri: `policy://${NUMBER}` });
    expect((source.contents[0] as { text: string }).text).toBe(
      library.knowledge.policies.find(({ number }) => number === NUMBER)!.source,
    );
    await expect(client.readResource({ uri: 'policy://nothing' })).rejects.toThrow();
  });
});

test('a key sees the tools of its scope alone, and none without a key', async () => {
  const client = await connected(overHttp('hq_reader_1'));
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(['deadlines', 'figures', 'measure']);
  await expect(client.callTool({ name: 'ask', arguments: { question: 'x' } })).rejects.toThrow();
  await client.close();
  await expect(connected(overHttp('hq_nobody_1'))).rejects.toThrow();
});

test.each([
  ['a host of another name', { host: 'rebound.example' }, 403],
  ['a page of another origin', { origin: 'https://evil.example' }, 403],
  ['a page without an origin', { origin: 'null' }, 403],
  ['a body that is no JSON', {}, 400],
])('%s is refused', async (_, headers, status) => {
  const response = await api.send('http://127.0.0.1/mcp', {
    method: 'POST',
    body: '{',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
  });
  expect(response.status).toBe(status);
});
