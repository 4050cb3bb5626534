/** How an attempt to deliver ends, for whoever made it: a worker of the scheduler, or a message of the outbox that carried the reminder. */
import type { Engine } from '../engine/engine.ts';
import type { DeliveryResult } from '../interface/reminders.ts';
import { literal, type OpenTransaction } from '../schema.ts';
import { statement } from '../statement.ts';

/** The worker's name of a delivery that travels inside an outbox item. */
export const carriedBy = (outboxId: string) => `outbox:${outboxId}`;
/** The id of the one second sending of a last notice. */
const resendOf = (reminderId: string) => `${reminderId}+`;

const openDeliveriesBy = statement((transaction, { worker }: { worker: string }, { office }) =>
  transaction
    .selectFrom('delivery')
    .select('id')
    .where('office', '=', office)
    .where('worker', '=', worker)
    .where('outcome', 'in', [literal('started'), literal('unsure')]),
);

/** The reminders that an item of the outbox carried share its ending. */
export async function finishShownReminders(
  transaction: OpenTransaction,
  engine: Engine,
  outboxId: string,
  result: Exclude<DeliveryResult, { kind: 'retry' }>,
  now: number,
): Promise<void> {
  const { rows } = await openDeliveriesBy(transaction, engine, { worker: carriedBy(outboxId) });
  await finishDeliveries(transaction, engine, { deliveryIds: rows.map((row) => row.id), result, now });
}

export interface Ending {
  deliveryIds: string[];
  result: DeliveryResult;
  now: number;
  /** Only what this worker began. */
  worker?: string;
}

/** Ends deliveries alike. One that has ended otherwise meanwhile stays as it is, except that unsure may still become sent. */
export async function finishDeliveries(
  transaction: OpenTransaction,
  engine: Engine,
  ending: Ending,
): Promise<void> {
  if (ending.deliveryIds.length === 0) return;
  const number = await endThose({ outcome: 'started', status: 'sending' }, transaction, engine, ending);
  // The rest was taken for interrupted when its lease ran out: a slow worker may know better.
  if (ending.result.kind === 'sent' && number < ending.deliveryIds.length) {
    await endThose({ outcome: 'unsure', status: 'unsure' }, transaction, engine, ending);
    await dropResends(transaction, engine, ending.deliveryIds);
  }
}

/** Answers how many there were. */
async function endThose(
  { outcome, status }: { outcome: 'started' | 'unsure'; status: 'sending' | 'unsure' },
  transaction: OpenTransaction,
  engine: Engine,
  { deliveryIds, result, now, worker }: Ending,
): Promise<number> {
  const isSent = result.kind === 'sent';
  let query = transaction
    .updateTable('delivery')
    .set({
      outcome: result.kind === 'retry' ? 'failed' : result.kind,
      finishedAt: now,
      platformMessageId: isSent ? (result.platformMessageId ?? null) : null,
      reason: isSent ? null : result.reason,
    })
    .where('office', '=', engine.office)
    .where('id', 'in', deliveryIds)
    .where('outcome', '=', outcome)
    .returning('reminderId');
  if (worker !== undefined) query = query.where('worker', '=', worker);
  const reminderIds = (await query.execute()).map((row) => row.reminderId);
  if (reminderIds.length === 0) return 0;

  const changed = await transaction
    .updateTable('reminder')
    .set({
      leaseOwner: null,
      leaseUntil: null,
      ...(result.kind === 'retry'
        ? { status: 'due' as const, dueAt: result.notBefore }
        : { status: result.kind }),
    })
    .where('office', '=', engine.office)
    .where('id', 'in', reminderIds)
    .where('status', '=', status)
    .returning(['id', 'isLast', 'isResend'])
    .execute();
  if (result.kind === 'unsure') {
    const last = changed.filter((row) => row.isLast === 1 && row.isResend === 0);
    await planResends(
      transaction,
      engine,
      last.map((row) => row.id),
      now,
    );
  }
  return reminderIds.length;
}

/** The last notice before a deadline has no later one that covers it: it goes again, once, marked as such. */
async function planResends(
  transaction: OpenTransaction,
  { office }: Engine,
  reminderIds: string[],
  now: number,
): Promise<void> {
  if (reminderIds.length === 0) return;
  const rows = await transaction
    .selectFrom('reminder')
    .innerJoin('subscription', (join) =>
      join
        .onRef('subscription.office', '=', 'reminder.office')
        .onRef('subscription.id', '=', 'reminder.subscriptionId'),
    )
    .selectAll('reminder')
    .where('reminder.office', '=', office)
    .where('reminder.id', 'in', reminderIds)
    .where('subscription.state', '=', 'active')
    .where('reminder.expiresAt', '>', now)
    .execute();
  if (rows.length === 0) return;
  await transaction
    .insertInto('reminder')
    .values(
      rows.map((row) => ({
        ...row,
        id: resendOf(row.id),
        isResend: 1,
        status: 'due' as const,
        dueAt: now,
        attempts: 0,
      })),
    )
    .onConflict((conflict) => conflict.columns(['office', 'id']).doNothing())
    .execute();
}

async function dropResends(
  transaction: OpenTransaction,
  { office }: Engine,
  deliveryIds: string[],
): Promise<void> {
  const sent = await transaction
    .selectFrom('delivery')
    .select('reminderId')
    .where('office', '=', office)
    .where('id', 'in', deliveryIds)
    .where('outcome', '=', 'sent')
    .execute();
  if (sent.length === 0) return;
  await transaction
    .updateTable('reminder')
    .set({ status: 'cancelled', leaseOwner: null, leaseUntil: null })
    .where('office', '=', office)
    .where(
      'id',
      'in',
      sent.map((row) => resendOf(row.reminderId)),
    )
    .where('status', 'in', ['due', 'waiting', 'paused', 'claimed'])
    .execute();
}
