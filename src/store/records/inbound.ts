import { type SelectQueryBuilder, sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { InboundRecords, StoredInbound } from '../interface/chats.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { statement } from '../statement.ts';
import { answeredKey, answeredMessage, answeringOf } from './answered.ts';

/**
 * The clocks of two workers differ by more than two messages of a chat: what comes later stands behind what waits there already, whatever
 * its own worker's clock says.
 */
const afterThoseWaiting = (
  chat: Record<'office' | 'channel' | 'conversationId', string>,
  receivedAt: number,
) =>
  sql<number>`(
    select max("at") from (
      select cast(${receivedAt} as bigint) as "at"
      union all
      select "receivedAt" + 1 as "at" from "inbound"
      where "office" = ${chat.office} and "channel" = ${chat.channel}
        and "conversationId" = ${chat.conversationId} and "answeredAt" is null
    ) as "arrivals"
  )`;

const insertMessage = statement((transaction, message: StoredInbound & { answered: string }, { office }) => {
  const { channel, eventId, conversationId, senderId, body, receivedAt, answered } = message;
  const row = { office, channel, eventId, conversationId, senderId, body };
  const isNew = transaction
    .selectNoFrom([
      ...Object.entries(row).map(([name, value]) => sql<string>`cast(${value} as text)`.as(name)),
      afterThoseWaiting(row, receivedAt).as('receivedAt'),
    ])
    .where(({ not, exists, selectFrom }) =>
      not(exists(event(selectFrom('inbound') as never, office, channel, answered))),
    );
  return transaction
    .insertInto('inbound')
    .columns([...(Object.keys(row) as (keyof typeof row)[]), 'receivedAt'])
    .expression(isNew)
    .onConflict((conflict) => conflict.columns(['office', 'channel', 'eventId']).doNothing());
});

function event(
  query: SelectQueryBuilder<Tables, 'inbound', object>,
  office: string,
  channel: string,
  eventId: string,
) {
  return query
    .select('eventId')
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('eventId', '=', eventId);
}

const answerMessage = statement(answeredMessage);

export function inboundRecords(transaction: OpenTransaction, engine: Engine): InboundRecords {
  const { office } = engine;
  return {
    async receive(message) {
      const answered = answeredKey(message.eventId);
      const { numAffectedRows } = await insertMessage(transaction, engine, { ...message, answered });
      return numAffectedRows ? 'new' : 'duplicate';
    },

    unanswered: () =>
      transaction
        .selectFrom('inbound')
        .select(['channel', 'eventId', 'conversationId', 'senderId', 'body', 'receivedAt'])
        .where('office', '=', office)
        .where('answeredAt', 'is', null)
        .orderBy('receivedAt')
        .execute(),

    async beginAgain(channel, eventId) {
      const row = await transaction
        .updateTable('inbound')
        .set((e) => ({ tries: e('tries', '+', 1) }))
        .where('office', '=', office)
        .where('channel', '=', channel)
        .where('eventId', '=', eventId)
        .where('answeredAt', 'is', null)
        .returning('tries')
        .executeTakeFirst();
      return row?.tries ?? 0;
    },

    async markAnswered(channel, eventId, at) {
      await answerMessage(transaction, engine, answeringOf(channel, eventId, at));
    },

    async prune(before) {
      const { numDeletedRows } = await transaction
        .deleteFrom('inbound')
        .where('office', '=', office)
        .where('answeredAt', 'is not', null)
        .where('receivedAt', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
