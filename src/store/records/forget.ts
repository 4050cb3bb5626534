/** 忘记我: nothing of a contact stays. What others said in the same group does. */
import { subjectOfChat, ticketId } from '../../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Contact } from '../interface/chats.ts';
import type { OpenTransaction } from '../schema.ts';

const OF_CONTACT = [
  'conversation',
  'profile',
  'statement',
  'subscription',
  'ticket',
  'quietHours',
  'shown',
  'note',
] as const;

export async function forgetContact(
  transaction: OpenTransaction,
  { office }: Engine,
  { channel, senderId }: Contact,
): Promise<void> {
  // Their private chats: whatever was to be said there was said to them.
  await transaction
    .deleteFrom('outbox')
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where((e) =>
      e.or([
        e('senderId', '=', senderId),
        e.and([
          e('isGroup', '=', 0),
          e(
            'conversationId',
            'in',
            e
              .selectFrom('conversation')
              .select('conversationId')
              .where('office', '=', office)
              .where('channel', '=', channel)
              .where('senderId', '=', senderId),
          ),
        ]),
      ]),
    )
    .execute();
  await forgetInPapers(transaction, office, { channel, senderId });
  // That something was asked stays as a number; what, and by whom, does not.
  await transaction
    .updateTable('exchange')
    .set({ text: '', reply: '', reason: null, senderId: '', conversationId: '' })
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId)
    .execute();
  // Reminders, deliveries and replies go with what they belong to.
  for (const table of OF_CONTACT) {
    await transaction
      .deleteFrom(table)
      .where('office', '=', office)
      .where('channel', '=', channel)
      .where('senderId', '=', senderId)
      .execute();
  }
}

/** What officers did stays in the audit; of whom, and what was said to them, does not. A talk taken over with them alone is handed back. */
async function forgetInPapers(
  transaction: OpenTransaction,
  office: string,
  { channel, senderId }: Contact,
): Promise<void> {
  // Not by the exchanges: those that are old have lost whose they were.
  const own = await transaction
    .selectFrom('conversation')
    .select('conversationId')
    .where('office', '=', office)
    .where('channel', '=', channel)
    .groupBy('conversationId')
    .having((e) => e.fn.min('senderId'), '=', senderId)
    .having((e) => e.fn.max('senderId'), '=', senderId)
    .execute();
  const chats = own.map(({ conversationId }) => conversationId);
  const tickets = await transaction
    .selectFrom('ticket')
    .select('number')
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId)
    .execute();
  const audited = (subjects: string[]) =>
    transaction
      .updateTable('audit')
      .set({ before: null, after: null, comment: null })
      .where('office', '=', office)
      .where('subject', 'in', subjects);
  if (chats.length > 0) {
    await transaction
      .deleteFrom('takeover')
      .where('office', '=', office)
      .where('channel', '=', channel)
      .where('conversationId', 'in', chats)
      .execute();
    await audited(chats.map((conversationId) => subjectOfChat({ channel, conversationId })))
      .set({ subject: channel })
      .execute();
  }
  if (tickets.length > 0) await audited(tickets.map(({ number }) => ticketId(number))).execute();
}
