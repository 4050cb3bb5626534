/** The route table → a Hono router: who is signed in, whether they may, whether the post is theirs; then the answer. */
import { type Context, Hono } from 'hono';
import { UserError } from '../src/contract/index.ts';
import { isOwnPost, may, type Session, sessionOf } from '../src/service/index.ts';
import type { Desk } from './desk.ts';
import { type Form, NO_FORM, readForm } from './form.ts';
import { securityHeaders, sessionCookie } from './guards.ts';
import { refusalPage } from './pages/refusal.ts';
import type { Route } from './route.ts';
import { officeWords as words } from './words/general.ts';

const BODY_BYTES = 64 * 1024;

export function mountRoutes(routes: readonly Route[], desk: Desk): Hono {
  const { store, settings } = desk;
  const secure = settings.PUBLIC_URL?.startsWith('https://') ?? false;
  const cookie = sessionCookie(secure);
  const hono = new Hono();
  hono.use('/office/*', securityHeaders(secure));
  hono.use('/office', securityHeaders(secure));

  async function answered(c: Context, route: Route): Promise<Response> {
    const token = cookie.tokenOf(c);
    const officer = token === null ? null : await sessionOf(store, token);
    if (route.needs !== 'anyone') {
      if (!officer) return signInFirst(c, route);
      if (route.needs !== 'officer' && !may(officer.role, route.needs))
        return refused(c, 403, words.notAllowed(officer.role), officer);
    }
    let form: Form = NO_FORM;
    if (route.method === 'post') {
      if (!isOwnPost(c.req.raw, settings.PUBLIC_URL)) return refused(c, 403, words.foreignPost, officer);
      const length = Number(c.req.header('content-length') ?? Number.NaN);
      if (!(length <= (route.bodyBytes ?? BODY_BYTES))) return refused(c, 413, words.tooLarge, officer);
      try {
        form = await readForm(c);
      } catch {
        return refused(c, 400, words.brokenForm, officer);
      }
      if (route.needs !== 'anyone' && form.text('token') !== officer!.formToken)
        return refused(c, 403, words.staleForm, officer, form);
    }
    try {
      const asked = {
        c,
        form,
        param: (name: string) => c.req.param(name) ?? '',
        query: (name: string) => (c.req.query(name) ?? '').trim(),
        officer: officer as Session,
      };
      return await route.answer(asked, desk);
    } catch (error) {
      if (error instanceof UserError) return refused(c, 422, error.message, officer, form);
      desk.onError(error, c.req.path);
      return refused(c, 500, words.failed, officer, form);
    }
  }

  function refused(
    c: Context,
    status: 400 | 403 | 404 | 413 | 422 | 500,
    sentence: string,
    officer: Session | null,
    form: Form = NO_FORM,
  ): Promise<Response> {
    return Promise.resolve(
      c.html(refusalPage({ officer, path: c.req.path }, sentence, form.entries()), status),
    );
  }

  for (const route of routes) hono.on(route.method, route.path, (c) => answered(c, route));
  const nowhere = async (c: Context) => {
    const token = cookie.tokenOf(c);
    return refused(c, 404, words.notFound, token === null ? null : await sessionOf(store, token));
  };
  hono.all('/office', nowhere);
  hono.all('/office/*', nowhere);
  return hono;
}

/** After signing in, the page that was asked for. */
function signInFirst(c: Context, { method }: Route): Response {
  if (method === 'post') return c.redirect('/office/sign-in?why=over', 303);
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/office/sign-in?to=${encodeURIComponent(pathname + search)}`, 303);
}
