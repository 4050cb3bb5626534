/** What closes when, as a page and as calendar feeds. */
import type { Context, Hono } from 'hono';
import { formatFullDay } from '../../../src/figures/index.ts';
import { closesWhen } from '../../../src/policy/index.ts';
import { type Contact, calendarOf, deadlineFeed, type Occasion } from '../../../src/service/index.ts';
import { DEADLINES, reminderSubject } from '../../../src/words/index.ts';
import { policyPath } from '../links.ts';
import { deadlinesPage } from '../pages/deadlines.ts';
import type { Site } from '../site.ts';
import { visitorContact } from './chat.ts';

export function deadlineRoutes(hono: Hono, site: Site): void {
  const { app, visitors, today } = site;
  const { knowledge } = app.mind;
  /** By the settings alone: whoever asks can write any Host. */
  const linkTo = (about: string): string | null =>
    site.publicUrl ? `${site.publicUrl.replace(/\/$/u, '')}${policyPath(about)}` : null;

  hono.get('/deadlines', async (c) => {
    const visitor = visitors.read(c.req.header('cookie'));
    const contact = visitor === null ? null : visitorContact(visitor);
    const hasOwn = contact !== null && (await subscriptionsOf(site, contact)).length > 0;
    c.header('cache-control', 'no-store');
    return c.html(
      deadlinesPage(closesWhen(knowledge, today()), today(), {
        own: hasOwn ? visitors.feedPath(contact) : null,
      }),
    );
  });

  hono.get('/deadlines.ics', async (c) =>
    feed(c, await deadlineFeed(knowledge, today(), site.publicUrl ?? null)),
  );

  /** One contact's own reminders; whoever has the link may read them, so nothing of the profile stands in it. */
  hono.get('/my/:file', async (c) => {
    const token = /^(?<token>[\w.-]{1,600})\.ics$/u.exec(c.req.param('file'))?.groups?.token;
    const contact = token === undefined ? null : visitors.readFeed(token);
    if (contact === null) return c.notFound();
    const occasions = (await subscriptionsOf(site, contact)).map(
      ({ about, deadline, alarms, id }): Occasion => {
        const { name, source, deadlineKind } = reminderSubject(knowledge, about);
        return {
          key: `subscription ${id}`,
          day: deadline,
          summary: `${DEADLINES[deadlineKind]}：${name}`,
          description: `${DEADLINES[deadlineKind]}${formatFullDay(deadline)}。依据：${source}`,
          url: linkTo(about),
          alarms,
        };
      },
    );
    c.header('cache-control', 'private, no-cache');
    return feed(c, await calendarOf('惠企：我的提醒', occasions, today()));
  });
}

function feed(c: Context, text: string): Response {
  c.header('content-type', 'text/calendar; charset=utf-8');
  c.header('content-disposition', 'inline; filename="huiqi.ics"');
  return c.body(text);
}

/** What a contact is still to be reminded of, with the times planned. */
async function subscriptionsOf({ app }: Site, contact: Contact) {
  const [subscriptions, reminders] = await app.store.transaction(async (records) => [
    await records.reminders.subscriptions(contact),
    await records.reminders.reminders(contact),
  ]);
  return subscriptions
    .filter(({ state }) => state === 'active' || state === 'paused')
    .map(({ id, about, deadline, state }) => ({
      id,
      about,
      deadline,
      alarms: reminders
        .filter(
          ({ subscriptionId, status }) => subscriptionId === id && status === 'due' && state === 'active',
        )
        .map(({ dueAt }) => dueAt),
    }));
}
