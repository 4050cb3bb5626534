/** The whole bot in one process: store, app, channels, gateway, web page and scheduler, started and stopped together. */

import { randomUUID } from 'node:crypto';
import {
  type Channel,
  type ChannelHealth,
  type ChannelTools,
  configuredChannels,
  createGateway,
  createLog,
  createMeters,
  createTracer,
  type Gateway,
  type Log,
  realTiming,
  watchedBy,
} from '../bots/index.ts';
import { keyIn, webChannel } from '../bots/web/index.ts';
import { clockOn, shanghaiDay } from '../src/contract/index.ts';
import { createScheduler, followReplaced, moveAmendedDeadlines } from '../src/reminders/index.ts';
import {
  askBeforehand,
  chatMovesOf,
  createApp,
  openLiveSettings,
  openShelf,
  type Settings,
  type ShelfLibrary,
  sayPresent,
} from '../src/service/index.ts';
import { openStore, type Store, storeOptions } from '../src/store/index.ts';
import { reminderDeadline, reminderSuccessor } from '../src/words/index.ts';
import { version } from './help.ts';
import { openMachines } from './machines.ts';
import { sweepWhileRunning } from './sweeping.ts';
import { startTimedBackups } from './timed-backups.ts';

export interface RunningBot {
  gateway: Gateway;
  /** Where the web page is: http://127.0.0.1:3000. */
  address: string;
  /** Each channel with its state, for the status lines. */
  health(): Record<string, ChannelHealth>;
  /** Stops taking messages, finishes what is at hand, gives back what was claimed. */
  stop(): Promise<void>;
}

export interface BotOptions {
  settings: Settings;
  environment: NodeJS.ProcessEnv;
  /** Channels beside the configured ones: the console. */
  more?: Channel[];
  /** Once it resolves, a start that still waits for a channel is over. */
  stopped?: Promise<void>;
}

const never = new Promise<void>(() => {});

