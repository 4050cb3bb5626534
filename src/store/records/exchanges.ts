/** What was asked and answered; whose talk an officer has taken over. */
import type { Selectable } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { Exchange, ExchangeRecords } from '../interface/exchanges.ts';
import type { OpenTransaction, Tables } from '../schema.ts';

export function exchangeRecords(transaction: OpenTransaction, { office }: Engine): ExchangeRecords {
  const own = () => transaction.selectFrom('exchange').selectAll().where('office', '=', office);
  const changed = () => transaction.updateTable('exchange').where('office', '=', office);
  const takeovers = () => transaction.deleteFrom('takeover').where('office', '=', office);
  return {
    async add({ isGroup, ...exchange }) {
      await transaction
        .insertInto('exchange')
        .values({
          ...exchange,
          office,
          isGroup: isGroup ? 1 : 0,
          feedback: null,
          reason: null,
          handled: null,
          handledBy: null,
          handledAt: null,
        })
        .execute();
    },
    async get(id) {
      const row = await own().where('id', '=', id).executeTakeFirst();
      return row ? toExchange(row) : null;
    },
    async since(at, { limit = 10_000, onlyOpen = false } = {}) {
      let query = own().where('at', '>=', at);
      if (onlyOpen)
        query = query
          .where('handled', 'is', null)
          .where('text', '!=', '')
          .where((e) => e.or([e('outcome', 'in', ['refused', 'menu']), e('feedback', '=', 'bad')]));
      return (await query.orderBy('sequence', 'desc').limit(limit).execute()).map(toExchange);
    },
    async lastQuestions(limit) {
      const rows = await transaction
        .selectFrom('exchange')
        .select('text')
        .where('office', '=', office)
        .where('by', 'is', null)
        .where('text', '!=', '')
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ text }) => text);
    },
    async ofChat({ channel, conversationId }, limit) {
      const rows = await own()
        .where('channel', '=', channel)
        .where('conversationId', '=', conversationId)
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toExchange).reverse();
    },
    async of({ channel, senderId }) {
      const rows = await own()
        .where('channel', '=', channel)
        .where('senderId', '=', senderId)
        .orderBy('sequence')
        .execute();
      return rows.map(toExchange);
    },
    async judge(id, contact, { feedback, reason }) {
      const { numUpdatedRows } = await changed()
        .set({ feedback, reason })
        .where('id', '=', id)
        .where('channel', '=', contact.channel)
        .where('senderId', '=', contact.senderId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async handle(ids, { handled, by, at }) {
      await changed()
        .set({ handled, handledBy: by, handledAt: at })
        .where('id', 'in', [...ids])
        .where('handled', 'is', null)
        .execute();
    },
    async dropTexts(before) {
      const { numUpdatedRows } = await changed()
        .set({ text: '', reply: '', reason: null, senderId: '', conversationId: '' })
        .where('at', '<', before)
        // An officer's line has no text of a contact's, and is as much of the talk.
        .where((e) => e.or([e('text', '!=', ''), e('reply', '!=', '')]))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    async takeOver({ channel, conversationId }, by, at) {
      await transaction
        .insertInto('takeover')
        .values({ office, channel, conversationId, by, at })
        .onConflict((conflict) =>
          conflict.columns(['office', 'channel', 'conversationId']).doUpdateSet({ by, at }),
        )
        .execute();
    },
    async takenOver({ channel, conversationId }) {
      const row = await transaction
        .selectFrom('takeover')
        .select(['by', 'at'])
        .where('office', '=', office)
        .where('channel', '=', channel)
        .where('conversationId', '=', conversationId)
        .executeTakeFirst();
      return row ?? null;
    },
    takeovers: () =>
      transaction
        .selectFrom('takeover')
        .select(['channel', 'conversationId', 'by', 'at'])
        .where('office', '=', office)
        .orderBy('at')
        .execute(),
    async handBack({ channel, conversationId }) {
      await takeovers().where('channel', '=', channel).where('conversationId', '=', conversationId).execute();
    },
  };
}

const toExchange = ({ office: _, isGroup, ...row }: Selectable<Tables['exchange']>): Exchange => ({
  ...row,
  isGroup: isGroup === 1,
});
