/** What the running bot has for other programs: the doors that they call, and what it tells them. */
import { createApi, type Desk, SCOPES, widgetRouter } from '../api/index.ts';
import { describeError, type Log } from '../bots/index.ts';
import { createAddressOf } from '../bots/web/index.ts';
import { createOffice, type DeskOptions } from '../office/index.ts';
import { shanghaiDay } from '../src/contract/index.ts';
import type { Knowledge } from '../src/policy/index.ts';
import {
  type Announce,
  type App,
  announceDocuments,
  announceOverdue,
  announcer,
  createIntakeReader,
  createKeyring,
  createMailSender,
  createRobotSender,
  createWebhookSender,
  isListened,
  type LiveSettings,
  reminderTeller,
  type Settings,
  type Store,
} from '../src/service/index.ts';

/** How often late tickets are looked for. */
const OVERDUE_MS = 60_000;

export interface MachinesOptions {
  settings: Settings;
  live: LiveSettings;
  store: Store;
  log: Log;
}

export function openMachines({ settings, live, store, log }: MachinesOptions) {
  const announce = announcer(settings);
  const listened = isListened(settings);
  const reader = createIntakeReader(store, settings.HUIQI_KNOWLEDGE_DIR, (error) =>
    log.error({ error: describeError(error) }, 'office: a file was not read'),
  );
  const senders = [
    ...(settings.WEBHOOK_URLS.length > 0 ? [createWebhookSender({ store, settings, log })] : []),
    ...(settings.OFFICER_ROBOT_URL ? [createRobotSender({ store, settings, log })] : []),
    ...(settings.OFFICER_MAIL.length > 0 ? [createMailSender({ store, settings, log })] : []),
  ];
  const limits = () => {
    const { TICKET_ACCEPT_DAYS: acceptDays, TICKET_CLOSE_DAYS: closeDays } = live.current();
    return { acceptDays, closeDays };
  };
  let looking: NodeJS.Timeout | null = null;
  let look: Promise<void> = Promise.resolve();
  const lookForOverdue = () => {
    look = look
      .then(() => announceOverdue(store, limits(), announce))
      .catch((error: unknown) =>
        log.error({ error: describeError(error) }, 'notices: late tickets were not told'),
      );
  };
  return {
    announce,
    /** To be mounted on the server of the pages. */
    routers: (app: App, health: DeskOptions['health']) => [
      ...officeOf(app, live, log, health),
      ...routersOf(app, listened ? announce : null, settings, log),
    ],
    /** Tells of documents that came, changed or went since the last time. */
    async documentsChanged(knowledge: Knowledge): Promise<void> {
      if (listened) await announceDocuments(store, knowledge, announce);
    },
    reminderEnded: reminderTeller(announce, store),
    async start(knowledge: Knowledge): Promise<void> {
      if (listened) await announceDocuments(store, knowledge, announce);
      for (const sender of senders) sender.start();
      if (listened) {
        looking = setInterval(lookForOverdue, OVERDUE_MS).unref();
        lookForOverdue();
      }
      if (settings.OFFICE_CONSOLE === 'on') reader.start();
    },
    async stop(): Promise<void> {
      if (looking) clearInterval(looking);
      await look;
      for (const sender of senders) await sender.stop();
      await reader.stop();
    },
  };
}

function routersOf(app: App, announce: Announce | null, settings: Settings, log: Log) {
  if (settings.API_ACCESS === 'off') return [widgetRouter()];
  const { store, clock } = app;
  const desk: Desk = {
    library: () => app.library(),
    today: () => shanghaiDay(clock.now()),
    async unanswered(question) {
      if (!announce) return;
      const data = { question, channel: 'api' };
      await store.transaction((records) =>
        announce(records, { type: 'question.unanswered', data }, store.now()),
      );
    },
  };
  return [
    widgetRouter(),
    createApi({
      desk,
      mode: settings.API_ACCESS,
      openPerMinute: settings.API_OPEN_PER_MINUTE,
      corsOrigins: settings.API_CORS_ORIGINS,
      publicUrl: settings.PUBLIC_URL ?? null,
      hostnames: [settings.HOST],
      keyHolder: createKeyring(store).holderOf,
      addressOf: createAddressOf(settings.TRUSTED_PROXIES),
      onError: (error, request, path) =>
        log.error({ error: describeError(error), request, path }, 'api: a request failed'),
    }),
  ];
}

/** The officers' console, unless the settings leave it out. */
function officeOf(app: App, live: LiveSettings, log: Log, health: DeskOptions['health']) {
  const settings = live.current();
  if (settings.OFFICE_CONSOLE === 'off') return [];
  return [
    createOffice({
      store: app.store,
      live,
      library: () => app.library(),
      today: () => shanghaiDay(app.clock.now()),
      addressOf: createAddressOf(settings.TRUSTED_PROXIES),
      scopes: SCOPES,
      ...(health && { health }),
      onError: (error, path) => log.error({ error: describeError(error), path }, 'office: a request failed'),
    }),
  ];
}
