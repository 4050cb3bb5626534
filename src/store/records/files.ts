/** Received files in parts, in base64. */
import type { Engine } from '../engine/engine.ts';
import type { FileRecords } from '../interface/files.ts';
import type { OpenTransaction } from '../schema.ts';

export function fileRecords(transaction: OpenTransaction, { office }: Engine): FileRecords {
  const partsOf = (file: string) =>
    transaction.selectFrom('filePart').where('office', '=', office).where('file', '=', file);
  return {
    async addPart({ bytes, ...part }) {
      const data = Buffer.from(bytes).toString('base64');
      await transaction
        .insertInto('filePart')
        .values({ ...part, office, data })
        .execute();
    },
    async part(file, position) {
      const row = await partsOf(file).select('data').where('position', '=', position).executeTakeFirst();
      return row ? Buffer.from(row.data, 'base64') : null;
    },
    async dropPart(file) {
      const last = await partsOf(file)
        .select('position')
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!last) return false;
      await transaction
        .deleteFrom('filePart')
        .where('office', '=', office)
        .where('file', '=', file)
        .where('position', '=', last.position)
        .execute();
      return true;
    },
    async unnamed(before) {
      const rows = await transaction
        .selectFrom('filePart')
        .select('file')
        .where('office', '=', office)
        .where('position', '=', 0)
        .where('at', '<', before)
        .where('file', 'not in', (e) =>
          e
            .selectFrom('intake')
            .select('file')
            .$narrowType<{ file: string }>()
            .where('office', '=', office)
            .where('file', 'is not', null)
            .unionAll(
              e
                .selectFrom('revision')
                .select('file')
                .$narrowType<{ file: string }>()
                .where('office', '=', office)
                .where('file', 'is not', null),
            ),
        )
        .execute();
      return rows.map(({ file }) => file);
    },
  };
}
