/** A row of the ledger as the rest of the bot sees it: without whose lease it is under. */
import type { Selectable } from 'kysely';
import type { ReminderRow, ReminderStatus } from '../interface/reminders.ts';
import type { Tables } from '../schema.ts';

/** Not on its way and not done. */
export const OPEN: ReminderStatus[] = ['due', 'claimed', 'waiting', 'paused'];

type Row = Selectable<Tables['reminder']>;

export function toReminder(row: Row): ReminderRow {
  const { office: _office, leaseOwner: _owner, leaseUntil: _until, ...reminder } = row;
  return withTruths(reminder);
}

/** Truth is kept as 0 or 1. */
export const withTruths = (row: Omit<Row, 'office' | 'leaseOwner' | 'leaseUntil'>): ReminderRow => ({
  ...row,
  isGroup: row.isGroup === 1,
  isLast: row.isLast === 1,
  isResend: row.isResend === 1,
});
