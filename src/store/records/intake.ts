/** Files that were brought in. They are named here until they are read; then the draft names them. */
import type { Engine } from '../engine/engine.ts';
import type { IntakeRecords } from '../interface/shelf.ts';
import type { OpenTransaction } from '../schema.ts';

const COLUMNS = ['id', 'name', 'state', 'reason', 'document', 'number', 'by', 'at'] as const;

export function intakeRecords(transaction: OpenTransaction, { office }: Engine): IntakeRecords {
  return {
    async add(file) {
      await transaction
        .insertInto('intake')
        .values({
          ...file,
          office,
          state: 'waiting',
          reason: null,
          document: null,
          number: null,
        })
        .execute();
    },
    async next() {
      const row = await transaction
        .selectFrom('intake')
        .select(['id', 'name', 'file', 'by'])
        .where('office', '=', office)
        .where('state', '=', 'waiting')
        .orderBy('at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row ?? null;
    },
    async finish(id, end) {
      const { numUpdatedRows } = await transaction
        .updateTable('intake')
        .set({ reason: null, document: null, number: null, ...end, file: null })
        .where('office', '=', office)
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async waits(id) {
      const row = await transaction
        .selectFrom('intake')
        .select('state')
        .where('office', '=', office)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.state === 'waiting';
    },
    list: (limit) =>
      transaction
        .selectFrom('intake')
        .select(COLUMNS)
        .where('office', '=', office)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    async dismiss(id) {
      await transaction
        .deleteFrom('intake')
        .where('office', '=', office)
        .where('id', '=', id)
        .where('state', '!=', 'waiting')
        .execute();
    },
  };
}
