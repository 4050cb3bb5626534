/** What officers do about tickets, and the lists that they keep. */
import type { Engine } from '../engine/engine.ts';
import type { DeskRecords } from '../interface/tickets.ts';
import type { OpenTransaction } from '../schema.ts';
import { numberOf } from './tickets.ts';

const NO_WORK = { assignee: null, acceptedAt: null, closedAt: null, visitedAt: null, satisfied: null };

export function deskRecords(transaction: OpenTransaction, { office }: Engine): DeskRecords {
  return {
    async work(id) {
      const row = await transaction
        .selectFrom('ticketWork')
        .select(['assignee', 'acceptedAt', 'closedAt', 'visitedAt', 'satisfied'])
        .where('office', '=', office)
        .where('ticket', '=', numberOf(id) ?? -1)
        .executeTakeFirst();
      return row ? { ...row, satisfied: row.satisfied === null ? null : row.satisfied === 1 } : NO_WORK;
    },
    async setWork(id, { satisfied, ...work }) {
      const values = { ...work, satisfied: satisfied === null ? null : satisfied ? 1 : 0 };
      await transaction
        .insertInto('ticketWork')
        .values({ ...values, office, ticket: numberOf(id) ?? -1 })
        .onConflict((conflict) => conflict.columns(['office', 'ticket']).doUpdateSet(values))
        .execute();
    },
    notes: (id) =>
      transaction
        .selectFrom('ticketNote')
        .select(['by', 'text', 'at'])
        .where('office', '=', office)
        .where('ticket', '=', numberOf(id) ?? -1)
        .orderBy('position')
        .execute(),
    async addNote(id, note) {
      const ticket = numberOf(id) ?? -1;
      const { position } = await transaction
        .selectFrom('ticketNote')
        .select((e) => e.fn.countAll<number>().as('position'))
        .where('office', '=', office)
        .where('ticket', '=', ticket)
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto('ticketNote')
        .values({ ...note, office, ticket, position })
        .execute();
    },
    async reopen(id) {
      await transaction
        .updateTable('ticket')
        .set({ state: 'open', closedAt: null })
        .where('office', '=', office)
        .where('number', '=', numberOf(id) ?? -1)
        .execute();
    },
    async listed(kind) {
      const rows = await transaction
        .selectFrom('listed')
        .select(['id', 'data'])
        .where('office', '=', office)
        .where('kind', '=', kind)
        .orderBy('id')
        .execute();
      return rows.map(({ id, data }) => ({ id, ...(JSON.parse(data) as Record<string, string>) }));
    },
    async list(kind, id, data) {
      const row = { data: JSON.stringify(data) };
      await transaction
        .insertInto('listed')
        .values({ ...row, office, kind, id })
        .onConflict((conflict) => conflict.columns(['office', 'kind', 'id']).doUpdateSet(row))
        .execute();
    },
    async unlist(kind, id) {
      await transaction
        .deleteFrom('listed')
        .where('office', '=', office)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute();
    },
  };
}
