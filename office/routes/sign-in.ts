/** Signing in and out, and the password behind a link that is good once. */
import { UserError } from '../../src/contract/index.ts';
import {
  holderOfLink,
  listOfficers,
  setPassword,
  signIn,
  signOut,
  signOutEverywhere,
  waysIn,
} from '../../src/service/index.ts';
import { accountWords } from '../../src/words/index.ts';
import type { Desk } from '../desk.ts';
import { sessionCookie } from '../guards.ts';
import { ownPath } from '../own-path.ts';
import { accountPage } from '../pages/officers.ts';
import { passwordPage, signInPage } from '../pages/sign-in.ts';
import { get, open, post, type Route } from '../route.ts';
import { signInWords as words } from '../words/general.ts';

const NOTICES: Readonly<Record<string, string>> = { set: words.done, out: words.signedOut };
const FAULTS: Readonly<Record<string, string>> = { over: words.over };

const cookieOf = ({ settings }: Desk) => sessionCookie(settings.PUBLIC_URL?.startsWith('https://') ?? false);

export const signInRoutes: readonly Route[] = [
  open('get', '/office/sign-in', async ({ c, query }, { store, settings }) => {
    const nobody = (await listOfficers(store)).length === 0;
    return c.html(
      signInPage({
        path: c.req.path,
        to: ownPath(query('to')),
        name: '',
        fault: nobody ? words.first : (FAULTS[query('why')] ?? null),
        notice: NOTICES[query('done')] ?? null,
        ways: waysIn(settings),
      }),
    );
  }),

  open('post', '/office/sign-in', async ({ c, form }, desk) => {
    const name = form.text('name');
    const to = ownPath(form.text('to'));
    const again = (fault: string, status: 401 | 429) =>
      c.html(
        signInPage({ path: c.req.path, to, name, fault, notice: null, ways: waysIn(desk.settings) }),
        status,
      );
    // Names that do not exist slow nobody down by themselves: each address has its measure.
    if (!desk.tries.pass(desk.addressOf(c), desk.store.now())) return again(words.tooMany, 429);
    const outcome = await signIn(desk.store, { name, password: form.texts('password')[0] ?? '' });
    if (outcome.kind === 'wrong') return again(words.wrong, 401);
    if (outcome.kind === 'wait') {
      c.header('retry-after', String(outcome.seconds));
      return again(words.wait(outcome.seconds), 429);
    }
    c.header('set-cookie', cookieOf(desk).set(outcome.token));
    return c.redirect(to, 303);
  }),

  open('get', '/office/link/:link', async ({ c, param }, { store }) => {
    const name = await holderOfLink(store, param('link'));
    if (name === null) throw new UserError(accountWords.linkGone);
    return c.html(passwordPage(c.req.path, name, null));
  }),

  open('post', '/office/link/:link', async ({ c, form, param }, { store }) => {
    const name = await holderOfLink(store, param('link'));
    if (name === null) throw new UserError(accountWords.linkGone);
    const [password = '', again = ''] = [form.texts('password')[0], form.texts('again')[0]];
    const fault =
      password === again
        ? await faultOf(() => setPassword(store, { token: param('link'), password }))
        : words.different;
    return fault === null
      ? c.redirect('/office/sign-in?done=set', 303)
      : c.html(passwordPage(c.req.path, name, fault), 422);
  }),

  get('/office/account', 'officer', ({ c, officer }) =>
    c.html(accountPage({ officer, path: c.req.path }, officer)),
  ),

  post('/office/sign-out', 'officer', async ({ c }, desk) => {
    const cookie = cookieOf(desk);
    await signOut(desk.store, cookie.tokenOf(c) ?? '');
    c.header('set-cookie', cookie.clear());
    return c.redirect('/office/sign-in?done=out', 303);
  }),

  post('/office/sign-out-everywhere', 'officer', async ({ c, officer }, desk) => {
    await signOutEverywhere(desk.store, officer.name);
    c.header('set-cookie', cookieOf(desk).clear());
    return c.redirect('/office/sign-in?done=out', 303);
  }),
];

async function faultOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
