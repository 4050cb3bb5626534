import type { Engine } from '../engine/engine.ts';
import type { ShownRecords } from '../interface/chats.ts';
import type { OpenTransaction } from '../schema.ts';

/** So many entries of a chat are kept. */
const KEPT = 200;

export function shownRecords(transaction: OpenTransaction, { office }: Engine): ShownRecords {
  return {
    async add(entry) {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('shown')
        .values({ ...entry, office })
        .onConflict((conflict) => conflict.columns(['office', 'id']).doNothing())
        .executeTakeFirst();
      if (!numInsertedOrUpdatedRows) return;
      const { channel, conversationId } = entry;
      await transaction
        .deleteFrom('shown')
        .where('office', '=', office)
        .where('channel', '=', channel)
        .where('conversationId', '=', conversationId)
        .where('sequence', '<=', (e) =>
          e
            .selectFrom('shown')
            .select('sequence')
            .where('office', '=', office)
            .where('channel', '=', channel)
            .where('conversationId', '=', conversationId)
            .orderBy('sequence', 'desc')
            .limit(1)
            .offset(KEPT),
        )
        .execute();
    },

    async after({ channel, conversationId }, sequence) {
      return transaction
        .selectFrom('shown')
        .select(['sequence', 'id', 'body', 'at'])
        .where('office', '=', office)
        .where('channel', '=', channel)
        .where('conversationId', '=', conversationId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .execute();
    },
  };
}
