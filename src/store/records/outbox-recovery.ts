/** What a worker that is gone has left in the outbox: back into the table where that is safe, named as unsure where it is not. */
import type { Engine } from '../engine/engine.ts';
import { literal, type OpenTransaction } from '../schema.ts';
import { finishShownReminders } from './deliveries.ts';
import { LONGEST_LEASE_MS } from './lease.ts';

const due = literal('due');
const claimed = literal('claimed');
const sending = literal('sending');
const free = { leaseOwner: null, leaseUntil: null };
/** Clocks of several processes may differ by so much. */
const CLOCKS_APART_MS = 60_000;

/** `idempotent`: channels on which a message sent again is shown once, so what was begun there simply goes again. */
export async function recoverOutbox(
  transaction: OpenTransaction,
  engine: Engine,
  now: number,
  idempotent: readonly string[],
): Promise<{ returned: number; unsure: number }> {
  const { office } = engine;
  const over = () =>
    transaction
      .updateTable('outbox')
      .where('office', '=', office)
      .where('finishedAt', 'is', null)
      .where((e) => e.or([e('leaseUntil', '<=', now), e('leaseUntil', '>', now + LONGEST_LEASE_MS)]));
  const giveBackOf = (status: typeof claimed | typeof sending) =>
    over()
      .set({ ...free, status: due })
      .where('status', '=', status);
  const returned = [
    await giveBackOf(claimed).executeTakeFirst(),
    ...(idempotent.length > 0
      ? [await giveBackOf(sending).where('channel', 'in', idempotent).executeTakeFirst()]
      : []),
  ];
  // Stored while the clock was ahead, and set back since: due by no fault of theirs in days.
  await transaction
    .updateTable('outbox')
    .set({ createdAt: now, dueAt: now })
    .where('office', '=', office)
    .where('finishedAt', 'is', null)
    .where('status', '=', due)
    .where('createdAt', '>', now + CLOCKS_APART_MS)
    .execute();
  const reason = '发送途中进程中断';
  const unsure = await over()
    .set({ status: 'unsure', finishedAt: now, leaseUntil: null, reason })
    .where('status', '=', sending)
    .returning('id')
    .execute();
  for (const { id } of unsure)
    await finishShownReminders(transaction, engine, id, { kind: 'unsure', reason }, now);
  const count = returned.reduce((all, { numUpdatedRows }) => all + Number(numUpdatedRows), 0);
  return { returned: count, unsure: unsure.length };
}
