/** What is kept of the enterprise, put right by its owner: a value changed, a value deleted. */
import type { Hono } from 'hono';
import { tellProfile } from '../../../src/service/index.ts';
import { readAnswers } from '../answers.ts';
import type { Site } from '../site.ts';
import { visitorContact, visitorOf } from './chat.ts';

export function profileRoutes(hono: Hono, site: Site): void {
  const { app } = site;

  hono.post('/profile', async (c) => {
    const { visitor } = visitorOf(c, site);
    const form = await c.req.parseBody();
    const { knowledge } = app.mind;
    const removed = typeof form.remove === 'string' && knowledge.facts.has(form.remove) ? form.remove : null;
    const { facts } =
      removed === null ? readAnswers(form, knowledge, site.today()) : { facts: { [removed]: null } };
    if (Object.keys(facts).length > 0)
      await tellProfile(app, visitorContact(visitor), facts, app.clock.now());
    site.streams.wake(visitor);
    return c.redirect(backTo(c.req.header('referer')), 303);
  });
}

/** The page that the form stood on, where it is one of these. */
const backTo = (referer: string | undefined): string =>
  URL.parse(referer ?? '')?.pathname === '/check' ? '/check' : '/';
