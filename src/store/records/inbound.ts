import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';
import { statement } from '../statement.ts';
import type { InboundRecords, StoredInbound } from '../store.ts';

const insertMessage = statement((transaction, message: StoredInbound) => {
  const { channel, eventId, conversationId, senderId, body, receivedAt } = message;
  return transaction
    .insertInto('inbound')
    .values({ channel, eventId, conversationId, senderId, body, receivedAt, answeredAt: null })
    .onConflict((conflict) => conflict.columns(['channel', 'eventId']).doNothing());
});

const answerMessage = statement(
  (transaction, { channel, eventId, at }: { channel: string; eventId: string; at: number }) =>
    transaction
      .updateTable('inbound')
      .set({ answeredAt: at, body: '', senderId: '', conversationId: '' })
      .where('channel', '=', channel)
      .where('eventId', '=', eventId),
);

export function inboundRecords(transaction: OpenTransaction, engine: Engine): InboundRecords {
  return {
    async receive(message) {
      const { numAffectedRows } = await insertMessage(transaction, engine, message);
      return numAffectedRows ? 'new' : 'duplicate';
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
      await answerMessage(transaction, engine, { channel, eventId, at });
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
