/** The whole bot in one process: store, app, channels, gateway, web page and scheduler, started and stopped together. */

import type { Channel, ChannelHealth } from '../bots/channel.ts';
import { createGateway, type Gateway } from '../bots/gateway.ts';
import { createLog } from '../bots/log.ts';
import { configuredChannels } from '../bots/registry.ts';
import { realTiming } from '../bots/timing.ts';
import { webChannel } from '../bots/web/index.ts';
import { clockOn } from '../src/contract/index.ts';
import { createScheduler, moveAmendedDeadlines } from '../src/reminders/index.ts';
import { chatMovesOf, createApp, readKnowledge, type Settings } from '../src/service/index.ts';
import { openStore, storeOptions } from '../src/store/index.ts';
import { reminderDeadline } from '../src/words/index.ts';
import { openMachines } from './machines.ts';

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
  const knowledge = readKnowledge(settings.HUIQI_KNOWLEDGE_DIR);
  const log = createLog({ level: settings.LOG_LEVEL });
  const configured = configuredChannels(environment);
  const store = await openStore(storeOptions(settings));
  try {
    const clock = clockOn(settings.HUIQI_TODAY, store);
    const channels: Channel[] = [...more];
    for (const { name, create } of configured)
      channels.push(await create({ timing: realTiming(), log, moves: chatMovesOf(store, name) }));
    const capabilitiesOf = (name: string) =>
      channels.find((channel) => channel.name === name)?.capabilities ?? null;
    const machines = openMachines({ settings, store, log });
    const { announce } = machines;
    const app = createApp({
      knowledge,
      store,
      clock,
      capabilitiesOf,
      publicUrl: settings.PUBLIC_URL,
      announce,
    });
    const web = webChannel({
      app,
      settings,
      log,
      edges: channels.flatMap(({ edge }) => (edge ? [edge] : [])),
      routers: machines.routers(app),
      health: () => gateway.health(),
    });
    channels.push(web);
    const moved = await moveAmendedDeadlines(
      store,
      (about) => reminderDeadline(knowledge, about),
      clock.now(),
    );
    for (const { about, unreadable } of moved)
      if (unreadable.length > 0)
        log.error(
          { about, subscriptions: unreadable },
          'reminders: times that cannot be read; planned at the usual ones',
        );
    const gateway = createGateway({ store, app, channels, log });
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
    await machines.start(knowledge);
    return {
      gateway,
      address: web.address(),
      health: () => gateway.health(),
      async stop() {
        await scheduler.stop();
        await gateway.stop();
        await machines.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
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
