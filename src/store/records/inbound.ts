import type { OpenTransaction } from '../schema.ts';
import type { InboundRecords } from '../store.ts';

export function inboundRecords(transaction: OpenTransaction): InboundRecords {
  return {
    async receive(message) {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('inbound')
        .values({ ...message, answeredAt: null })
        .onConflict((conflict) => conflict.columns(['channel', 'eventId']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows ? 'new' : 'duplicate';
    },

    unanswered: () =>
      transaction
        .selectFrom('inbound')
        .select(['channel', 'eventId', 'conversationId', 'senderId', 'body', 'receivedAt'])
        .where('answeredAt', 'is', null)
        .orderBy('receivedAt')
        .execute(),

    async beginAgain(channel, eventId) {
      const row = await transaction
        .updateTable('inbound')
        .set((e) => ({ tries: e('tries', '+', 1) }))
        .where('channel', '=', channel)
        .where('eventId', '=', eventId)
        .where('answeredAt', 'is', null)
        .returning('tries')
        .executeTakeFirst();
      return row?.tries ?? 0;
    },

    async markAnswered(channel, eventId, at) {
      await transaction
        .updateTable('inbound')
        .set({ answeredAt: at, body: '', senderId: '', conversationId: '' })
        .where('channel', '=', channel)
        .where('eventId', '=', eventId)
        .execute();
    },

    async prune(before) {
      const { numDeletedRows } = await transaction
        .deleteFrom('inbound')
        .where('answeredAt', 'is not', null)
        .where('receivedAt', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
