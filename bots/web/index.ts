/** The web channel: the chat page and the pages of the documents, in the same process as the other channels. */
import type { Hono } from 'hono';
import type { App, Settings } from '../../src/service/index.ts';
import type { Channel, ChannelHealth, Edge, Receive } from '../channel.ts';
import { describeError, type Log } from '../log.ts';
import type { Meters } from '../meters.ts';
import { createAddressOf } from './address.ts';
import { createSite } from './create-site.ts';
import { type IdentitySettings, identityOf } from './identity.ts';
import { type Listening, listen } from './listen.ts';
import { CHANNEL, createMailbox } from './mailbox.ts';
import type { SiteLimits } from './site.ts';
import { createStreams, type StreamLimits } from './streams.ts';
import { createVisitors, keyIn } from './visitors.ts';

export { keyIn } from './visitors.ts';

export type ChangingSettings = IdentitySettings & Partial<Pick<Settings, 'FRAME_ANCESTORS'>>;

export interface WebOptions {
  app: App;
  settings: Pick<Settings, 'HOST' | 'PORT' | 'PUBLIC_URL' | 'HUIQI_DATA_DIR'> &
    ChangingSettings &
    Partial<Pick<Settings, 'TRUSTED_PROXIES' | 'METRICS_TOKEN'>>;
  /** What of them may change while the site runs, as it is now. */
  current?: () => ChangingSettings;
  log: Log;
  /** Callbacks of other channels, to be mounted. */
  edges: Edge[];
  /** Rooms beside the pages, with guards of their own. */
  routers?: Hono[];
  /** Of every channel, for /healthz. */
  health(): Record<string, ChannelHealth>;
  /** For /metrics; without it the page shows the store's counts alone. */
  meters?: Pick<Meters, 'text'>;
  /** Signs cookies; by default kept in the data folder. */
  key?: Buffer;
  limits?: Partial<SiteLimits & StreamLimits>;
}

export interface WebChannel extends Channel {
  /** http://127.0.0.1:3000, once started. */
  address(): string;
  /** The site without a port. */
  request(request: Request): Promise<Response>;
}

export { createAddressOf } from './address.ts';

const LIMITS: SiteLimits & StreamLimits = {
  postsPerMinute: 300,
  requestsPerMinute: 1_200,
  bodyBytes: 65_536,
  perVisitor: 8,
  perAddress: 200,
  overall: 2_000,
};

/** A proxy on this machine. */
const LOOPBACK = ['127.0.0.1', '::1'];

const BEAT_MS = 25_000;
const DUE_MS = 30_000;
/** Another process may have answered: its entries are looked for. */
const SHARED_STORE_MS = 1_000;

export function webChannel({
  app,
  settings,
  current = () => settings,
  log,
  edges,
  routers = [],
  health,
  meters = { text: () => '' },
  key,
  limits,
}: WebOptions): WebChannel {
  const { HOST: host, PORT: port, PUBLIC_URL: publicUrl, HUIQI_DATA_DIR: folder } = settings;
  const allLimits = { ...LIMITS, ...limits };
  const mailbox = createMailbox(app);
  const streams = createStreams(mailbox, allLimits);
  const waiting = new Map<string, () => void>();
  let receive: Receive | null = null;
  let listening: Listening | null = null;
  let isClosed = false;
  const timers: NodeJS.Timeout[] = [];
  let state: ChannelHealth = { state: 'starting', detail: '网页正在启动。', since: Date.now() };

  const site = createSite({
    app,
    publicUrl,
    addressOf: createAddressOf(settings.TRUSTED_PROXIES ?? LOOPBACK),
    metricsToken: settings.METRICS_TOKEN,
    meters,
    identity: followed(current, identityOf),
    frameAncestors: () => current().FRAME_ANCESTORS,
    log,
    edges,
    routers,
    health,
    mailbox,
    streams,
    visitors: createVisitors(key ?? keyIn(folder), { secure: publicUrl?.startsWith('https://') ?? false }),
    receive: () => receive,
    answered: (event, milliseconds) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(event);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        waiting.set(event, done);
      }),
    limits: allLimits,
  });

  const every = (milliseconds: number, work: () => unknown): void => {
    timers.push(setInterval(work, milliseconds).unref());
  };

  const showDue = (): Promise<void> =>
    streams.showDue().catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'web: due reminders could not be shown');
    });

  return {
    name: CHANNEL,
    capabilities: {
      textLimit: null,
      buttons: true,
      links: true,
      // A page that is open shows a reminder the moment it is due (showDue); nothing reaches a visitor who has left.
      push: 'window',
      pace: null,
      idempotent: true,
    },
    async start(to) {
      receive = to;
      isClosed = false;
      listening = await listen(site.fetch, host, port);
      // Closed while it was opening, as another channel could not start: a door left open would keep the process alive.
      if (isClosed) {
        await listening.close();
        listening = null;
        return;
      }
      every(BEAT_MS, streams.beat);
      every(DUE_MS, showDue);
      if (app.store.engine === 'postgres')
        every(SHARED_STORE_MS, () => {
          for (const visitor of streams.visitors()) streams.wake(visitor);
        });
      state = { state: 'up', detail: '网页可以打开。', since: Date.now() };
    },
    /** Sent means kept in the visitor's mailbox: an open page shows it now, a closed one when it is opened again. */
    async send(visitor, message) {
      try {
        await mailbox.told(visitor, message);
      } catch (error) {
        log.error({ error: describeError(error, message.text) }, 'web: an answer could not be kept');
        return { kind: 'rejected', reason: 'store', permanent: false };
      }
      streams.wake(visitor);
      if (message.inReplyTo) waiting.get(message.inReplyTo)?.();
      return { kind: 'sent' };
    },
    async stop() {
      receive = null;
      for (const timer of timers.splice(0)) clearInterval(timer);
      state = { state: 'down', detail: '已停止。', since: Date.now() };
    },
    async close() {
      isClosed = true;
      await streams.closeAll();
      await listening?.close();
      listening = null;
    },
    health: () => state,
    address: () => `http://${host.includes(':') ? `[${host}]` : host}:${listening?.port ?? port}`,
    request: async (request) => site.fetch(request),
  };
}

/** Made once of each object that is given. Throws at the start alone: later what was made last goes on. */
function followed<From extends object, To>(current: () => From, make: (from: From) => To): () => To {
  let from = current();
  let made = make(from);
  return () => {
    const now = current();
    if (now === from) return made;
    from = now;
    try {
      made = make(now);
    } catch {
      // The emblem's file is gone: the page keeps the look that it has.
    }
    return made;
  };
}
