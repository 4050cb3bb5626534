/** How an attempt to deliver ends, for whoever made it: a worker of the scheduler, or a message of the outbox that carried the reminder. */
import { literal, type OpenTransaction } from '../schema.ts';
import type { DeliveryResult } from '../store.ts';

/** The worker's name of a delivery that travels inside an outbox item. */
export const carriedBy = (outboxId: string) => `outbox:${outboxId}`;
/** The id of the one second sending of a last notice. */
const resendOf = (reminderId: string) => `${reminderId}+`;

export async function finishShownReminders(
  transaction: OpenTransaction,
  outboxIds: string[],
  result: Exclude<DeliveryResult, { kind: 'retry' }>,
  now: number,
): Promise<void> {
  if (outboxIds.length === 0) return;
  const started = await transaction
    .selectFrom('delivery')
    .select('id')
    .where(
      'outcome',
      'in',
      result.kind === 'sent' ? [literal('started'), literal('unsure')] : [literal('started')],
    )
    .where('worker', 'in', outboxIds.map(carriedBy))
    .execute();
  await finishDeliveries(
    transaction,
    started.map((row) => row.id),
    result,
    now,
  );
}

/** Ends deliveries alike. Those that have ended otherwise meanwhile stay as they are, except that unsure may still become sent. */
export async function finishDeliveries(
  transaction: OpenTransaction,
  deliveryIds: string[],
  result: DeliveryResult,
  now: number,
): Promise<void> {
  if (deliveryIds.length === 0) return;
  const isSent = result.kind === 'sent';
  const ended = await transaction
    .updateTable('delivery')
    .set({
      outcome: result.kind === 'retry' ? 'failed' : result.kind,
      finishedAt: now,
      platformMessageId: isSent ? (result.platformMessageId ?? null) : null,
      reason: isSent ? null : result.reason,
    })
    .where('id', 'in', deliveryIds)
    .where('outcome', 'in', isSent ? ['started', 'unsure'] : ['started'])
    .returning('reminderId')
    .execute();
  const reminderIds = ended.map((row) => row.reminderId);
  if (reminderIds.length === 0) return;

  const changed = await transaction
    .updateTable('reminder')
    .set({
      leaseOwner: null,
      leaseUntil: null,
      ...(result.kind === 'retry'
        ? { status: 'due' as const, dueAt: result.notBefore }
        : { status: result.kind }),
    })
    .where('id', 'in', reminderIds)
    .where('status', 'in', isSent ? ['sending', 'unsure'] : ['sending'])
    .returning(['id', 'isLast', 'isResend'])
    .execute();
  if (isSent) await dropResends(transaction, reminderIds);
  if (result.kind === 'unsure') {
    const last = changed.filter((row) => row.isLast === 1 && row.isResend === 0);
    await planResends(
      transaction,
      last.map((row) => row.id),
      now,
    );
  }
}

/** The last notice before a deadline has no later one that covers it: it goes again, once, marked as such. */
async function planResends(transaction: OpenTransaction, reminderIds: string[], now: number): Promise<void> {
  if (reminderIds.length === 0) return;
  const rows = await transaction
    .selectFrom('reminder')
    .innerJoin('subscription', 'subscription.id', 'reminder.subscriptionId')
    .selectAll('reminder')
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
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function dropResends(transaction: OpenTransaction, reminderIds: string[]): Promise<void> {
  await transaction
    .updateTable('reminder')
    .set({ status: 'cancelled' })
    .where('id', 'in', reminderIds.map(resendOf))
    .where('status', 'in', ['due', 'waiting', 'paused', 'claimed'])
    .execute();
}
