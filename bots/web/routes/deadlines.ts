/** What closes when, as a page and as calendar feeds. */
import type { Context, Hono } from 'hono';
import { type Day, isDay } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import { type Closing, closesWhen, subjectOf } from '../../../src/policy/index.ts';
import {
  type Contact,
  calendarOf,
  deadlineFeed,
  type Occasion,
  profileOf,
} from '../../../src/service/index.ts';
import { DEADLINES, reminderSubject, deadlineWords as words } from '../../../src/words/index.ts';
import { concerning } from '../concerns.ts';
import { policyPath } from '../links.ts';
import { deadlinesPage } from '../pages/deadlines.ts';
import type { Site } from '../site.ts';
import { visitorContact } from './chat.ts';

export function deadlineRoutes(hono: Hono, site: Site): void {
  const { app, visitors, today } = site;

  hono.get('/deadlines', async (c) => {
    const visitor = visitors.read(c.req.header('cookie'));
    const contact = visitor === null ? null : visitorContact(visitor);
    const hasOwn = contact !== null && (await subscriptionsOf(site, contact)).length > 0;
    const profile = contact === null ? {} : await profileOf(app.store, contact);
    const isKnown = Object.keys(profile).length > 0;
    const mine = isKnown && c.req.query('mine') === '1';
    c.header('cache-control', 'no-store');
    return c.html(
      deadlinesPage(site.frame(c), {
        closings: mine
          ? onlyOf(concerning(app.mind.knowledge, profile, today()))
          : closesWhen(app.mind.knowledge, today()),
        today: today(),
        month: monthIn(c.req.query('month')) ?? today(),
        ownFeed: hasOwn ? visitors.feedPath(contact) : null,
        mine: isKnown ? mine : null,
      }),
    );
  });

  function onlyOf(concerned: ReadonlySet<string>): Closing[] {
    return closesWhen(app.mind.knowledge, today())
      .filter(({ number }) => concerned.has(number))
      .map((one) => ({ ...one, deadlines: one.deadlines.filter(({ about }) => concerned.has(about)) }));
  }

  /** All of them, or those of one measure (with its document's) or document. */
  hono.get('/deadlines.ics', async (c) => {
    const wanted = c.req.query('about');
    const subject = wanted === undefined ? null : subjectOf(app.mind.knowledge, wanted);
    if (wanted !== undefined && subject === null) return c.notFound();
    return feed(c, await deadlineFeed(app.mind.knowledge, today(), site.origin(c.req.raw), subject));
  });

  /** One contact's own reminders; whoever has the link may read them, so nothing of the profile stands in it. */
  hono.get('/my/:file', async (c) => {
    const token = /^(?<token>[\w.-]{1,600})\.ics$/u.exec(c.req.param('file'))?.groups?.token;
    const contact = token === undefined ? null : visitors.readFeed(token);
    if (contact === null) return c.notFound();
    const origin = site.origin(c.req.raw);
    const occasions = (await subscriptionsOf(site, contact)).map(
      ({ about, deadline, alarms, id }): Occasion => {
        const { name, source, deadlineKind } = reminderSubject(app.mind.knowledge, about);
        return {
          key: `subscription ${id}`,
          day: deadline,
          summary: `${DEADLINES[deadlineKind]}：${name}`,
          description: `${DEADLINES[deadlineKind]}${formatFullDay(deadline)}。依据：${source}`,
          url: `${origin}${policyPath(about)}`,
          alarms,
        };
      },
    );
    c.header('cache-control', 'private, no-cache');
    return feed(c, await calendarOf(words.ownFeed, occasions, today()));
  });
}

/** '2022-07' → its first day. */
const monthIn = (text: string | undefined): Day | null => (isDay(`${text ?? ''}-01`) ? `${text}-01` : null);

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
