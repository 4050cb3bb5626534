import { sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { OutboxItem, OutboxRecords, OutboxResult } from '../interface/outbox.ts';
import { literal, type OpenTransaction } from '../schema.ts';
import { statement } from '../statement.ts';
import { finishShownReminders } from './deliveries.ts';
import { LONGEST_LEASE_MS } from './lease.ts';
import { addItem, addReply, type NewRow } from './outbox-items.ts';
import { recoverOutbox } from './outbox-recovery.ts';

const due = literal('due');
const claimed = literal('claimed');
const sending = literal('sending');
const free = { leaseOwner: null, leaseUntil: null };
const itemColumns = [
  'sequence',
  'id',
  'channel',
  'conversationId',
  'senderId',
  'isGroup',
  'body',
  'createdAt',
  'dueAt',
  'attempts',
] as const;

/** What stands before an item in its chat and is not finished. */
const unfinishedBefore = (transaction: OpenTransaction, item: 'outbox' | 'item') =>
  transaction
    .selectFrom('outbox as earlier')
    .select('earlier.id')
    .where('earlier.finishedAt', 'is', null)
    .where('earlier.office', '=', sql.ref<string>(`${item}.office`))
    .where('earlier.channel', '=', sql.ref<string>(`${item}.channel`))
    .where('earlier.conversationId', '=', sql.ref<string>(`${item}.conversationId`))
    .where('earlier.sequence', '<', sql.ref<number>(`${item}.sequence`));

interface Taking {
  id: string;
  worker: string;
  now: number;
  leaseUntil: number;
}

const takeFirstInLine = statement((transaction, { id, worker, now, leaseUntil }: Taking, { office }) =>
  transaction
    .updateTable('outbox')
    .set((e) => ({ status: sending, attempts: e('attempts', '+', 1), leaseOwner: worker, leaseUntil }))
    .where('office', '=', office)
    .where('id', '=', id)
    .where('status', '=', due)
    .where('dueAt', '<=', now)
    .where(({ not, exists }) => not(exists(unfinishedBefore(transaction, 'outbox'))))
    .returning(itemColumns),
);

interface EndingItem {
  id: string;
  worker: string;
  status: Exclude<OutboxResult['kind'], 'retry'>;
  /** What it may be in before: a slow worker may know better than the one who took it for interrupted. */
  before: 'sending' | 'unsure';
  platformMessageId: string | null;
  reason: string | null;
  now: number;
}

const endItem = statement((transaction, ending: EndingItem, { office }) => {
  const { id, worker, status, before, platformMessageId, reason, now } = ending;
  return transaction
    .updateTable('outbox')
    .set({ status, finishedAt: now, leaseUntil: null, platformMessageId, reason })
    .where('office', '=', office)
    .where('id', '=', id)
    .where('leaseOwner', '=', worker)
    .where((e) => e.or([e('status', '=', sending), e('status', '=', before)]));
});

export function outboxRecords(transaction: OpenTransaction, engine: Engine): OutboxRecords {
  const { office } = engine;
  return {
    add: (item) => addItem(transaction, engine, item),
    reply: (item, eventId) => addReply(transaction, engine, item, eventId),

    async takeAtOnce(id, { worker, now, leaseMs }) {
      const leaseUntil = now + Math.min(leaseMs, LONGEST_LEASE_MS);
      const { rows } = await takeFirstInLine(transaction, engine, { id, worker, now, leaseUntil });
      return rows[0] ? { ...toItem(rows[0]), attempts: rows[0].attempts - 1 } : null;
    },

    async claim({ worker, channels, limit, now, leaseMs }) {
      if (channels.length === 0) return [];
      // Two workers must not take two parts of one chat at the same time.
      await engine.lock(transaction, 'claim-outbox');
      const rows = await transaction
        .with(
          (cte) => cte('picked').materialized(),
          (db) =>
            db
              .selectFrom('outbox as item')
              .select('item.id')
              .where('item.office', '=', office)
              .where('item.finishedAt', 'is', null)
              .where('item.status', '=', due)
              .where('item.dueAt', '<=', now)
              .where('item.channel', 'in', channels)
              .where(({ not, exists }) =>
                not(
                  exists(
                    unfinishedBefore(transaction, 'item').where((e) =>
                      e.or([e('earlier.status', '<>', due), e('earlier.dueAt', '>', now)]),
                    ),
                  ),
                ),
              )
              .orderBy('item.sequence')
              .limit(limit),
        )
        .updateTable('outbox')
        .set({ status: claimed, leaseOwner: worker, leaseUntil: now + Math.min(leaseMs, LONGEST_LEASE_MS) })
        .where('office', '=', office)
        .where('id', 'in', (e) => e.selectFrom('picked').select('picked.id'))
        .returning(itemColumns)
        .execute();
      return rows.sort((a, b) => a.sequence - b.sequence).map(toItem);
    },

    async begin(id, worker, now) {
      const { numUpdatedRows } = await transaction
        .updateTable('outbox')
        .set((e) => ({ status: sending, attempts: e('attempts', '+', 1) }))
        .where('office', '=', office)
        .where('id', '=', id)
        .where('status', '=', claimed)
        .where('leaseOwner', '=', worker)
        .where('leaseUntil', '>', now)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async finish(id, worker, result, now) {
      if (result.kind === 'retry') {
        const item = await transaction
          .updateTable('outbox')
          .set({ ...free, status: due, dueAt: result.notBefore, reason: result.reason })
          .where('office', '=', office)
          .where('id', '=', id)
          .where('status', '=', sending)
          .where('leaseOwner', '=', worker)
          .returning(['channel', 'conversationId'])
          .executeTakeFirst();
        if (!item) return;
        await transaction
          .updateTable('outbox')
          .set({ ...free, status: due })
          .where('office', '=', office)
          .where('channel', '=', item.channel)
          .where('conversationId', '=', item.conversationId)
          .where('finishedAt', 'is', null)
          .where('status', '=', claimed)
          .where('leaseOwner', '=', worker)
          .execute();
        return;
      }
      const isSent = result.kind === 'sent';
      const { numAffectedRows } = await endItem(transaction, engine, {
        id,
        worker,
        status: result.kind,
        before: isSent ? 'unsure' : 'sending',
        platformMessageId: isSent ? (result.platformMessageId ?? null) : null,
        reason: isSent ? null : result.reason,
        now,
      });
      if (numAffectedRows) await finishShownReminders(transaction, engine, id, result, now);
    },

    recover: (now, idempotent = []) => recoverOutbox(transaction, engine, now, idempotent),

    async giveBack(worker) {
      const { numUpdatedRows } = await transaction
        .updateTable('outbox')
        .set({ ...free, status: due })
        .where('office', '=', office)
        .where('finishedAt', 'is', null)
        .where('status', '=', claimed)
        .where('leaseOwner', '=', worker)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async nextDueAt(channels) {
      if (channels.length === 0) return null;
      const row = await transaction
        .selectFrom('outbox')
        .select((e) => e.fn.min('dueAt').as('at'))
        .where('office', '=', office)
        .where('finishedAt', 'is', null)
        .where('status', '=', due)
        .where('channel', 'in', channels)
        .executeTakeFirst();
      return row?.at ?? null;
    },

    async counts() {
      const rows = await transaction
        .selectFrom('outbox')
        .select((e) => ['status', e.fn.countAll<number>().as('number')])
        .where('office', '=', office)
        .groupBy('status')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.status, row.number]));
    },

    async countsOf(prefix) {
      const rows = await transaction
        .selectFrom('outbox')
        .select((e) => ['status', e.fn.countAll<number>().as('number')])
        .where('office', '=', office)
        .where('id', '>=', prefix)
        .where('id', '<', `${prefix}\uffff`)
        .groupBy('status')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.status, row.number]));
    },

    async prune(before) {
      const { numDeletedRows } = await transaction
        .deleteFrom('outbox')
        .where('office', '=', office)
        .where('finishedAt', 'is not', null)
        .where('finishedAt', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function toItem(row: NewRow): OutboxItem {
  const { id, channel, conversationId, senderId, isGroup, body, createdAt, dueAt, attempts } = row;
  return {
    id,
    channel,
    conversationId,
    isGroup: isGroup === 1,
    body,
    createdAt,
    dueAt,
    attempts,
    ...(senderId !== null && { senderId }),
  };
}
