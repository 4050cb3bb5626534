/** The web site as one function from Request to Response, so that it is tested without a port. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { shanghaiDay, UserError } from '../../src/contract/index.ts';
import { webWords as words } from '../../src/words/index.ts';
import type { Edge } from '../channel.ts';
import { describeError } from '../log.ts';
import { ASSETS } from './assets.ts';
import { framedVisitors } from './framed.ts';
import { ownPostsOnly, perAddress, securityHeaders } from './guards.ts';
import { notFoundPage } from './pages/not-found.ts';
import { chatRoutes } from './routes/chat.ts';
import { checkRoutes } from './routes/check.ts';
import { deadlineRoutes } from './routes/deadlines.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { identityRoutes, isLarge } from './routes/identity.ts';
import { libraryRoutes } from './routes/library.ts';
import { ownRoutes } from './routes/own.ts';
import { profileRoutes } from './routes/profile.ts';
import { stateRoutes } from './routes/state.ts';
import type { Site, SiteOptions } from './site.ts';

/** Throws UserError where a callback's path would stand in front of a page, or of another callback. */
function refuseCollisions(edges: Edge[], pages: { path: string }[]): void {
  const taken = new Set(pages.map(({ path }) => firstPart(path)));
  for (const { path, setting = '' } of edges) {
    const isTwice = edges.filter((other) => other.path === path).length > 1;
    if (taken.has(firstPart(path)) || isTwice) throw new UserError(words.pathTaken(setting, path));
  }
}

/** /p/:number/source → p */
const firstPart = (path: string): string => path.split('/')[1] ?? '';

export function createSite(options: SiteOptions): Hono {
  const { app, publicUrl, edges, routers, limits, log, addressOf, identity, frameAncestors } = options;
  const now = () => Date.now();
  const site: Site = {
    ...options,
    today: () => shanghaiDay(app.clock.now()),
    frame: (c) => ({
      identity: identity(),
      large: isLarge(c.req.header('cookie')),
      path: c.req.path,
      // By the settings alone: whoever asks can write any Host.
      origin: publicUrl?.replace(/\/$/u, '') ?? '',
    }),
  };
  const hono = new Hono();

  // Platforms call these with their own proofs and limits: before all else.
  for (const edge of edges) hono.all(edge.path, (c) => edge.handle(c.req.raw));
  const callbacks = hono.routes.length;
  for (const router of routers) hono.route('/', router);

  hono.use(securityHeaders({ secure: publicUrl?.startsWith('https://') ?? false, frameAncestors }));
  hono.use(framedVisitors(frameAncestors));
  // A short answer to a script is not worth a compressor of its own.
  hono.use(compress({ contentTypeFilter: /^text\/(?:html|calendar)/u }));
  hono.use(perAddress(limits.requestsPerMinute, addressOf, now));
  hono.use(ownPostsOnly(publicUrl));
  hono.on('POST', '*', perAddress(limits.postsPerMinute, addressOf, now));
  hono.use(bodyLimit({ maxSize: limits.bodyBytes, onError: (c) => c.text(words.tooLarge, 413) }));

  identityRoutes(hono, site);
  hono.get('/static/:name', (c) => {
    const found = ASSETS.get(c.req.param('name'));
    if (!found) return c.notFound();
    const gzip = /\bgzip\b/u.test(c.req.header('accept-encoding') ?? '');
    return c.body(gzip ? found.gzipped : found.plain, 200, {
      'content-type': found.type,
      // A script names another without its version: such an answer is asked for again.
      'cache-control':
        c.req.query('v') === found.version ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    });
  });
  chatRoutes(hono, site);
  libraryRoutes(hono, site);
  deadlineRoutes(hono, site);
  checkRoutes(hono, site);
  feedbackRoutes(hono, site);
  profileRoutes(hono, site);
  ownRoutes(hono, site);
  stateRoutes(hono, site);
  refuseCollisions(edges, hono.routes.slice(callbacks));

  hono.notFound((c) => c.html(notFoundPage(site.frame(c)), 404));
  hono.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ error: describeError(error), path: c.req.path }, 'web: a request failed');
    return c.text(words.unavailable, 500);
  });
  return hono;
}
