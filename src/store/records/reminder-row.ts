/** A stored reminder as the rest of the program knows it. */
import type { Selectable } from 'kysely';
import type { Tables } from '../schema.ts';
import type { ReminderRow } from '../store.ts';

export function toReminder(row: Selectable<Tables['reminder']>): ReminderRow {
  const { leaseOwner: _owner, leaseUntil: _until, ...reminder } = row;
  return {
    ...reminder,
    isGroup: row.isGroup === 1,
    isLast: row.isLast === 1,
    isResend: row.isResend === 1,
  };
}
