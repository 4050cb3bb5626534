/** The door of the console: one router under /office, mounted on the server of the pages. */
import type { Hono } from 'hono';
import { ASSETS } from './assets.ts';
import type { DeskOptions } from './desk.ts';
import { mountRoutes } from './mount.ts';
import { open, type Route } from './route.ts';
import { documentRoutes } from './routes/documents.ts';
import { officerRoutes } from './routes/officers.ts';
import { pushRoutes } from './routes/push.ts';
import { questionRoutes } from './routes/questions.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { signInElsewhereRoutes } from './routes/sign-in-elsewhere.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { todayRoutes } from './routes/today.ts';
import { createTries } from './tries.ts';

export type { DeskOptions } from './desk.ts';

const staticRoute: Route = open('get', '/office/static/:name', ({ c, param, query }) => {
  const found = ASSETS.get(param('name'));
  if (!found) return c.notFound();
  const isThis = query('v') === found.version;
  return c.body(found.body, 200, {
    'content-type': found.type,
    'cache-control': isThis ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
});

/** Every method and path of the console with who may use it: there is no other. */
export const ROUTES: readonly Route[] = [
  staticRoute,
  ...signInRoutes,
  ...signInElsewhereRoutes,
  ...todayRoutes,
  ...documentRoutes,
  ...questionRoutes,
  ...ticketRoutes,
  ...pushRoutes,
  ...officerRoutes,
];

const TRIES_PER_MINUTE = 20;

export const createOffice = (options: DeskOptions): Hono =>
  mountRoutes(ROUTES, {
    ...options,
    get settings() {
      return options.live.current();
    },
    tries: createTries({ perMinute: TRIES_PER_MINUTE }),
  });
