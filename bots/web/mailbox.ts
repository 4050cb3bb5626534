/**
 * What a visitor has said and been shown. A web page keeps nothing of its own, so that the store does: whoever comes back, or
 * has a stream open, reads on from the last entry seen.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Card } from '../../src/contract/index.ts';
import { type App, type Records, type ReminderRow, showWaiting } from '../../src/service/index.ts';
import type { OutboundMessage } from '../channel.ts';
import { inBatches } from './batches.ts';

export const CHANNEL = 'web';

const bodySchema = z.object({
  by: z.enum(['visitor', 'bot', 'reminder']),
  text: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).default([]),
  /** Measure id or document number that the text is about. */
  about: z.string().nullable().default(null),
  /** Facts that the text asks for. */
  asks: z.array(z.string()).default([]),
  /** Kept as it was made here; null of what was shown before there were cards. */
  card: z
    .custom<Card>((value) => typeof value === 'object' && value !== null)
    .nullable()
    .default(null),
  /** By this the visitor says what they think of it. */
  exchange: z.string().nullable().default(null),
  /** Everything before it was forgotten. */
  forgotten: z.boolean().default(false),
  /** A new conversation begins with it: the chat shows nothing before it, the history does. */
  fresh: z.boolean().default(false),
});
type Body = z.input<typeof bodySchema>;

export interface Entry extends z.output<typeof bodySchema> {
  sequence: number;
  id: string;
  at: number;
}

export interface Said {
  event: string;
  text: string;
  fresh?: boolean;
}

export interface Mailbox {
  /** Kept with the message itself, in one transaction. Said with the same event twice is kept once. */
  said(records: Records, visitor: string, said: Said): Promise<void>;
  told(visitor: string, message: OutboundMessage): Promise<void>;
  after(visitor: string, sequence: number): Promise<Entry[]>;
  /** Reminders that are due are shown now, since the visitor is here to see them. True when there were any. */
  showDue(visitor: string): Promise<boolean>;
}

export function createMailbox({ store, clock, reminderText }: App): Mailbox {
  const together = inBatches(store);
  const add = (records: Records, visitor: string, id: string, body: Body) =>
    records.shown.add({
      id,
      channel: CHANNEL,
      conversationId: visitor,
      senderId: visitor,
      body: JSON.stringify(body),
      at: clock.now(),
    });

  return {
    said: (records, visitor, { event, text, fresh = false }) =>
      add(records, visitor, `said:${event}`, { by: 'visitor', text, fresh }),
    told: (visitor, { key = randomUUID(), text, choices, details }) =>
      together((records) =>
        add(records, visitor, `told:${key}`, {
          by: 'bot',
          text,
          choices,
          about: details?.about ?? null,
          asks: details?.asks ?? [],
          card: details?.card ?? null,
          exchange: details?.exchange ?? null,
          forgotten: details?.effects.some(({ kind }) => kind === 'forgotten') ?? false,
        }),
      ),
    async after(visitor, sequence) {
      const address = { channel: CHANNEL, conversationId: visitor };
      const rows = await together((records) => records.shown.after(address, sequence));
      return rows.flatMap(({ body, ...row }) => {
        const read = bodySchema.safeParse(parsed(body));
        return read.success ? [{ ...row, ...read.data }] : [];
      });
    },
    showDue: (visitor) =>
      store.transaction((records) => {
        const now = clock.now();
        const address = { channel: CHANNEL, conversationId: visitor };
        const show = (row: ReminderRow) =>
          add(records, visitor, `reminder:${row.id}:${row.attempts}`, {
            by: 'reminder',
            text: reminderText(row, now),
            about: row.about,
          });
        return showWaiting(records, address, show, now);
      }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
