/** The ledger's statements. What they promise is written in store.ts; src/reminders/ledger.ts puts them into order. */
import { sql } from 'kysely';
import { shanghaiTime } from '../../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { DeliveryResult, ReminderRecords } from '../interface/reminders.ts';
import { literal, type OpenTransaction } from '../schema.ts';
import { statement } from '../statement.ts';
import { carriedBy, finishDeliveries, finishShownReminders } from './deliveries.ts';
import { LONGEST_LEASE_MS } from './lease.ts';
import type { QuietRecords } from './quiet-hours.ts';
import { toReminder } from './reminder-row.ts';
import type { SubscriptionStates } from './subscription-states.ts';
import type { SubscriptionRecords } from './subscriptions.ts';

const due = literal('due');
const claimed = literal('claimed');
const sending = literal('sending');
const waiting = literal('waiting');
const paused = literal('paused');
const free = { leaseOwner: null, leaseUntil: null };

const takeToShow = statement(
  (
    transaction,
    { channel, conversationId, now }: { channel: string; conversationId: string; now: number },
    { office },
  ) =>
    transaction
      .updateTable('reminder')
      .set((e) => ({ ...free, status: sending, attempts: e('attempts', '+', 1) }))
      .where('office', '=', office)
      .where('channel', '=', channel)
      .where('conversationId', '=', conversationId)
      .where('status', 'in', [due, waiting])
      .where('dueAt', '<=', now)
      .where('expiresAt', '>', now)
      .returningAll(),
);

export function ledgerRecords(
  transaction: OpenTransaction,
  engine: Engine,
): Omit<ReminderRecords, keyof (SubscriptionRecords & SubscriptionStates & QuietRecords)> {
  const { office } = engine;
  return {
    async claim({ worker, channels, limit, now, leaseMs }) {
      if (channels.length === 0) return [];
      const rows = await transaction
        .with(
          // Materialised: a plan that runs the choice again would claim more rows than it answers.
          (cte) => cte('picked').materialized(),
          (db) =>
            engine.skippingLocked(
              db
                .selectFrom('reminder')
                .select('id')
                .where('office', '=', office)
                .where('status', '=', due)
                .where('dueAt', '<=', now)
                .where('expiresAt', '>', now)
                .where('channel', 'in', channels)
                .where(({ not, exists, selectFrom }) =>
                  not(
                    exists(
                      selectFrom('quietHours')
                        .select('senderId')
                        .whereRef('quietHours.office', '=', 'reminder.office')
                        .whereRef('quietHours.channel', '=', 'reminder.channel')
                        .whereRef('quietHours.senderId', '=', 'reminder.senderId')
                        .where(isQuietAt(shanghaiTime(now).slice(11))),
                    ),
                  ),
                )
                .orderBy('dueAt')
                .limit(limit),
            ),
        )
        .updateTable('reminder')
        .set({ status: claimed, leaseOwner: worker, leaseUntil: now + Math.min(leaseMs, LONGEST_LEASE_MS) })
        .where('office', '=', office)
        .where('id', 'in', (e) => e.selectFrom('picked').select('picked.id'))
        .returningAll()
        .execute();
      return rows.sort((a, b) => a.dueAt - b.dueAt).map(toReminder);
    },

    async begin(ids, worker, now) {
      if (ids.length === 0) return new Map();
      const begun = await transaction
        .updateTable('reminder')
        .set((e) => ({ status: sending, attempts: e('attempts', '+', 1) }))
        .where('office', '=', office)
        .where('id', 'in', ids)
        .where('status', '=', claimed)
        .where('leaseOwner', '=', worker)
        .where('leaseUntil', '>', now)
        .where('expiresAt', '>', now)
        .returning(['id', 'attempts'])
        .execute();
      await startDeliveries(transaction, engine, begun, worker, now);
      const deliveries = new Map(begun.map(({ id, attempts }) => [id, deliveryId(id, attempts)]));
      const others = ids.filter((id) => !deliveries.has(id));
      for (const [id, delivery] of await alreadyBegun(transaction, engine, others, worker))
        deliveries.set(id, delivery);
      return deliveries;
    },

    async finish(results, worker, now) {
      const alike = Map.groupBy(results, (each) => JSON.stringify(each.result));
      for (const group of alike.values()) {
        const result = group[0]?.result as DeliveryResult;
        const deliveryIds = group.map((each) => each.delivery);
        await finishDeliveries(transaction, engine, { deliveryIds, result, now, worker });
      }
    },

    async hold(ids, worker) {
      if (ids.length === 0) return;
      await transaction
        .updateTable('reminder')
        .set({ ...free, status: waiting })
        .where('office', '=', office)
        .where('id', 'in', ids)
        .where('status', '=', claimed)
        .where('leaseOwner', '=', worker)
        .execute();
    },

    async showWith(address, outboxId, now) {
      const { rows: shown } = await takeToShow(transaction, engine, { ...address, now });
      await startDeliveries(transaction, engine, shown, carriedBy(outboxId), now);
      return shown.map(toReminder).sort((a, b) => a.dueAt - b.dueAt);
    },

    shown: (outboxId, now) => finishShownReminders(transaction, engine, outboxId, { kind: 'sent' }, now),

    async recover(now) {
      const returned = await transaction
        .updateTable('reminder')
        .set({ ...free, status: due })
        .where('office', '=', office)
        .where('leaseUntil', 'is not', null)
        .where('status', '=', claimed)
        .where((e) => e.or([e('leaseUntil', '<=', now), e('leaseUntil', '>', now + LONGEST_LEASE_MS)]))
        .executeTakeFirst();
      const interrupted = await deliveriesCutOff(transaction, engine, now);
      const result = { kind: 'unsure', reason: '发送途中进程中断' } as const;
      await finishDeliveries(transaction, engine, { deliveryIds: interrupted, result, now });
      return { returned: Number(returned.numUpdatedRows), unsure: interrupted.length };
    },

    async expire(now) {
      const { numUpdatedRows } = await transaction
        .updateTable('reminder')
        .set({ status: 'expired' })
        .where('office', '=', office)
        .where('status', 'in', [due, waiting, paused])
        .where('expiresAt', '<=', now)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async giveBack(worker) {
      const { numUpdatedRows } = await transaction
        .updateTable('reminder')
        .set({ ...free, status: due })
        .where('office', '=', office)
        .where('leaseUntil', 'is not', null)
        .where('status', '=', claimed)
        .where('leaseOwner', '=', worker)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async list(filter = {}) {
      let query = transaction
        .selectFrom('reminder')
        .selectAll()
        .where('office', '=', office)
        .orderBy('dueAt')
        .limit(filter.limit ?? 1000);
      if (filter.status) query = query.where('status', '=', filter.status);
      return (await query.execute()).map(toReminder);
    },

    async deliveries(filter = {}) {
      let query = transaction
        .selectFrom('delivery')
        .selectAll()
        .where('office', '=', office)
        .orderBy('startedAt', 'desc')
        .limit(filter.limit ?? 1000);
      if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
      return (await query.execute()).map(({ office: _, ...delivery }) => delivery);
    },

    async counts() {
      const rows = await transaction
        .selectFrom('reminder')
        .select((e) => ['status', e.fn.countAll<number>().as('number')])
        .where('office', '=', office)
        .groupBy('status')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.status, row.number]));
    },
  };
}

