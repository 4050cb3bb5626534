/** The chat: the page, messages in, and the stream of what is shown. */

import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { type InboundMessage, tellChoice } from '../../../src/contract/index.ts';
import { formatFullDay } from '../../../src/figures/index.ts';
import { type Contact, linkFor, profileOf, type ReminderRow } from '../../../src/service/index.ts';
import { formatValue, reminderSubject, webWords as words } from '../../../src/words/index.ts';
import { readAnswers, sayAnswers } from '../answers.ts';
import { feedPath } from '../links.ts';
import { CHANNEL, type Entry } from '../mailbox.ts';
import { type Aside, asideHtml } from '../pages/aside.ts';
import { chatPage } from '../pages/chat.ts';
import { messageHtml } from '../pages/message.ts';
import type { Site } from '../site.ts';
import { todayOf } from '../today.ts';
import { usesOf } from '../uses.ts';

/** Without scripts the page waits for the answer before it is shown again. */
const ANSWER_WAIT_MS = 5_000;
/** A page that found no place for a stream asks so often. */
const POLL_MS = 5_000;
const ENTRIES_SHOWN = 60;
const LONGEST_DRAFT = 200;

/** What is sent by a tap: the words, and the id where they need not be read. */
interface Choice {
  id: string | null;
  text: string;
}

/** [id, words] of a pressed option. */
const choiceSchema = z
  .string()
  .max(2_000)
  .transform((pressed, context): Choice => {
    try {
      const [id, text] = z
        .tuple([z.string().min(1).max(400), z.string().min(1).max(200)])
        .parse(JSON.parse(pressed));
      return { id, text };
    } catch {
      context.addIssue({ code: 'custom', message: 'not a choice' });
      return z.NEVER;
    }
  });

const saidSchema = z.object({
  event: z.string().regex(/^[\w-]{8,64}$/u),
  text: z.string().max(60_000).default(''),
  choice: choiceSchema.optional(),
  /** A question offered to start with. */
  quick: z.string().max(200).optional(),
  /** Begins a new conversation. */
  fresh: z.literal('1').optional(),
});

export const visitorContact = (visitor: string): Contact => ({ channel: CHANNEL, senderId: visitor });

/** The visitor of the request; the cookie comes with the response, so that it lasts as long as somebody comes back. */
export function visitorOf(c: Context, { visitors }: Site): { visitor: string; isNew: boolean } {
  const known = visitors.read(c.req.header('cookie'));
  const visitor = known ?? visitors.create();
  c.header('set-cookie', visitors.cookie(visitor));
  return { visitor, isNew: known === null };
}

