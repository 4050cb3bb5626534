/** What officers added beside the documents: other ways of asking, answers of their own. */
import type { Engine } from '../engine/engine.ts';
import type { AdditionRecords } from '../interface/exchanges.ts';
import type { OpenTransaction } from '../schema.ts';
import { countUp } from './counters.ts';

export function additionRecords(transaction: OpenTransaction, engine: Engine): AdditionRecords {
  const { office } = engine;
  return {
    async add({ questions, ...addition }) {
      await transaction
        .insertInto('addition')
        .values({ ...addition, office, questions: JSON.stringify(questions), removedAt: null })
        .execute();
      await countUp(transaction, engine, 'shelf');
    },
    async list() {
      const rows = await transaction
        .selectFrom('addition')
        .select(['id', 'kind', 'questions', 'about', 'answer', 'by', 'at'])
        .where('office', '=', office)
        .where('removedAt', 'is', null)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(({ questions, ...row }) => ({ ...row, questions: JSON.parse(questions) as string[] }));
    },
    async remove(id, at) {
      const { numUpdatedRows } = await transaction
        .updateTable('addition')
        .set({ removedAt: at })
        .where('office', '=', office)
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      await countUp(transaction, engine, 'shelf');
      return numUpdatedRows > 0n;
    },
  };
}
