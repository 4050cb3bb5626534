/** What belongs to the office and to the reader's eyes: emblem, colour, manifest, privacy page, size of letters. */
import type { Hono } from 'hono';
import { asset } from '../assets.ts';
import { privacyPage } from '../pages/privacy.ts';
import type { Site } from '../site.ts';

const YEAR_SECONDS = 31_536_000;
const FOREVER = { 'cache-control': `public, max-age=${YEAR_SECONDS}, immutable` };

export const isLarge = (cookies: string | undefined): boolean =>
  /(?:^|;\s*)size=large(?:;|$)/u.test(cookies ?? '');

export function identityRoutes(hono: Hono, site: Site): void {
  const { identity, publicUrl } = site;
  const secure = publicUrl?.startsWith('https://') ? '; Secure' : '';

  hono.get('/static/emblem', (c) => {
    const { emblem } = identity();
    return emblem ? c.body(emblem.body, 200, { 'content-type': emblem.type, ...FOREVER }) : c.notFound();
  });
  hono.get('/static/theme.css', (c) => {
    const { theme } = identity();
    return theme
      ? c.body(theme.css, 200, { 'content-type': 'text/css; charset=utf-8', ...FOREVER })
      : c.notFound();
  });

  hono.get('/manifest.webmanifest', (c) => {
    const { emblem, theme, name } = identity();
    const src = emblem ? `/static/emblem?v=${emblem.version}` : asset('icon.svg');
    const manifest = {
      name,
      short_name: name.slice(0, 12),
      lang: 'zh-CN',
      start_url: '/',
      display: 'standalone',
      icons: [{ src, sizes: 'any', type: emblem?.type ?? 'image/svg+xml' }],
      ...(theme ? { theme_color: theme.color } : {}),
    };
    return c.body(JSON.stringify(manifest), 200, { 'content-type': 'application/manifest+json' });
  });

  hono.get('/privacy', (c) => c.html(privacyPage(site.frame(c))));

  hono.post('/size', async (c) => {
    const { size, back } = await c.req.parseBody();
    c.header(
      'set-cookie',
      `size=${size === 'large' ? 'large' : 'normal'}; Max-Age=${YEAR_SECONDS}; Path=/; SameSite=Lax${secure}`,
    );
    return c.redirect(pathOf(back), 303);
  });
}

/** A page of ours; nothing else is gone to. */
const pathOf = (back: unknown): string =>
  typeof back === 'string' && /^\/(?![/\\])/u.test(back) ? encodeURI(decodeURI(back)) : '/';
