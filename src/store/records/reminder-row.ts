/** A row of the ledger as the rest of the bot sees it: without whose lease it is under. */
import type { Selectable } from 'kysely';
import type { ReminderRow } from '../interface/reminders.ts';
import type { Tables } from '../schema.ts';

export function toReminder(row: Selectable<Tables['reminder']>): ReminderRow {
  const { office: _office, leaseOwner: _owner, leaseUntil: _until, ...reminder } = row;
  return {
    ...reminder,
    isGroup: row.isGroup === 1,
    isLast: row.isLast === 1,
    isResend: row.isResend === 1,
  };
}
