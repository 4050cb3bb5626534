/** 忘记我: nothing of a contact stays. What others said in the same group does. */
import type { OpenTransaction } from '../schema.ts';
import type { Contact } from '../store.ts';

export async function forgetContact(transaction: OpenTransaction, contact: Contact): Promise<void> {
  const ofContact = { channel: contact.channel, senderId: contact.senderId };
  // Their private chats: whatever was to be said there was said to them.
  await transaction
    .deleteFrom('outbox')
    .where('channel', '=', contact.channel)
    .where((e) =>
      e.or([
        e('senderId', '=', contact.senderId),
        e.and([
          e('isGroup', '=', 0),
          e(
            'conversationId',
            'in',
            e
              .selectFrom('conversation')
              .select('conversationId')
              .where('channel', '=', contact.channel)
              .where('senderId', '=', contact.senderId),
          ),
        ]),
      ]),
    )
    .execute();
  // Reminders, deliveries and replies go with what they belong to.
  for (const table of ['conversation', 'profile', 'subscription', 'ticket', 'quietHours', 'shown'] as const) {
    await transaction
      .deleteFrom(table)
      .where('channel', '=', ofContact.channel)
      .where('senderId', '=', ofContact.senderId)
      .execute();
  }
  // The key stays, so that the same event is not answered again; an unanswered one is still to be answered.
  await transaction
    .updateTable('inbound')
    .set({ body: '', senderId: '', conversationId: '' })
    .where('channel', '=', contact.channel)
    .where('senderId', '=', contact.senderId)
    .where('answeredAt', 'is not', null)
    .execute();
}
