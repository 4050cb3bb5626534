import type { OpenTransaction } from '../schema.ts';
import type { Contact, ProfileRecords } from '../store.ts';

/** How the first, unnamed enterprise of a contact is written: a key column cannot be null. */
const UNNAMED = '';

export function profileRecords(transaction: OpenTransaction): ProfileRecords {
  const ofContact = (contact: Contact) =>
    transaction
      .selectFrom('profile')
      .select(['enterprise', 'facts'])
      .where('channel', '=', contact.channel)
      .where('senderId', '=', contact.senderId);

  const makeCurrent = (contact: Contact, enterprise: string) =>
    transaction
      .updateTable('profile')
      .set((e) => ({ isCurrent: e.case().when('enterprise', '=', enterprise).then(1).else(0).end() }))
      .where('channel', '=', contact.channel)
      .where('senderId', '=', contact.senderId)
      .execute();

  const inserting = (contact: Contact, enterprise: string, facts: string, at: number) =>
    transaction.insertInto('profile').values({
      channel: contact.channel,
      senderId: contact.senderId,
      enterprise,
      facts,
      isCurrent: 1,
      updatedAt: at,
    });

  return {
    async current(contact) {
      const row = await ofContact(contact).where('isCurrent', '=', 1).executeTakeFirst();
      return row ? { enterprise: row.enterprise || null, facts: row.facts } : null;
    },

    async save(contact, enterprise, facts, at) {
      await inserting(contact, enterprise ?? UNNAMED, facts, at)
        .onConflict((conflict) =>
          conflict.columns(['channel', 'senderId', 'enterprise']).doUpdateSet({ facts, updatedAt: at }),
        )
        .execute();
      await makeCurrent(contact, enterprise ?? UNNAMED);
    },

    async switchTo(contact, enterprise, at) {
      await inserting(contact, enterprise, '{}', at)
        .onConflict((conflict) => conflict.columns(['channel', 'senderId', 'enterprise']).doNothing())
        .execute();
      await makeCurrent(contact, enterprise);
    },

    async list(contact) {
      const rows = await ofContact(contact).orderBy('updatedAt').execute();
      return rows.map((row) => ({ enterprise: row.enterprise || null, facts: row.facts }));
    },
  };
}
