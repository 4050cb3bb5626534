/** Small things that are remembered by a key. */
import type { Selectable } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { Contact } from '../interface/chats.ts';
import type { Note, NoteRecords } from '../interface/notes.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import { statement } from '../statement.ts';

type Asked = Contact & { purpose: Note['purpose'] };

const ofContact = statement((transaction, { channel, senderId, purpose }: Asked, { office }) =>
  transaction
    .selectFrom('note')
    .selectAll()
    .where('office', '=', office)
    .where('channel', '=', channel)
    .where('senderId', '=', senderId)
    .where('purpose', '=', purpose)
    .orderBy('at'),
);

export function noteRecords(transaction: OpenTransaction, engine: Engine): NoteRecords {
  const { office } = engine;
  const deletion = () => transaction.deleteFrom('note').where('office', '=', office);

  return {
    async put(note) {
      await transaction
        .insertInto('note')
        .values({ office, ...note })
        .onConflict((conflict) => conflict.columns(['office', 'purpose', 'key']).doUpdateSet(note))
        .execute();
    },
    async get(purpose, key, now) {
      const row = await transaction
        .selectFrom('note')
        .selectAll()
        .where('office', '=', office)
        .where('purpose', '=', purpose)
        .where('key', '=', key)
        .executeTakeFirst();
      return row && isGood(row, now) ? toNote(row) : null;
    },
    async of({ channel, senderId }, purpose, now) {
      const { rows } = await ofContact(transaction, engine, { channel, senderId, purpose });
      return rows.filter((row) => isGood(row, now)).map(toNote);
    },
    async all(purpose, now) {
      const rows = await transaction
        .selectFrom('note')
        .selectAll()
        .where('office', '=', office)
        .where('purpose', '=', purpose)
        .orderBy('at')
        .execute();
      return rows.filter((row) => isGood(row, now)).map(toNote);
    },
    async drop({ channel, senderId }, purpose) {
      await deletion()
        .where('channel', '=', channel)
        .where('senderId', '=', senderId)
        .where('purpose', '=', purpose)
        .execute();
    },
    async prune(now) {
      const [{ numDeletedRows }] = (await deletion().where('expiresAt', '<=', now).execute()) as [
        { numDeletedRows: bigint },
      ];
      return Number(numDeletedRows);
    },
  };
}

const isGood = ({ expiresAt }: { expiresAt: number | null }, now: number): boolean =>
  expiresAt === null || now < expiresAt;

function toNote({ office: _office, ...note }: Selectable<Tables['note']>): Note {
  return note;
}
