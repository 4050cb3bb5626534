/** What closes when, as a page and as calendar feeds. */
import type { Context, Hono } from 'hono';
import { type Day, isDay } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import { type Closing, closesWhen, subjectOf } from '../../../src/policy/index.ts';
import {
  type Contact,
  calendarOf,
  contactOfLink,
  deadlineFeed,
  linkFor,
  newLink,
  type Occasion,
  ownData,
  profileOf,
  type Records,
} from '../../../src/service/index.ts';
import {
  DEADLINES,
  ownDataWords,
  reminderSubject,
  deadlineWords as words,
} from '../../../src/words/index.ts';
import { concerning } from '../concerns.ts';
import { feedPath, policyPath } from '../links.ts';
import { deadlinesPage } from '../pages/deadlines.ts';
import type { Site } from '../site.ts';
import { visitorContact } from './chat.ts';

export function deadlineRoutes(hono: Hono, site: Site): void {
  const { app, visitors, today } = site;
  /** By the settings alone: whoever asks can write any Host. */
  const linkTo = (about: string): string | null =>
    site.publicUrl ? `${site.publicUrl.replace(/\/$/u, '')}${policyPath(about)}` : null;

  hono.get('/deadlines', async (c) => {
    const visitor = visitors.read(c.req.header('cookie'));
    const contact = visitor === null ? null : visitorContact(visitor);
    const profile = contact === null ? {} : await profileOf(app, contact);
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
        ownFeed: contact === null ? null : await ownFeed(contact),
        mine: isKnown ? mine : null,
      }),
    );
  });

  /** Null where there is nothing to be reminded of. */
  async function ownFeed(contact: Contact): Promise<string | null> {
    if ((await subscriptionsOf(site, contact)).length === 0) return null;
    return feedPath(await inStore((records) => linkFor(records, contact, 'feed', app.store.now())));
  }

  const inStore = <T>(work: (records: Records) => Promise<T>): Promise<T> => app.store.transaction(work);

  /** Takes the old address back. */
  hono.post('/my/feed', async (c) => {
    const visitor = visitors.read(c.req.header('cookie'));
    if (visitor !== null)
      await inStore((records) => newLink(records, visitorContact(visitor), 'feed', app.store.now()));
    return c.redirect('/deadlines', 303);
  });

  /** 我的数据: whoever has the link may take the file, so it is good for a day only. */
  hono.get('/my/data/:key', async (c) => {
    const now = app.store.now();
    const data = await inStore(async (records) => {
      const contact = await contactOfLink(records, 'export', c.req.param('key'), now);
      return contact && ownData(records, contact, now);
    });
    if (data === null) return c.notFound();
    c.header('cache-control', 'private, no-store');
    c.header('content-disposition', `attachment; filename="${ownDataWords.fileName}"`);
    return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
    });
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
    return feed(c, await deadlineFeed(app.mind.knowledge, today(), site.publicUrl ?? null, subject));
  });

  /** One contact's own reminders; whoever has the link may read them, so nothing of the profile stands in it. */
  hono.get('/my/:file', async (c) => {
    const key = /^(?<key>[\w-]{32})\.ics$/u.exec(c.req.param('file'))?.groups?.key;
    const contact =
      key === undefined
        ? null
        : await inStore((records) => contactOfLink(records, 'feed', key, app.store.now()));
    if (contact === null) return c.notFound();
    const occasions = (await subscriptionsOf(site, contact)).map(
      ({ about, deadline, alarms, id }): Occasion => {
        const { name, source, deadlineKind } = reminderSubject(app.mind.knowledge, about);
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
