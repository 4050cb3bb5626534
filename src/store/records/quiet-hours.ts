/** The hours in which a contact wants to hear nothing. */
import type { Engine } from '../engine/engine.ts';
import type { Contact } from '../interface/chats.ts';
import type { ReminderRecords } from '../interface/reminders.ts';
import type { OpenTransaction } from '../schema.ts';
import { statement } from '../statement.ts';

export type QuietRecords = Pick<ReminderRecords, 'quietHours' | 'setQuietHours'>;

const quietHoursOf = statement((transaction, { channel, senderId }: Contact, { office }) =>
  transaction
    .selectFrom('quietHours')
    .select(['from', 'to'])
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId),
);

export function quietRecords(transaction: OpenTransaction, engine: Engine): QuietRecords {
  const { office } = engine;
  return {
    async quietHours(contact) {
      const { rows } = await quietHoursOf(transaction, engine, contact);
      return rows[0] ?? null;
    },

    async setQuietHours(contact, quiet) {
      if (quiet === null) {
        await transaction
          .deleteFrom('quietHours')
          .where('office', '=', office)
          .where('channel', '=', contact.channel)
          .where('senderId', '=', contact.senderId)
          .execute();
        return;
      }
      await transaction
        .insertInto('quietHours')
        .values({ office, channel: contact.channel, senderId: contact.senderId, ...quiet })
        .onConflict((conflict) => conflict.columns(['office', 'channel', 'senderId']).doUpdateSet(quiet))
        .execute();
    },
  };
}
