/**
 * Traces by OTLP over HTTP as JSON: one trace a message, in it the answering and each sending. Ids follow from the message's own, so that
 * nothing has to be handed through the rooms and a reply sent by another worker joins its message. No text and no person is in a span.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chatTag, type Log } from './log.ts';
import type { Watch } from './watch.ts';

export interface Tracer extends Watch {
  /** Sends what is left. */
  stop(): Promise<void>;
}

export interface TracerOptions {
  /** http://127.0.0.1:4318; /v1/traces is added. */
  endpoint: string;
  version: string;
  log: Log;
  everyMs?: number;
}

const EVERY_MS = 5_000;
/** What a collector that is away makes wait; more is dropped and told. */
const MOST_WAITING = 2_048;
const SEND_LIMIT_MS = 10_000;

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue: string } }[];
  status: { code: number };
}

/** OTLP's numbers: SPAN_KIND_SERVER, SPAN_KIND_CLIENT; STATUS_CODE_OK, STATUS_CODE_ERROR. */
const SERVER = 2;
const CLIENT = 3;
const WELL = 1;
const ERROR = 2;

export function createTracer({ endpoint, version, log, everyMs = EVERY_MS }: TracerOptions): Tracer {
  const url = `${endpoint.replace(/\/+$/u, '')}/v1/traces`;
  const kinds = new Map<string, string>();
  let waiting: Span[] = [];
  let dropped = 0;
  let isTold = false;

  function add(span: Span): void {
    if (waiting.length < MOST_WAITING) waiting.push(span);
    else dropped += 1;
  }

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const spans = waiting;
    waiting = [];
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(envelope(spans, version)),
        signal: AbortSignal.timeout(SEND_LIMIT_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      if (dropped > 0) log.warn({ dropped }, 'traces: some were dropped while the collector was away');
      dropped = 0;
      isTold = false;
    } catch (error) {
      waiting = [...spans, ...waiting].slice(0, MOST_WAITING);
      if (!isTold) log.warn({ reason: (error as Error).message }, 'traces: not taken; kept and tried again');
      isTold = true;
    }
  }

  const timer = setInterval(() => void flush(), everyMs);
  timer.unref();

  return {
    replied: ({ channel, eventId, kind }) => void kinds.set(traceOf(channel, eventId).traceId, kind),
    answered({ channel, eventId, since, milliseconds, ending }) {
      const trace = traceOf(channel, eventId);
      const kind = ending === 'done' ? kinds.get(trace.traceId) : undefined;
      kinds.delete(trace.traceId);
      add({
        ...trace,
        name: 'message',
        kind: SERVER,
        ...times(since, milliseconds),
        attributes: attributes({ channel, ending, ...(kind && { kind }) }),
        status: { code: ending === 'done' ? WELL : ERROR },
      });
    },
    sent({ channel, eventId, since, milliseconds, outcome }) {
      const trace = traceOf(channel, eventId ?? randomBytes(8).toString('hex'));
      add({
        traceId: trace.traceId,
        spanId: randomBytes(8).toString('hex'),
        ...(eventId !== null && { parentSpanId: trace.spanId }),
        name: 'send',
        kind: CLIENT,
        ...times(since, milliseconds),
        attributes: attributes({ channel, outcome }),
        status: { code: outcome === 'sent' ? WELL : ERROR },
      });
    },
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

/** The same message has the same trace in every process. */
function traceOf(channel: string, eventId: string): { traceId: string; spanId: string } {
  const hash = createHash('sha256').update(`${channel}\0${eventId}`).digest('hex');
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}

const nanoseconds = (milliseconds: number): string => `${BigInt(Math.round(milliseconds * 1_000)) * 1_000n}`;

const times = (since: number, milliseconds: number) => ({
  startTimeUnixNano: nanoseconds(since),
  endTimeUnixNano: nanoseconds(since + milliseconds),
});

const attributes = (values: Record<string, string>) =>
  Object.entries(values).map(([key, value]) => ({ key: `huiqi.${key}`, value: { stringValue: value } }));

function envelope(spans: readonly Span[], version: string) {
  const resource = {
    attributes: [
      { key: 'service.name', value: { stringValue: 'huiqi' } },
      { key: 'service.version', value: { stringValue: version } },
      { key: 'service.instance.id', value: { stringValue: chatTag('process', String(process.pid)) } },
    ],
  };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'huiqi', version }, spans }] }] };
}
