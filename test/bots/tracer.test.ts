/** Against a collector on loopback that keeps what it is sent. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { silentLog } from '../../bots/log.ts';
import { createTracer } from '../../bots/tracer.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue: string } }[];
}
interface Sent {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** `answers`: the statuses of the first requests; 200 after them. */
async function collector(answers: number[] = []) {
  const bodies: string[] = [];
  const paths: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const status = answers.shift() ?? 200;
      paths.push(request.url ?? '');
      if (status === 200) bodies.push(body);
      response.writeHead(status).end('{}');
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const spans = () =>
    bodies.flatMap((body) =>
      (JSON.parse(body) as Sent).resourceSpans.flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap((one) => one.spans),
      ),
    );
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, spans, bodies, paths };
}

const message = { channel: 'web', eventId: 'event-1', since: 1_700_000_000_123, milliseconds: 12 };

describe('traces', () => {
  test('a message and its sending are one trace, by times and outcome', async () => {
    const { endpoint, spans, paths } = await collector();
    const tracer = createTracer({ endpoint, version: '1', log: silentLog });
    tracer.replied({ ...message, kind: 'menu' });
    tracer.answered({ ...message, ending: 'done' });
    tracer.sent({ ...message, outcome: 'sent' });
    await tracer.stop();
    expect(paths).toEqual(['/v1/traces']);
    const [answered, sent] = spans();
    expect(answered).toMatchObject({
      name: 'message',
      startTimeUnixNano: '1700000000123000000',
      endTimeUnixNano: '1700000000135000000',
    });
    expect(answered?.attributes).toContainEqual({ key: 'huiqi.kind', value: { stringValue: 'menu' } });
    expect(answered?.traceId).toMatch(/^[0-9a-f]{32}$/u);
    expect(answered?.spanId).toMatch(/^[0-9a-f]{16}$/u);
    expect(sent).toMatchObject({ name: 'send', traceId: answered?.traceId, parentSpanId: answered?.spanId });
  });

  test('another process puts the sending of the same message into the same trace', async () => {
    const { endpoint, spans } = await collector();
    for (const work of ['answered', 'sent'] as const) {
      const tracer = createTracer({ endpoint, version: '1', log: silentLog });
      if (work === 'answered') tracer.answered({ ...message, ending: 'done' });
      else tracer.sent({ ...message, outcome: 'sent' });
      await tracer.stop();
    }
    expect(new Set(spans().map(({ traceId }) => traceId)).size).toBe(1);
  });

  test('nobody’s id stands in a span', async () => {
    const { endpoint, bodies } = await collector();
    const tracer = createTracer({ endpoint, version: '1', log: silentLog });
    tracer.answered({ ...message, eventId: 'visitor-4711:13800138000', ending: 'failed' });
    await tracer.stop();
    expect(bodies.join('')).not.toMatch(/4711|13800138000/u);
  });

  test('a collector that is away gets them later', async () => {
    const { endpoint, spans } = await collector([503]);
    const tracer = createTracer({ endpoint, version: '1', log: silentLog, everyMs: 20 });
    tracer.answered({ ...message, ending: 'done' });
    await expect.poll(() => spans().length).toBe(1);
    await tracer.stop();
    expect(spans()).toHaveLength(1);
  });
});
