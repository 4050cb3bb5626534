import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';
import { ConflictError, type ConversationRecords } from '../store.ts';

export function conversationRecords(transaction: OpenTransaction, engine: Engine): ConversationRecords {
  return {
    async load(address, senderId) {
      const query = transaction
        .selectFrom('conversation')
        .select(['state', 'version', 'lastInboundAt'])
        .where('channel', '=', address.channel)
        .where('conversationId', '=', address.conversationId)
        .where('senderId', '=', senderId);
      return (await engine.lockingRows(query).executeTakeFirst()) ?? null;
    },

    async save(address, senderId, state, expectedVersion, lastInboundAt) {
      const { channel, conversationId } = address;
      const changed =
        expectedVersion === null
          ? (
              await transaction
                .insertInto('conversation')
                .values({ channel, conversationId, senderId, state, version: 1, lastInboundAt })
                .onConflict((conflict) =>
                  conflict.columns(['channel', 'conversationId', 'senderId']).doNothing(),
                )
                .executeTakeFirst()
            ).numInsertedOrUpdatedRows
          : (
              await transaction
                .updateTable('conversation')
                .set({ state, version: expectedVersion + 1, lastInboundAt })
                .where('channel', '=', channel)
                .where('conversationId', '=', conversationId)
                .where('senderId', '=', senderId)
                .where('version', '=', expectedVersion)
                .executeTakeFirst()
            ).numUpdatedRows;
      if (!changed)
        throw new ConflictError(
          `conversation ${channel}/${conversationId} is not at version ${expectedVersion}`,
        );
    },

    async lastInboundAt(address) {
      const row = await transaction
        .selectFrom('conversation')
        .select((e) => e.fn.max('lastInboundAt').as('at'))
        .where('channel', '=', address.channel)
        .where('conversationId', '=', address.conversationId)
        .executeTakeFirst();
      return row?.at ?? null;
    },
  };
}
