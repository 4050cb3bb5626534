/** Received files in parts instead of in one piece: whoever writes or reads one of many megabytes lets others in between. */
import type { Kysely, Transaction } from 'kysely';
import type { Migration } from './migration.ts';

/** Characters of base64: 192 KB. Cut here, each part is base64 by itself. */
const PART = 262_144;

/** The tables as they are on the way from one format to the other. */
interface Before {
  intake: { office: string; id: string; bytes: string | null; file: string | null; at: number };
  revision: {
    office: string;
    document: string;
    number: number;
    original: string | null;
    file: string | null;
    createdAt: number;
  };
  filePart: { office: string; file: string; position: number; data: string; at: number };
}

export const fileParts: Migration = {
  version: 14,
  name: 'file-parts',
  async up(transaction) {
    const { schema } = transaction;
    await schema
      .createTable('filePart')
      .addColumn('office', 'text', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('filePartOfOffice', ['office', 'file', 'position'])
      .execute();
    for (const table of ['intake', 'revision'] as const)
      await schema.alterTable(table).addColumn('file', 'text').execute();
    const old = transaction as unknown as Transaction<Before>;
    await partsOfIntake(old);
    await partsOfRevisions(old);
    await schema.alterTable('intake').dropColumn('bytes').execute();
    await schema.alterTable('revision').dropColumn('original').execute();
  },
};

/** One file at a time: all of them together may be more than fits into memory. */
async function partsOfIntake(old: Kysely<Before>): Promise<void> {
  const waiting = await old
    .selectFrom('intake')
    .select(['office', 'id', 'at'])
    .where('bytes', 'is not', null)
    .execute();
  for (const { office, id, at } of waiting) {
    const here = old.selectFrom('intake').where('office', '=', office).where('id', '=', id);
    const { bytes } = await here.select('bytes').executeTakeFirstOrThrow();
    const file = `intake:${id}`;
    await addParts(old, { office, file, at }, bytes ?? '');
    await old.updateTable('intake').set({ file }).where('office', '=', office).where('id', '=', id).execute();
  }
}

async function partsOfRevisions(old: Kysely<Before>): Promise<void> {
  const kept = await old
    .selectFrom('revision')
    .select(['office', 'document', 'number', 'createdAt'])
    .where('original', 'is not', null)
    .execute();
  for (const { office, document, number, createdAt: at } of kept) {
    const { original } = await old
      .selectFrom('revision')
      .select('original')
      .where('office', '=', office)
      .where('document', '=', document)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const file = `revision:${document}:${number}`;
    await addParts(old, { office, file, at }, original ?? '');
    await old
      .updateTable('revision')
      .set({ file })
      .where('office', '=', office)
      .where('document', '=', document)
      .where('number', '=', number)
      .execute();
  }
}

async function addParts(
  old: Kysely<Before>,
  part: { office: string; file: string; at: number },
  base64: string,
): Promise<void> {
  for (let position = 0; position * PART < base64.length; position += 1) {
    const data = base64.slice(position * PART, (position + 1) * PART);
    await old
      .insertInto('filePart')
      .values({ ...part, position, data })
      .execute();
  }
}
