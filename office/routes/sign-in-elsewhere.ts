/** Signing in where the office already knows its people: there, and back. */
import type { Context } from 'hono';
import { z } from 'zod';
import { beginSignIn, endSignIn, isWay, waysIn } from '../../src/service/index.ts';
import type { Desk } from '../desk.ts';
import { journeyCookie, sessionCookie } from '../guards.ts';
import { ownPath } from '../own-path.ts';
import { signInPage } from '../pages/sign-in.ts';
import { type Asked, open, type Route } from '../route.ts';
import { officeWords, signInWords as words } from '../words/general.ts';

const travelling = z.object({
  way: z.string(),
  to: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

const isSecure = ({ settings }: Desk): boolean => settings.PUBLIC_URL?.startsWith('https://') ?? false;
const backTo = ({ settings }: Desk, way: string): string =>
  `${settings.PUBLIC_URL?.replace(/\/$/u, '') ?? ''}/office/sign-in/${way}/back`;

/** The way that the address names, if the settings open it. */
function wayOf({ param }: Asked, { settings }: Desk) {
  const way = param('way');
  return waysIn(settings).find((one) => isWay(way) && one.way === way) ?? null;
}

const refuse = (c: Context, desk: Desk, fault: string, status: 401 | 429) =>
  c.html(
    signInPage({
      path: '/office/sign-in',
      to: '/office',
      name: '',
      fault,
      notice: null,
      ways: waysIn(desk.settings),
    }),
    status,
  );

export const signInElsewhereRoutes: readonly Route[] = [
  open('get', '/office/sign-in/:way', async (asked, desk) => {
    const { c, query } = asked;
    const found = wayOf(asked, desk);
    if (!found) return refuse(c, desk, officeWords.notFound, 401);
    if (!desk.tries.pass(desk.addressOf(c), desk.store.now())) return refuse(c, desk, words.tooMany, 429);
    const { way, name } = found;
    try {
      const begun = await beginSignIn(desk.settings, way, backTo(desk, way));
      if (!begun) return refuse(c, desk, officeWords.notFound, 401);
      const kept = { way, to: ownPath(query('to')), ...begun.journey };
      c.header('set-cookie', journeyCookie(isSecure(desk)).set(JSON.stringify(kept)));
      return c.redirect(begun.address, 303);
    } catch (error) {
      desk.onError(error, c.req.path);
      return refuse(c, desk, words.elsewhereFailed(name), 401);
    }
  }),

  open('get', '/office/sign-in/:way/back', async (asked, desk) => {
    const { c } = asked;
    const found = wayOf(asked, desk);
    if (!found) return refuse(c, desk, officeWords.notFound, 401);
    if (!desk.tries.pass(desk.addressOf(c), desk.store.now())) return refuse(c, desk, words.tooMany, 429);
    const { way, name } = found;
    const journeys = journeyCookie(isSecure(desk));
    // Whatever comes of it, nobody comes back this way twice.
    c.header('set-cookie', journeys.clear());
    const journey = journeyIn(journeys.valueOf(c));
    if (journey?.way !== way) return refuse(c, desk, words.elsewhereFailed(name), 401);
    try {
      const returned = new URL(c.req.url).searchParams;
      const outcome = await endSignIn(desk.store, desk.settings, {
        way,
        back: backTo(desk, way),
        returned,
        journey,
      });
      if (outcome.kind === 'stranger') return refuse(c, desk, words.stranger(name, outcome.account), 401);
      const session = sessionCookie(isSecure(desk)).set(outcome.token);
      c.header('set-cookie', session, { append: true });
      return c.redirect(ownPath(journey.to), 303);
    } catch (error) {
      desk.onError(error, c.req.path);
      return refuse(c, desk, words.elsewhereFailed(name), 401);
    }
  }),
];

function journeyIn(kept: string | null) {
  try {
    return travelling.parse(JSON.parse(kept ?? 'null'));
  } catch {
    return null;
  }
}
