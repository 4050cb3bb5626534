/** The console without a port, and officers in front of it who keep cookies and send the forms that they are shown. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { createOffice, type DeskOptions } from '../../office/index.ts';
import { clockOn, type InboundMessage, type Reply, shanghaiDay } from '../../src/contract/index.ts';
import {
  type App,
  addOfficer,
  createApp,
  createIntakeReader,
  type LiveSettings,
  type OpenShelf,
  openLiveSettings,
  openShelf,
  parseSettings,
  type Role,
  type Store,
  setPassword,
} from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';

export const ORIGIN = 'http://huiqi.test';
export const TODAY = '2022-06-20';
export const PASSWORD = '红土地上的油菜花';
const HERE = { name: '测试' };

export interface Office {
  store: Store;
  app: App;
  shelf: OpenShelf;
  live: LiveSettings;
  hono: Hono;
  errors: unknown[];
  /** An officer who has set a password and signed in. */
  signedIn(name: string, role: Role): Promise<Officer>;
  /** What a contact says in a chat, and what the bot answers to it, by the shelf as it is now. */
  ask(text: string, senderId: string, conversationId?: string): Promise<Asked>;
  /** The same through the store, as channels do: what was told to all contacts since then. */
  say(text: string, senderId: string): Promise<string[]>;
  /** Everything that contacts were told through the outbox, in order. */
  told(): Promise<Told[]>;
  stop(): Promise<void>;
}

export interface Asked {
  reply: Reply;
  exchange: string | null;
}
export interface Told {
  conversationId: string;
  text: string;
}

const CHANNEL = 'test';

/** Contacts in front of the bot of this store. */
function contactsOf(
  store: Store,
  app: App,
  shelf: OpenShelf,
  live: LiveSettings,
): Pick<Office, 'ask' | 'say' | 'told'> {
  let event = 0;
  const all: Told[] = [];
  const messageOf = (text: string, senderId: string, conversationId = senderId): InboundMessage => {
    event += 1;
    return {
      channel: CHANNEL,
      conversationId,
      senderId,
      isGroup: false,
      addressedToBot: true,
      text,
      eventId: `e${event}`,
      receivedAt: event,
    };
  };
  async function told(): Promise<Told[]> {
    const lease = { worker: 'w', channels: [CHANNEL], limit: 50, now: Number.MAX_SAFE_INTEGER, leaseMs: 1 };
    for (;;) {
      const items = await store.transaction((records) => records.outbox.claim(lease));
      if (items.length === 0) return [...all];
      for (const { id, conversationId, body } of items) {
        all.push({ conversationId, text: (JSON.parse(body) as { text: string }).text });
        await store.transaction(async (records) => {
          await records.outbox.begin(id, 'w', 1);
          await records.outbox.finish(id, 'w', { kind: 'sent' }, 1);
        });
      }
    }
  }
  return {
    told,
    async ask(text, senderId, conversationId) {
      await shelf.refresh();
      await live.refresh();
      return app.answer(messageOf(text, senderId, conversationId));
    },
    async say(text, senderId) {
      const before = (await told()).length;
      const message = messageOf(text, senderId);
      await store.transaction(({ inbound }) =>
        inbound.receive({ ...message, body: JSON.stringify(message) }),
      );
      await app.handle(message);
      return (await told()).slice(before).map(({ text: said }) => said);
    },
  };
}

export async function openOffice(
  environment: NodeJS.ProcessEnv = {},
  more: Partial<DeskOptions> = {},
): Promise<Office> {
  const store = await openStore({ memory: true });
  const clock = clockOn(TODAY);
  const errors: unknown[] = [];
  const shelf = await openShelf(environment.HUIQI_KNOWLEDGE_DIR, store);
  const live = await openLiveSettings(parseSettings(environment), store);
  const app = createApp({ knowledge: shelf, store, clock, units: () => live.current().units });
  const reader = createIntakeReader(store, environment.HUIQI_KNOWLEDGE_DIR, (error) => errors.push(error));
  reader.start();
  const hono = createOffice({
    store,
    live,
    library: () => app.library(),
    today: () => shanghaiDay(clock.now()),
    addressOf: () => '198.51.100.7',
    scopes: ['read', 'ask'],
    onError: (error) => errors.push(error),
    ...more,
  });
  return {
    store,
    app,
    hono,
    errors,
    ...contactsOf(store, app, shelf, live),
    async signedIn(name, role) {
      const { token } = await addOfficer(store, { name, role }, HERE);
      await setPassword(store, { token, password: PASSWORD });
      const officer = officerAt(hono);
      await officer.post('/office/sign-in', { name, password: PASSWORD });
      return officer;
    },
    shelf,
    live,
    async stop() {
      await reader.stop();
      await store.close();
    },
  };
}

export type Page = ReturnType<typeof load>;
export type Fields = Record<string, string | File | readonly (string | File)[]>;

export interface Officer {
  get(path: string): Promise<Response>;
  page(path: string): Promise<Page>;
  /** With the token of the session, as every form of it has. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>;
  /** Sends the first form of the page that goes to this action, with its hidden fields, and follows to the next page. */
  send(page: Page, action: string, fields?: Fields): Promise<Page>;
  cookie(): string;
}

export function officerAt(hono: Hono, cookie = ''): Officer {
  const jar = new Map<string, string>();
  const keep = (pair: string) => {
    const [name = '', value = ''] = pair.split('=');
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  };
  for (const pair of cookie.split('; ')) if (pair) keep(pair);
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      ...(jar.size > 0 ? { cookie: cookies() } : {}),
      ...(init.headers as Record<string, string>),
    };
    const response = await hono.request(`${ORIGIN}${path}`, { ...init, headers });
    for (const set of response.headers.getSetCookie()) keep(set.split(';')[0] ?? '');
    return response;
  }
  async function formToken(): Promise<string> {
    const $ = load(await (await ask('/office/account')).text());
    return $('input[name=token]').attr('value') ?? '';
  }
  async function post(path: string, fields: Fields = {}, headers: Record<string, string> = {}) {
    const body = new FormData();
    const given: Fields =
      jar.size > 0 && fields.token === undefined ? { ...fields, token: await formToken() } : fields;
    for (const [name, value] of Object.entries(given))
      for (const one of typeof value === 'string' || value instanceof File ? [value] : value)
        body.append(name, one);
    const request = new Request(`${ORIGIN}${path}`, { method: 'POST', body });
    const bytes = await request.arrayBuffer();
    return ask(path, {
      method: 'POST',
      body: bytes,
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        'content-length': String(bytes.byteLength),
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    });
  }
  const officer: Officer = {
    get: (path) => ask(path),
    page: async (path) => load(await (await ask(path)).text()),
    post,
    async send($, action, fields = {}) {
      const form = $(`form[method=post][action="${action}"]`).first();
      if (form.length === 0) throw new Error(`no form ${action} on “${$('h1').text()}”`);
      const hidden = Object.fromEntries(
        form
          .find('input[type=hidden]')
          .toArray()
          .map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']),
      );
      const response = await post(action, { ...hidden, ...fields });
      const next = response.headers.get('location');
      return next === null ? load(await response.text()) : officer.page(next.replace(/#.*$/u, ''));
    },
    cookie: cookies,
  };
  return officer;
}