/** Quiet hours may pass midnight: 22:00–08:00. `clock` is local time 'HH:MM'. */
function isQuietAt(clock: string) {
  return sql<boolean>`case when "from" <= "to" then "from" <= ${clock} and ${clock} < "to"
    else ${clock} >= "from" or ${clock} < "to" end`;
}

const deliveryId = (reminderId: string, attempt: number) => `${reminderId}#${attempt}`;

async function startDeliveries(
  transaction: OpenTransaction,
  { office }: Engine,
  begun: { id: string; attempts: number }[],
  worker: string,
  now: number,
): Promise<void> {
  if (begun.length === 0) return;
  const rows = begun.map(({ id, attempts }) => ({
    office,
    id: deliveryId(id, attempts),
    reminderId: id,
    attempt: attempts,
    worker,
    startedAt: now,
    finishedAt: null,
    outcome: 'started' as const,
    platformMessageId: null,
    reason: null,
  }));
  await transaction.insertInto('delivery').values(rows).execute();
}

/** Begun by workers whose lease is over: nobody knows whether they arrived. */
async function deliveriesCutOff(
  transaction: OpenTransaction,
  { office }: Engine,
  now: number,
): Promise<string[]> {
  const reminders = await transaction
    .selectFrom('reminder')
    .select('id')
    .where('office', '=', office)
    .where('leaseUntil', 'is not', null)
    .where('status', '=', sending)
    .where((e) => e.or([e('leaseUntil', '<=', now), e('leaseUntil', '>', now + LONGEST_LEASE_MS)]))
    .execute();
  if (reminders.length === 0) return [];
  const deliveries = await transaction
    .selectFrom('delivery')
    .select('id')
    .where('office', '=', office)
    .where(
      'reminderId',
      'in',
      reminders.map((row) => row.id),
    )
    .where('outcome', '=', 'started')
    .execute();
  return deliveries.map((row) => row.id);
}

/** A begin whose commit was answered by a broken connection is asked again: it may have been written. */
async function alreadyBegun(
  transaction: OpenTransaction,
  { office }: Engine,
  ids: string[],
  worker: string,
): Promise<[string, string][]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('delivery')
    .innerJoin('reminder', (join) =>
      join.onRef('reminder.office', '=', 'delivery.office').onRef('reminder.id', '=', 'delivery.reminderId'),
    )
    .select(['reminder.id as reminder', 'delivery.id as delivery'])
    .where('delivery.office', '=', office)
    .where('reminder.id', 'in', ids)
    .where('reminder.status', '=', sending)
    .where('reminder.leaseOwner', '=', worker)
    .where('delivery.worker', '=', worker)
    .where('delivery.outcome', '=', literal('started'))
    .execute();
  return rows.map((row) => [row.reminder, row.delivery]);
}
