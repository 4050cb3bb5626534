import type { Selectable } from 'kysely';
import { ticketId } from '../../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Contact } from '../interface/chats.ts';
import type { Ticket, TicketRecords } from '../interface/tickets.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { statement } from '../statement.ts';
import { countUp } from './counters.ts';

/** T0042, t42, 42 → 42; null for anything else. */
export function numberOf(id: string): number | null {
  const digits = /^[Tt]?0*(?<number>[0-9]{1,9})$/u.exec(id.trim())?.groups?.number;
  return digits === undefined ? null : Number(digits);
}

const ofContact = statement((transaction, { channel, senderId }: Contact, { office }) =>
  transaction
    .selectFrom('ticket')
    .selectAll()
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId)
    .orderBy('number'),
);

export function ticketRecords(transaction: OpenTransaction, engine: Engine): TicketRecords {
  const { office } = engine;
  const withReplies = async (rows: Selectable<Tables['ticket']>[]): Promise<Ticket[]> => {
    if (rows.length === 0) return [];
    const replies = await transaction
      .selectFrom('ticketReply')
      .selectAll()
      .where('office', '=', office)
      .where(
        'ticket',
        'in',
        rows.map((row) => row.number),
      )
      .orderBy('position')
      .execute();
    return rows.map(({ number, closedAt: _closed, office: _office, ...ticket }) => ({
      ...ticket,
      isGroup: ticket.isGroup === 1,
      id: ticketId(number),
      replies: replies.filter((reply) => reply.ticket === number).map(({ text, at }) => ({ text, at })),
    }));
  };

  return {
    async open(ticket) {
      const number = await countUp(transaction, engine, 'ticket');
      await transaction
        .insertInto('ticket')
        .values({ ...ticket, office, isGroup: ticket.isGroup ? 1 : 0, number, state: 'open', closedAt: null })
        .execute();
      return ticketId(number);
    },

    async get(id) {
      const number = numberOf(id);
      if (number === null) return null;
      const rows = await transaction
        .selectFrom('ticket')
        .selectAll()
        .where('office', '=', office)
        .where('number', '=', number)
        .execute();
      return (await withReplies(rows))[0] ?? null;
    },

    async list({ state } = {}) {
      let query = transaction.selectFrom('ticket').selectAll().where('office', '=', office).orderBy('number');
      if (state) query = query.where('state', '=', state);
      return withReplies(await query.execute());
    },

    async of(contact) {
      const { rows } = await ofContact(transaction, engine, contact);
      return withReplies(rows);
    },

    async reply(id, text, at) {
      const number = numberOf(id) ?? -1;
      const { position } = await transaction
        .selectFrom('ticketReply')
        .select((e) => e.fn.countAll<number>().as('position'))
        .where('office', '=', office)
        .where('ticket', '=', number)
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto('ticketReply')
        .values({ office, ticket: number, position, text, at })
        .execute();
      await transaction
        .updateTable('ticket')
        .set({ state: 'answered' })
        .where('office', '=', office)
        .where('number', '=', number)
        .where('state', '=', 'open')
        .execute();
    },

    async close(id, at) {
      await transaction
        .updateTable('ticket')
        .set({ state: 'closed', closedAt: at })
        .where('office', '=', office)
        .where('number', '=', numberOf(id) ?? -1)
        .execute();
    },

    async add(id, text) {
      const number = numberOf(id) ?? -1;
      const row = await transaction
        .selectFrom('ticket')
        .select('question')
        .where('office', '=', office)
        .where('number', '=', number)
        .executeTakeFirst();
      if (row === undefined) return;
      await transaction
        .updateTable('ticket')
        .set({ question: `${row.question}；${text}` })
        .where('office', '=', office)
        .where('number', '=', number)
        .execute();
    },
  };
}
