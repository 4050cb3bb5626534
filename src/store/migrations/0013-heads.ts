/** What a list says of revisions, in an index of its own: their rows hold whole documents and the files they came from. */
import type { Migration } from './migration.ts';

export const heads: Migration = {
  version: 13,
  name: 'heads',
  async up({ schema }) {
    await schema
      .createIndex('revisionHead')
      .on('revision')
      .columns(['office', 'document', 'number', 'state', 'originalName', 'address', 'createdAt', 'createdBy'])
      .execute();
  },
};