/** Throws UserError with one sentence when a setting, the knowledge, the store or a channel is not right. */
export async function startBot({
  settings,
  environment,
  more = [],
  stopped = never,
}: BotOptions): Promise<RunningBot> {
  const log = createLog({ level: settings.LOG_LEVEL });
  const configured = configuredChannels(environment);
  const store = await openStore(storeOptions(settings));
  try {
    const clock = clockOn(settings.HUIQI_TODAY, store);
    const shelf = await openShelf(settings.HUIQI_KNOWLEDGE_DIR, store, settings.HUIQI_UNTICKED);
    tellTroubles(shelf.current(), log);
    const channels: Channel[] = [...more];
    for (const { name, create } of configured)
      channels.push(
        await create({ timing: realTiming(), log, moves: chatMovesOf(store, name), ...sharedSeats(store) }),
      );
    const capabilitiesOf = (name: string) =>
      channels.find((channel) => channel.name === name)?.capabilities ?? null;
    const live = await openLiveSettings(settings, store);
    const machines = openMachines({ settings, live, store, log });
    const { announce } = machines;
    const meters = createMeters();
    const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings;
    const tracer = endpoint ? createTracer({ endpoint, version: version(), log }) : null;
    const watch = watchedBy(tracer ? [meters, tracer] : [meters]);
    const app = createApp({
      knowledge: shelf,
      store,
      clock,
      capabilitiesOf,
      publicUrl: settings.PUBLIC_URL,
      isShared: settings.SHARED_PROFILES === 'on',
      units: () => live.current().units,
      observe: ({ channel, eventId }, kind) => watch.replied({ channel, eventId, kind }),
      announce,
    });
    const web = webChannel({
      app,
      settings,
      current: live.current,
      log,
      ...(await sharedKey(store, settings.HUIQI_DATA_DIR)),
      edges: channels.flatMap(({ edge }) => (edge ? [edge] : [])),
      routers: machines.routers(app, () => gateway.health()),
      health: () => gateway.health(),
      meters,
    });
    channels.push(web);
    const followShelf = async () => {
      const { knowledge } = shelf.current();
      const now = clock.now();
      const today = shanghaiDay(now);
      await followReplaced(store, (about) => reminderSuccessor(knowledge, about, today), now);
      const moved = await moveAmendedDeadlines(store, (about) => reminderDeadline(knowledge, about), now);
      for (const { about, unreadable } of moved)
        if (unreadable.length > 0)
          log.error(
            { about, subscriptions: unreadable },
            'reminders: times that cannot be read; planned at the usual ones',
          );
    };
    await followShelf();
    const gateway = createGateway({ store, app, channels, log, watch });
    const scheduler = createScheduler({
      store,
      clock,
      channels,
      log,
      send: (target, message) => gateway.send(target, message),
      textOf: app.reminderText,
      ended: machines.reminderEnded,
    });
    const isOpen = await Promise.race([gateway.start().then(() => true), stopped.then(() => false)]);
    if (isOpen) await scheduler.start();
    await machines.start(shelf.current().knowledge);
    const stopping = new AbortController();
    const askedBeforehand = askBeforehand(app.library(), shanghaiDay(clock.now()), stopping.signal).catch(
      (error) => log.error({ err: error }, 'shelf: not asked beforehand; the first question takes longer'),
    );
    const backups = startTimedBackups(settings, log);
    const watching = shelf.watch({
      stopping: stopping.signal,
      onSwap: async (next) => {
        log.info({ version: next.version, policies: next.knowledge.policies.length }, 'shelf: swapped');
        tellTroubles(next, log);
        await followShelf();
        await machines.documentsChanged(next.knowledge);
        await askBeforehand(next, shanghaiDay(clock.now()), stopping.signal);
      },
      onError: (error) => log.error({ err: error }, 'shelf: not read; the library stays as it is'),
    });
    const sweeping = sweepWhileRunning({
      store,
      clock,
      settings: live.current,
      log,
      stopping: stopping.signal,
    });
    const present = sayPresent({
      store,
      version: () => shelf.current().version,
      stopping: stopping.signal,
      onError: (error) => log.error({ err: error }, 'workers: presence not told'),
    });
    const following = live.watch({
      onError: (error) => log.error({ err: error }, 'settings: not read; they stay as they are'),
    });
    return {
      gateway,
      address: web.address(),
      health: () => gateway.health(),
      async stop() {
        stopping.abort();
        backups.stop();
        await Promise.all([askedBeforehand, watching, sweeping, present, following.stop()]);
        await scheduler.stop();
        await gateway.stop();
        await machines.stop();
        await tracer?.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Several workers may share a PostgreSQL: what a platform allows once only is done by the one that holds the seat. */
function sharedSeats(store: Store): Pick<ChannelTools, 'seat'> {
  if (store.engine === 'sqlite') return {};
  const holder = randomUUID();
  return {
    seat: (role) => ({
      take: (leaseMs) =>
        store.transaction(({ workers }) => workers.takeSeat(role, holder, { now: store.now(), leaseMs })),
      leave: () => store.transaction(({ workers }) => workers.leaveSeat(role, holder)),
    }),
  };
}

/** All workers know each other's visitors. The key of the first one counts. */
async function sharedKey(store: Store, folder: string): Promise<{ key?: Buffer }> {
  if (store.engine === 'sqlite') return {};
  const own = keyIn(folder).toString('base64');
  const shared = await store.transaction(({ workers }) => workers.sharedSecret('web', own));
  return { key: Buffer.from(shared, 'base64') };
}

function tellTroubles({ faults, warnings }: ShelfLibrary, log: Log): void {
  for (const { slug, reason } of faults)
    log.error({ document: slug, reason }, 'shelf: a document does not answer');
  for (const warning of warnings) log.warn({ warning }, 'shelf');
}

/** One line a channel: telegram　up　已连接. */
export function statusLines({ health }: Pick<RunningBot, 'health'>): string[] {
  const marks: Record<ChannelHealth['state'], string> = { up: '已就绪', starting: '启动中', down: '未连接' };
  return Object.entries(health()).map(([name, { state, detail }]) => `${name}：${marks[state]}。${detail}`);
}

/** After the stop: a library that keeps a wire or a timer of its own must not keep the process. */
export function endEvenIfHeld(): void {
  setTimeout(() => process.exit(), 500).unref();
}

/** Resolves at SIGINT or SIGTERM; a second signal ends at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      resolve();
      process.once('SIGINT', () => process.exit(130));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
