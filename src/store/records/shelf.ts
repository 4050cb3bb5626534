/** Documents as revisions: what came by console or API. The files of a revision that was in force are never changed. */
import type { Selectable } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { Revision, RevisionState, ShelfRecords } from '../interface/shelf.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { countUp, lastNumber } from './counters.ts';

/** What is not answered from any more stays so. */
const NEXT: Record<RevisionState, readonly RevisionState[]> = {
  draft: ['in-review', 'in-force', 'withdrawn'],
  'in-review': ['draft', 'in-force', 'withdrawn'],
  'in-force': ['replaced', 'withdrawn'],
  replaced: [],
  withdrawn: [],
};

/** What a document that is or was in force says; of a draft nobody is told anything. */
const ENDED: readonly RevisionState[] = ['replaced', 'withdrawn'];
const ANSWERING: readonly RevisionState[] = ['in-force', ...ENDED];

const HEAD_COLUMNS = [
  'document',
  'number',
  'state',
  'originalName',
  'address',
  'createdAt',
  'createdBy',
] as const;
const COLUMNS = [...HEAD_COLUMNS, 'files'] as const;
/** As JSON writes a name among the files; within a text its quotes would be escaped. */
const HAS_APPROVAL = '%"approval.yaml":%';

export function shelfRecords(transaction: OpenTransaction, engine: Engine): ShelfRecords {
  const { office } = engine;

  const one = (document: string, number: number) =>
    transaction
      .selectFrom('revision')
      .select(COLUMNS)
      .where('office', '=', office)
      .where('document', '=', document)
      .where('number', '=', number)
      .executeTakeFirst();

  async function step(
    document: string,
    number: number,
    state: RevisionState,
    by: string,
    at: number,
    note: string | null,
  ) {
    const { position } = await transaction
      .selectFrom('revisionStep')
      .select((e) => e.fn.countAll<number>().as('position'))
      .where('office', '=', office)
      .where('document', '=', document)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('revisionStep')
      .values({ office, document, number, position, state, by, at, note })
      .execute();
    if (ANSWERING.includes(state)) await countUp(transaction, engine, 'shelf');
  }

  return {
    version: () => lastNumber(transaction, engine, 'shelf'),

    async answering() {
      const rows = await transaction
        .selectFrom('revision')
        .select(COLUMNS)
        .where('office', '=', office)
        .where('state', 'in', ANSWERING)
        .orderBy('document')
        .orderBy('number')
        .execute();
      // Of a document that is in force again, what was replaced before is history.
      // A draft that was thrown away was never signed, and says nothing of what answers.
      const ever = rows
        .map(toRevision)
        .filter(({ state, files }) => state !== 'withdrawn' || files['approval.yaml'] !== undefined);
      const newest = new Map(ever.map((revision) => [revision.document, revision]));
      const inForce = ever.filter(({ state }) => state === 'in-force');
      for (const revision of inForce) newest.set(revision.document, revision);
      return [...newest.values()];
    },

    async list() {
      const rows = await transaction
        .selectFrom('revision')
        .select(COLUMNS)
        .where('office', '=', office)
        .orderBy('document')
        .orderBy('number')
        .execute();
      return rows.map(toRevision);
    },

    async heads() {
      const rows = await transaction
        .selectFrom('revision')
        .select(HEAD_COLUMNS)
        .select(({ case: when, and, eb }) =>
          when()
            .when('state', '=', 'in-force')
            .then(1)
            .when(and([eb('state', 'in', ENDED), eb('files', 'like', HAS_APPROVAL)]))
            .then(1)
            .else(0)
            .end()
            .as('isSigned'),
        )
        .where('office', '=', office)
        .orderBy('document')
        .orderBy('number')
        .execute();
      return rows.map((row) => ({ ...row, isSigned: row.isSigned === 1 }));
    },

    async get(document, number) {
      const row = await one(document, number);
      return row ? toRevision(row) : null;
    },

    async originalNames() {
      const rows = await transaction
        .selectFrom('revision')
        .select(['document', 'originalName'])
        .where('office', '=', office)
        .where('state', '=', 'in-force')
        .where('originalName', 'is not', null)
        .execute();
      return new Map(rows.map(({ document, originalName }) => [document, originalName ?? '']));
    },

    async original(document, number) {
      const row = await transaction
        .selectFrom('revision')
        .select(['file', 'originalName'])
        .where('office', '=', office)
        .where('document', '=', document)
        .where('number', '=', number)
        .executeTakeFirst();
      return row?.file && row.originalName ? { name: row.originalName, file: row.file } : null;
    },

    async add({ document, files, original, address, by, at }) {
      const { last } = await transaction
        .selectFrom('revision')
        .select((e) => e.fn.max('number').as('last'))
        .where('office', '=', office)
        .where('document', '=', document)
        .executeTakeFirstOrThrow();
      const number = (last ?? 0) + 1;
      await transaction
        .insertInto('revision')
        .values({
          office,
          document,
          number,
          state: 'draft',
          files: JSON.stringify(files),
          file: original?.file ?? null,
          originalName: original?.name ?? null,
          address: address ?? null,
          createdAt: at,
          createdBy: by,
        })
        .execute();
      await step(document, number, 'draft', by, at, null);
      return number;
    },

    async edit(document, number, files, { by, at }) {
      const { numUpdatedRows } = await transaction
        .updateTable('revision')
        .set({ files: JSON.stringify(files) })
        .where('office', '=', office)
        .where('document', '=', document)
        .where('number', '=', number)
        .where('state', 'in', ['draft', 'in-review'])
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await step(document, number, 'draft', by, at, null);
      await transaction
        .updateTable('revision')
        .set({ state: 'draft' })
        .where('office', '=', office)
        .where('document', '=', document)
        .where('number', '=', number)
        .execute();
      return true;
    },

    async move(document, number, state, { by, at, note = null, files }) {
      const row = await one(document, number);
      if (!row || !NEXT[row.state].includes(state)) return false;
      if (state === 'in-force') {
        const before = await transaction
          .updateTable('revision')
          .set({ state: 'replaced' })
          .where('office', '=', office)
          .where('document', '=', document)
          .where('state', '=', 'in-force')
          .returning('number')
          .execute();
        for (const old of before)
          await step(document, old.number, 'replaced', by, at, `${document} 第${number}版`);
      }
      await transaction
        .updateTable('revision')
        .set({ state, ...(files && { files: JSON.stringify(files) }) })
        .where('office', '=', office)
        .where('document', '=', document)
        .where('number', '=', number)
        .execute();
      await step(document, number, state, by, at, note);
      return true;
    },

    async take({ original, steps, files, ...revision }) {
      await transaction
        .insertInto('revision')
        .values({
          ...revision,
          office,
          files: JSON.stringify(files),
          file: original?.file ?? null,
          originalName: original?.name ?? null,
        })
        .execute();
      const { document, number } = revision;
      const rows = steps.map((one, position) => ({ office, document, number, position, ...one }));
      if (rows.length > 0) await transaction.insertInto('revisionStep').values(rows).execute();
      await countUp(transaction, engine, 'shelf');
    },

    history: (document) =>
      transaction
        .selectFrom('revisionStep')
        .select(['number', 'state', 'by', 'at', 'note'])
        .where('office', '=', office)
        .where('document', '=', document)
        .orderBy('number')
        .orderBy('position')
        .execute(),
  };
}

function toRevision(row: Pick<Selectable<Tables['revision']>, (typeof COLUMNS)[number]>): Revision {
  return { ...row, files: JSON.parse(row.files) as Record<string, string> };
}
