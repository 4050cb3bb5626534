/** 忘记我: nothing of a contact stays. What others said in the same group does. */
import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';
import type { Contact } from '../store.ts';

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
