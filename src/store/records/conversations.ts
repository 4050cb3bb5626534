import type { Engine } from '../engine/engine.ts';
import type { ChatAddress, ConversationRecords } from '../interface/chats.ts';
import type { OpenTransaction } from '../schema.ts';
import { statement } from '../statement.ts';
import { ConflictError } from '../store.ts';

type Thread = ChatAddress & { senderId: string };
type Version = Thread & { state: string; lastInboundAt: number };

const threadOf = statement((transaction, { channel, conversationId, senderId }: Thread, engine) =>
  engine.lockingRows(
    transaction
      .selectFrom('conversation')
      .select(['state', 'version', 'lastInboundAt'])
      .where('office', '=', engine.office)
      .where('channel', '=', channel)
      .where('conversationId', '=', conversationId)
      .where('senderId', '=', senderId),
  ),
);

const insertThread = statement((transaction, first: Version, { office }) => {
  const { channel, conversationId, senderId, state, lastInboundAt } = first;
  return transaction
    .insertInto('conversation')
    .values({ office, channel, conversationId, senderId, state, version: 1, lastInboundAt })
    .onConflict((conflict) =>
      conflict.columns(['office', 'channel', 'conversationId', 'senderId']).doNothing(),
    );
});

const updateThread = statement((transaction, next: Version & { version: number }, { office }) => {
  const { channel, conversationId, senderId, state, lastInboundAt, version } = next;
  return transaction
    .updateTable('conversation')
    .set((e) => ({ state, version: e('version', '+', 1), lastInboundAt }))
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('conversationId', '=', conversationId)
    .where('senderId', '=', senderId)
    .where('version', '=', version);
});

export function conversationRecords(transaction: OpenTransaction, engine: Engine): ConversationRecords {
  return {
    async load(address, senderId) {
      const { rows } = await threadOf(transaction, engine, { ...address, senderId });
      return rows[0] ?? null;
    },

    async save(address, senderId, state, expectedVersion, lastInboundAt) {
      const next = { ...address, senderId, state, lastInboundAt };
      const { numAffectedRows } = await (expectedVersion === null
        ? insertThread(transaction, engine, next)
        : updateThread(transaction, engine, { ...next, version: expectedVersion }));
      if (!numAffectedRows)
        throw new ConflictError(
          `conversation ${address.channel}/${address.conversationId} is not at version ${expectedVersion}`,
        );
    },

    async lastInboundAt(address) {
      const row = await transaction
        .selectFrom('conversation')
        .select((e) => e.fn.max('lastInboundAt').as('at'))
        .where('office', '=', engine.office)
        .where('channel', '=', address.channel)
        .where('conversationId', '=', address.conversationId)
        .executeTakeFirst();
      return row?.at ?? null;
    },
  };
}
