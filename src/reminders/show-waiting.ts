/** Reminders that could not be pushed are shown when the contact next writes, before anything else, or when a page of theirs is open. */
import { randomUUID } from 'node:crypto';
import type { ChatAddress, Records, ReminderRow } from '../store/index.ts';

/**
 * The texts to stand before the reply, oldest first, or null. The outbox item `outboxId` (to be added in the same transaction) carries
 * them: when it is sent they are delivered, when it is unsure they are.
 */
export async function takeWaiting(
  records: Records,
  address: ChatAddress,
  outboxId: string,
  textOf: (row: ReminderRow, now: number) => string,
  now: number,
): Promise<string | null> {
  const rows = await records.reminders.showWith(address, outboxId, now);
  return rows.length === 0 ? null : rows.map((row) => textOf(row, now)).join('\n\n');
}

/** What waits, or is due now, is shown by `show` in the same transaction, and so delivered. True when there was any. */
export async function showWaiting(
  records: Records,
  address: ChatAddress,
  show: (row: ReminderRow) => Promise<void>,
  now: number,
): Promise<boolean> {
  const carrier = `visit:${randomUUID()}`;
  const rows = await records.reminders.showWith(address, carrier, now);
  for (const row of rows) await show(row);
  if (rows.length > 0) await records.reminders.shown(carrier, now);
  return rows.length > 0;
}
