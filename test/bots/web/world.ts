/** The web channel and people in front of it, without a browser: cookies, forms, and the event stream as it is read. */
import { randomBytes } from 'node:crypto';
import { load } from 'cheerio';
import { createGateway, type Gateway } from '../../../bots/gateway/index.ts';
import { silentLog } from '../../../bots/log.ts';
import { type WebChannel, type WebOptions, webChannel } from '../../../bots/web/index.ts';
import { clockOn } from '../../../src/contract/clock.ts';
import { type App, createApp } from '../../../src/service/app.ts';
import { openStore } from '../../../src/store/index.ts';
import type { Store } from '../../../src/store/store.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

export const ORIGIN = 'http://huiqi.test';
export const TODAY = '2022-06-20';
export const knowledge = shippedKnowledge();

export interface Clock {
  now(): number;
}

export function webOn(app: App, more: Partial<WebOptions> = {}): WebChannel {
  return webChannel({
    app,
    settings: { HOST: '127.0.0.1', PORT: 0, PUBLIC_URL: undefined, HUIQI_DATA_DIR: '/nonexistent' },
    log: silentLog,
    edges: [],
    health: () => ({}),
    key: randomBytes(32),
    ...more,
  });
}

export interface WebBot {
  app: App;
  store: Store;
  web: WebChannel;
  gateway: Gateway;
  stop(): Promise<void>;
}

/** The whole bot with a web page, on a store in memory unless one is given. */
export async function startWebBot(
  more: Partial<WebOptions> & { store?: Store; clock?: Clock } = {},
): Promise<WebBot> {
  const { store = await openStore({ memory: true }), clock = clockOn(TODAY), ...options } = more;
  const capabilitiesOf = () => web.capabilities;
  const app = createApp({ knowledge, store, clock, capabilitiesOf });
  const web: WebChannel = webOn(app, { health: () => gateway.health(), ...options });
  const gateway: Gateway = createGateway({ store, app, channels: [web] });
  await gateway.start();
  return {
    app,
    store,
    web,
    gateway,
    async stop() {
      await gateway.stop();
      if (!more.store) await store.close();
    },
  };
}

export interface Person {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  say(text: string, event?: string): Promise<Response>;
  /** The page as it is shown, after it has been loaded anew. */
  page(path?: string): Promise<ReturnType<typeof load>>;
  cookie(): string;
}

export function personAt(web: Pick<WebChannel, 'request'>, cookie = ''): Person {
  let jar = cookie;
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(jar ? { cookie: jar } : {}), ...(init.headers as Record<string, string>) };
    const response = await web.request(
      new Request(`${ORIGIN}${path}`, { ...init, headers, redirect: 'manual' }),
    );
    const set = response.headers.get('set-cookie')?.split(';')[0];
    if (set) jar = set;
    return response;
  }
  const person: Person = {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
      }),
    say: (text, event = randomBytes(9).toString('base64url')) => person.post('/say', { text, event }),
    page: async (path = '/') => load(await (await ask(path)).text()),
    cookie: () => jar,
  };
  return person;
}

export interface Message {
  by: string;
  text: string;
  /** The figure that stands large. */
  amount: string;
  options: { label: string; value: string }[];
  links: string[];
}

/** The messages in a page or a piece of one, as people read them. */
export function messagesIn(markup: string): Message[] {
  const $ = load(markup);
  return $('.message')
    .toArray()
    .map((element) => ({
      by: ($(element).attr('class') ?? '').replace('message ', ''),
      text: $(element)
        .find('.bubble > :not(.to-clause, .judge)')
        .toArray()
        .map((line) => $(line).text())
        .join('\n'),
      amount: $(element).find('.amount b').text(),
      options: $(element)
        .find('button[name=choice]')
        .toArray()
        .map((button) => ({
          label: ($(button).find('b').text() || $(button).text()).trim(),
          value: $(button).attr('value') ?? '',
        })),
      links: $(element)
        .find('a')
        .toArray()
        .map((link) => $(link).attr('href') ?? ''),
    }));
}

export interface ServerEvent {
  event: string;
  id: string;
  data: string;
}

/** Reads an event stream to its end, or until `close`. */
export function readEvents(response: Response): {
  events: ServerEvent[];
  close(): Promise<void>;
  ended: Promise<void>;
} {
  const events: ServerEvent[] = [];
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  async function read(): Promise<void> {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const lines = block.split('\n');
        const field = (name: string) =>
          lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
        if (field('event').length > 0)
          events.push({
            event: field('event')[0] ?? '',
            id: field('id')[0] ?? '',
            data: field('data').join('\n'),
          });
      }
    }
  }
  return { events, ended: read().catch(() => {}), close: () => reader.cancel() };
}