export function chatRoutes(hono: Hono, site: Site): void {
  const { app, mailbox, streams } = site;

  hono.get('/', async (c) => {
    const { visitor, isNew } = visitorOf(c, site);
    if (!isNew) await mailbox.showDue(visitor);
    const entries = isNew ? [] : ofThisConversation(await mailbox.after(visitor, 0)).slice(-ENTRIES_SHOWN);
    const aside = await asideOf(site, visitor);
    c.header('cache-control', 'no-store');
    const { knowledge } = app.mind;
    const today = todayOf(knowledge, site.today());
    const draft = (c.req.query('ask') ?? '').slice(0, LONGEST_DRAFT);
    return c.html(chatPage(site.frame(c), { knowledge, entries, aside, today, event: eventKey(), draft }));
  });

  hono.post('/say', async (c) => {
    const receive = site.receive();
    if (!receive) return c.text(words.unavailable, 503);
    const { visitor } = visitorOf(c, site);
    const scripted = c.req.header('accept')?.includes('application/json') ?? false;
    const form = await c.req.parseBody();
    const said = saidSchema.safeParse(form);
    const { quick, event = '' } = said.data ?? {};
    const fresh = said.data?.fresh !== undefined;
    const choice = said.data?.choice ?? choiceOfAnswers(form);
    const text = (choice?.text ?? quick ?? said.data?.text ?? '').trim();
    if (!said.success || text === '') return scripted ? c.json({ taken: false }, 400) : c.redirect('/', 303);
    const eventId = `${visitor}:${event}`;
    const message: InboundMessage = {
      channel: CHANNEL,
      conversationId: visitor,
      senderId: visitor,
      isGroup: false,
      addressedToBot: true,
      text,
      ...(choice?.id ? { choice: choice.id } : {}),
      eventId,
      receivedAt: app.clock.now(),
    };
    // What is refused is not kept: it would be shown for nothing, and there is no end of it.
    const taken = await receive(message, (records, kept) =>
      mailbox.said(records, visitor, { event: eventId, text: kept.text, fresh }),
    );
    streams.wake(visitor);
    if (scripted) return c.json({ taken: taken !== 'refused', event: eventKey() }, 202);
    if (taken === 'stored') await site.answered(eventId, ANSWER_WAIT_MS);
    return c.redirect('/#latest', 303);
  });

  /** A form of answers: what was read in it is a tap, what was not is said as it was written. */
  function choiceOfAnswers(form: Record<string, unknown>): Choice | null {
    const { knowledge } = app.mind;
    const answers = readAnswers(form, knowledge, site.today());
    const text = sayAnswers(answers, knowledge);
    if (text === '') return null;
    return { id: Object.keys(answers.unread).length > 0 ? null : tellChoice(answers.facts), text };
  }

  hono.get('/events', async (c) => {
    const visitor = site.visitors.read(c.req.header('cookie'));
    if (visitor === null) return c.body(null, 204);
    const from = Number(c.req.header('last-event-id') ?? c.req.query('after') ?? 0);
    if (!Number.isSafeInteger(from) || from < 0) return c.text('', 400);
    await mailbox.showDue(visitor);
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = Promise.withResolvers<void>();
      stream.onAbort(() => ended.resolve());
      const show = async (entries: Entry[]): Promise<void> => {
        for (const entry of entries) {
          if (entry.forgotten || entry.fresh) await stream.writeSSE({ event: 'forgotten', data: '' });
          const data = String(await messageHtml(entry, app.mind.knowledge));
          await stream.writeSSE({ event: entry.by, id: String(entry.sequence), data });
        }
        if (entries.some(({ by }) => by !== 'visitor'))
          await stream.writeSSE({
            event: 'aside',
            data: String(await asideHtml(await asideOf(site, visitor))),
          });
      };
      const close = streams.open({ visitor, address: site.addressOf(c) }, from, {
        show,
        async beat() {
          await stream.write(': \n\n');
        },
        end: () => ended.resolve(),
      });
      // No place is free: what is new is shown now, and the browser asks again by itself.
      if (close === null) {
        await stream.write(`retry: ${POLL_MS}\n\n`);
        await show(await mailbox.after(visitor, from));
        return;
      }
      await stream.write('retry: 2000\n\n');
      await ended.promise;
      close();
    });
  });
}

/** From the last new beginning on. */
const ofThisConversation = (entries: Entry[]): Entry[] =>
  entries.slice(
    Math.max(
      0,
      entries.findLastIndex(({ fresh }) => fresh),
    ),
  );

const eventKey = (): string => randomBytes(12).toString('base64url');

/** What is kept of a visitor, as it stands beside the chat. */
export async function asideOf({ app }: Site, visitor: string): Promise<Aside> {
  const contact = visitorContact(visitor);
  const { knowledge } = app.mind;
  const { enterprise, reminders, feed } = await app.store.transaction(async (records) => {
    const ahead = (await records.reminders.reminders(contact)).filter(isAhead);
    return {
      enterprise: (await records.profiles.current(contact))?.enterprise ?? null,
      reminders: ahead,
      feed: ahead.length > 0 ? await linkFor(records, contact, 'feed', app.store.now()) : null,
    };
  });
  const profile = await profileOf(app, contact);
  const uses = usesOf(knowledge);
  return {
    enterprise,
    facts: [...knowledge.facts].flatMap(([name, fact]) => {
      const value = profile[name];
      if (value === undefined) return [];
      return [{ name, fact, value: formatValue(fact, value), usedBy: uses.get(name) ?? 0 }];
    }),
    reminders: oneOfEach(reminders).map((row) => ({
      about: row.about,
      name: reminderSubject(knowledge, row.about).name,
      when: words.until(formatFullDay(row.deadline)),
      paused: row.status === 'paused',
    })),
    feedPath: feed === null ? null : feedPath(feed),
    event: eventKey(),
  };
}

const AHEAD = new Set<ReminderRow['status']>(['due', 'claimed', 'waiting', 'paused']);
const isAhead = ({ status }: ReminderRow): boolean => AHEAD.has(status);

const oneOfEach = (rows: ReminderRow[]): ReminderRow[] => [
  ...new Map(rows.map((row) => [row.about, row])).values(),
];
