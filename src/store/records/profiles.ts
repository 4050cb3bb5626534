import type { Engine } from '../engine/engine.ts';
import type { OpenTransaction } from '../schema.ts';
import { statement } from '../statement.ts';
import type { Contact, ProfileRecords } from '../store.ts';

/** How the first, unnamed enterprise of a contact is written: a key column cannot be null. */
const UNNAMED = '';

type Saved = Contact & { enterprise: string; facts: string; at: number };

const currentOf = statement((transaction, contact: Contact) =>
  ofContact(transaction, contact).where('isCurrent', '=', 1),
);

const saveFacts = statement((transaction, saved: Saved) =>
  inserting(transaction, saved).onConflict((conflict) =>
    conflict
      .columns(['channel', 'senderId', 'enterprise'])
      .doUpdateSet({ facts: saved.facts, updatedAt: saved.at }),
  ),
);

const addIfNew = statement((transaction, saved: Saved) =>
  inserting(transaction, saved).onConflict((conflict) =>
    conflict.columns(['channel', 'senderId', 'enterprise']).doNothing(),
  ),
);

const makeCurrent = statement((transaction, one: Contact & { enterprise: string }) =>
  transaction
    .updateTable('profile')
    .set((e) => ({ isCurrent: e.case().when('enterprise', '=', one.enterprise).then(1).else(0).end() }))
    .where('channel', '=', one.channel)
    .where('senderId', '=', one.senderId),
);

export function profileRecords(transaction: OpenTransaction, engine: Engine): ProfileRecords {
  return {
    async current(contact) {
      const { rows } = await currentOf(transaction, engine, contact);
      return rows[0] ? { enterprise: rows[0].enterprise || null, facts: rows[0].facts } : null;
    },

    async save(contact, enterprise, facts, at) {
      const saved = { ...contact, enterprise: enterprise ?? UNNAMED, facts, at };
      await saveFacts(transaction, engine, saved);
      await makeCurrent(transaction, engine, saved);
    },

    async switchTo(contact, enterprise, at) {
      const saved = { ...contact, enterprise, facts: '{}', at };
      await addIfNew(transaction, engine, saved);
      await makeCurrent(transaction, engine, saved);
    },

    async list(contact) {
      const rows = await ofContact(transaction, contact).orderBy('updatedAt').execute();
      return rows.map((row) => ({ enterprise: row.enterprise || null, facts: row.facts }));
    },
  };
}

const ofContact = (transaction: OpenTransaction, contact: Contact) =>
  transaction
    .selectFrom('profile')
    .select(['enterprise', 'facts'])
    .where('channel', '=', contact.channel)
    .where('senderId', '=', contact.senderId);

const inserting = (transaction: OpenTransaction, { channel, senderId, enterprise, facts, at }: Saved) =>
  transaction
    .insertInto('profile')
    .values({ channel, senderId, enterprise, facts, isCurrent: 1, updatedAt: at });
