import type { Engine } from '../engine/engine.ts';
import { literal, type OpenTransaction } from '../schema.ts';
import type { OutboxItem, OutboxRecords } from '../store.ts';
import { finishShownReminders } from './deliveries.ts';

/** A lease that reaches further than this was written before the clock was set back: it is over. */
export const LONGEST_LEASE_MS = 600_000;

const due = literal('due');
const claimed = literal('claimed');
const sending = literal('sending');
const free = { leaseOwner: null, leaseUntil: null };

export function outboxRecords(transaction: OpenTransaction, engine: Engine): OutboxRecords {
  return {
    async add(item) {
      await transaction
        .insertInto('outbox')
        .values({
          ...free,
          id: item.id,
          channel: item.channel,
          conversationId: item.conversationId,
          senderId: item.senderId ?? null,
          isGroup: item.isGroup ? 1 : 0,
          body: item.body,
          createdAt: item.createdAt,
          dueAt: item.dueAt ?? item.createdAt,
          attempts: item.attempts ?? 0,
          status: due,
          finishedAt: null,
          platformMessageId: null,
          reason: null,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
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
              .where('item.finishedAt', 'is', null)
              .where('item.status', '=', due)
              .where('item.dueAt', '<=', now)
              .where('item.channel', 'in', channels)
              .where(({ not, exists, selectFrom }) =>
                not(
                  exists(
                    selectFrom('outbox as earlier')
                      .select('earlier.id')
                      .where('earlier.finishedAt', 'is', null)
                      .whereRef('earlier.channel', '=', 'item.channel')
                      .whereRef('earlier.conversationId', '=', 'item.conversationId')
                      .whereRef('earlier.sequence', '<', 'item.sequence')
                      .where((e) => e.or([e('earlier.status', '<>', due), e('earlier.dueAt', '>', now)])),
                  ),
                ),
              )
              .orderBy('item.sequence')
              .limit(limit),
        )
        .updateTable('outbox')
        .set({ status: claimed, leaseOwner: worker, leaseUntil: now + Math.min(leaseMs, LONGEST_LEASE_MS) })
        .where('id', 'in', (e) => e.selectFrom('picked').select('picked.id'))
        .returning([
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
        ])
        .execute();
      return rows.sort((a, b) => a.sequence - b.sequence).map(toItem);
    },

    async begin(id, worker, now) {
      const { numUpdatedRows } = await transaction
        .updateTable('outbox')
        .set((e) => ({ status: sending, attempts: e('attempts', '+', 1) }))
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
          .where('id', '=', id)
          .where('status', '=', sending)
          .where('leaseOwner', '=', worker)
          .returning(['channel', 'conversationId'])
          .executeTakeFirst();
        if (!item) return;
        await transaction
          .updateTable('outbox')
          .set({ ...free, status: due })
          .where('channel', '=', item.channel)
          .where('conversationId', '=', item.conversationId)
          .where('finishedAt', 'is', null)
          .where('status', '=', claimed)
          .where('leaseOwner', '=', worker)
          .execute();
        return;
      }
      const { numUpdatedRows } = await transaction
        .updateTable('outbox')
        .set({
          status: result.kind,
          finishedAt: now,
          leaseUntil: null,
          platformMessageId: result.kind === 'sent' ? (result.platformMessageId ?? null) : null,
          reason: result.kind === 'sent' ? null : result.reason,
        })
        .where('id', '=', id)
        .where('leaseOwner', '=', worker)
        .where('status', 'in', result.kind === 'sent' ? ['sending', 'unsure'] : ['sending'])
        .executeTakeFirst();
      if (numUpdatedRows > 0n) await finishShownReminders(transaction, [id], result, now);
    },

    async recover(now) {
      const over = () =>
        transaction
          .updateTable('outbox')
          .where('finishedAt', 'is', null)
          .where((e) => e.or([e('leaseUntil', '<=', now), e('leaseUntil', '>', now + LONGEST_LEASE_MS)]));
      const returned = await over()
        .set({ ...free, status: due })
        .where('status', '=', claimed)
        .executeTakeFirst();
      const reason = '发送途中进程中断';
      const unsure = await over()
        .set({ status: 'unsure', finishedAt: now, leaseUntil: null, reason })
        .where('status', '=', sending)
        .returning('id')
        .execute();
      await finishShownReminders(
        transaction,
        unsure.map((row) => row.id),
        { kind: 'unsure', reason },
        now,
      );
      return { returned: Number(returned.numUpdatedRows), unsure: unsure.length };
    },

    async giveBack(worker) {
      const { numUpdatedRows } = await transaction
        .updateTable('outbox')
        .set({ ...free, status: due })
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
        .groupBy('status')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.status, row.number]));
    },

    async prune(before) {
      const { numDeletedRows } = await transaction
        .deleteFrom('outbox')
        .where('finishedAt', 'is not', null)
        .where('finishedAt', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function toItem(row: {
  id: string;
  channel: string;
  conversationId: string;
  senderId: string | null;
  isGroup: number;
  body: string;
  createdAt: number;
  dueAt: number;
  attempts: number;
}): OutboxItem {
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
