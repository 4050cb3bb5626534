/** Keys of programs that call; documents as they were last announced. */
import type { Engine } from '../engine/engine.ts';
import type { AnnouncedRecords, ApiKey, KeyRecords } from '../interface/machines.ts';
import type { OpenTransaction } from '../schema.ts';

const keyColumns = [
  'id',
  'name',
  'hash',
  'scopes',
  'perMinute',
  'expiresOn',
  'createdAt',
  'lastUsedAt',
  'revokedAt',
] as const;

export function keyRecords(transaction: OpenTransaction, { office }: Engine): KeyRecords {
  const own = () => transaction.selectFrom('apiKey').select(keyColumns).where('office', '=', office);
  return {
    async add(key) {
      await transaction
        .insertInto('apiKey')
        .values({ ...key, office, scopes: key.scopes.join(' '), lastUsedAt: null, revokedAt: null })
        .execute();
    },
    async get(id) {
      const row = await own().where('id', '=', id).executeTakeFirst();
      return row ? toKey(row) : null;
    },
    async list() {
      return (await own().orderBy('createdAt').orderBy('id').execute()).map(toKey);
    },
    async revoke(id, at) {
      const { numUpdatedRows } = await transaction
        .updateTable('apiKey')
        .set({ revokedAt: at })
        .where('office', '=', office)
        .where('id', '=', id)
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async used(id, at) {
      await transaction
        .updateTable('apiKey')
        .set({ lastUsedAt: at })
        .where('office', '=', office)
        .where('id', '=', id)
        .execute();
    },
  };
}

const toKey = ({ scopes, ...row }: Omit<ApiKey, 'scopes'> & { scopes: string }): ApiKey => ({
  ...row,
  scopes: scopes.split(' '),
});

export function announcedRecords(transaction: OpenTransaction, { office }: Engine): AnnouncedRecords {
  return {
    list: () =>
      transaction
        .selectFrom('announcedDocument')
        .select(['document', 'version', 'title'])
        .where('office', '=', office)
        .orderBy('document')
        .execute(),
    async set(documents) {
      await transaction.deleteFrom('announcedDocument').where('office', '=', office).execute();
      for (const document of documents)
        await transaction
          .insertInto('announcedDocument')
          .values({ ...document, office })
          .execute();
    },
  };
}
