/** 我的数据: all that is kept of one contact, in words that the contact reads. */
import { shanghaiTime } from '../contract/index.ts';
import type { Contact, Records } from '../store/index.ts';
import { sharingWords, ownDataWords as words } from '../words/index.ts';

/** One object for a file: headings and values in Chinese, times in Shanghai. */
export async function ownData(
  records: Records,
  contact: Contact,
  now: number,
): Promise<Record<string, unknown>> {
  const enterprises = await records.profiles.enterprises(contact);
  const subscriptions = await records.reminders.subscriptions(contact);
  const reminders = await records.reminders.reminders(contact);
  const tickets = await records.tickets.of(contact);
  const shown = await records.shown.after({ channel: contact.channel, conversationId: contact.senderId }, 0);
  const exchanges = await records.exchanges.of(contact);
  const consent = await records.notes.of(contact, 'consent', now);
  const sharing = await records.notes.of(contact, 'share', now);
  const quiet = await records.reminders.quietHours(contact);
  return {
    [words.madeAt]: time(now),
    [words.contact]: { [words.channel]: contact.channel, [words.number]: contact.senderId },
    [words.enterprises]: enterprises.map(({ enterprise, statements }) => ({
      [words.enterprise]: enterprise ?? words.unnamed,
      [words.told]: statements,
    })),
    [words.subscriptions]: subscriptions.map(({ about, deadline, state, createdAt }) => ({
      about,
      deadline,
      state,
      createdAt: time(createdAt),
    })),
    [words.reminders]: reminders.map(({ about, dueAt, status }) => ({ about, dueAt: time(dueAt), status })),
    [words.quietHours]: quiet,
    [words.tickets]: tickets.map(({ id, question, known, state, openedAt, replies }) => ({
      id,
      question,
      known,
      state,
      openedAt: time(openedAt),
      replies: replies.map(({ text, at }) => ({ text, at: time(at) })),
    })),
    [words.shown]: shown.map(({ body, at }) => ({ at: time(at), ...said(body) })),
    [words.exchanges]: exchanges.map(({ at, text, reply, feedback, reason }) => ({
      at: time(at),
      text,
      reply,
      feedback,
      reason,
    })),
    [sharingWords.own]: sharing.map(({ value, at }) => ({
      [sharingWords.since]: time(at),
      [sharingWords.isOwner]: (JSON.parse(value) as { isOwner: boolean }).isOwner,
    })),
    [words.consent]: consent.map(({ value, at }) => ({ version: value, at: time(at) })),
  };
}

const time = (at: number): string => shanghaiTime(at).replace('T', ' ');

/** What a channel kept of a message: its words, and who said them. */
function said(body: string): { by?: unknown; text?: unknown } {
  const { by, text } = JSON.parse(body) as { by?: unknown; text?: unknown };
  return { by, text };
}
