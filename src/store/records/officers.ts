/** Officers with their sessions, and the audit, which has no way to change or delete an entry. */
import type { Engine } from '../engine/engine.ts';
import type { AuditRecords, OfficerRecords } from '../interface/officers.ts';
import type { OpenTransaction } from '../schema.ts';

const COLUMNS = [
  'name',
  'role',
  'password',
  'link',
  'linkUntil',
  'subject',
  'failures',
  'blockedUntil',
  'createdAt',
  'removedAt',
] as const;

export function officerRecords(transaction: OpenTransaction, { office }: Engine): OfficerRecords {
  const own = () => transaction.selectFrom('officer').select(COLUMNS).where('office', '=', office);
  const sessions = () => transaction.deleteFrom('officerSession').where('office', '=', office);
  return {
    async put({ name, ...officer }) {
      await transaction
        .insertInto('officer')
        .values({ ...officer, name, office })
        .onConflict((conflict) => conflict.columns(['office', 'name']).doUpdateSet(officer))
        .execute();
    },
    async get(name) {
      return (await own().where('name', '=', name).executeTakeFirst()) ?? null;
    },
    list: () => own().orderBy('name').execute(),
    async addSession(session) {
      await transaction
        .insertInto('officerSession')
        .values({ ...session, office })
        .execute();
    },
    async session(hash) {
      const row = await transaction
        .selectFrom('officerSession')
        .select(['hash', 'officer', 'createdAt', 'expiresAt'])
        .where('office', '=', office)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row ?? null;
    },
    async endSession(hash) {
      await sessions().where('hash', '=', hash).execute();
    },
    async endSessions(officer) {
      await sessions().where('officer', '=', officer).execute();
    },
    async pruneSessions(now) {
      await sessions().where('expiresAt', '<=', now).execute();
    },
  };
}

export function auditRecords(transaction: OpenTransaction, { office }: Engine): AuditRecords {
  return {
    async add(entry) {
      await transaction
        .insertInto('audit')
        .values({ ...entry, office })
        .execute();
    },
    async list({ before, limit, subject, by }) {
      let query = transaction
        .selectFrom('audit')
        .select(['sequence', 'at', 'by', 'action', 'subject', 'before', 'after', 'comment'])
        .where('office', '=', office);
      if (before !== undefined) query = query.where('sequence', '<', before);
      if (subject !== undefined) query = query.where('subject', '=', subject);
      if (by !== undefined) query = query.where('by', '=', by);
      return query.orderBy('sequence', 'desc').limit(limit).execute();
    },
  };
}
