/** What belongs to one visitor: everything said so far, and a result sheet to hand on. */
import type { Hono } from 'hono';
import { bestFirst, evaluateAll } from '../../../src/eligibility/index.ts';
import { isOfLaterYear } from '../../../src/policy/index.ts';
import { contactOfLink, newLink, profileOf } from '../../../src/service/index.ts';
import { profileLines } from '../../../src/words/index.ts';
import { sheetPath } from '../links.ts';
import { groupOf } from '../pages/check.ts';
import { historyPage } from '../pages/history.ts';
import { sheetGonePage, sheetPage } from '../pages/sheet.ts';
import type { Site } from '../site.ts';
import { visitorContact, visitorOf } from './chat.ts';

const LONGEST_SEARCH = 60;

export function ownRoutes(hono: Hono, site: Site): void {
  const { app, mailbox } = site;

  hono.get('/history', async (c) => {
    const { visitor, isNew } = visitorOf(c, site);
    const entries = isNew ? [] : await mailbox.after(visitor, 0);
    const query = (c.req.query('q') ?? '').trim().slice(0, LONGEST_SEARCH);
    c.header('cache-control', 'no-store');
    return c.html(historyPage(site.frame(c), entries, query));
  });

  hono.post('/sheet', async (c) => {
    const { visitor } = visitorOf(c, site);
    const contact = visitorContact(visitor);
    const key = await app.store.transaction((records) => newLink(records, contact, 'sheet', app.store.now()));
    return c.redirect(sheetPath(key), 303);
  });

  /** Whoever has the address sees the result, and nothing else of whose it is. */
  hono.get('/r/:key', async (c) => {
    const key = c.req.param('key');
    const contact = await app.store.transaction((records) =>
      contactOfLink(records, 'sheet', key, app.store.now()),
    );
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex, nofollow');
    c.header('referrer-policy', 'no-referrer');
    if (contact === null) return c.html(sheetGonePage(site.frame(c)), 404);
    const { knowledge } = app.mind;
    const today = site.today();
    const profile = await profileOf(app, contact);
    const results = bestFirst(evaluateAll(knowledge, profile, { today })).filter(
      ({ policy }) => !isOfLaterYear(policy, today),
    );
    const isOwn = site.visitors.read(c.req.header('cookie')) === contact.senderId;
    return c.html(
      sheetPage(site.frame(c), {
        facts: knowledge.facts,
        profile: profileLines(knowledge, profile),
        groups: Map.groupBy(results, groupOf),
        today,
        isOwn,
      }),
    );
  });
}
