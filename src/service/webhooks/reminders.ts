/** What came of a reminder, told in the transaction that writes it down. */
import type { DeliveryResult, Records, ReminderRow, Store } from '../../store/index.ts';
import type { Announce } from './announce.ts';

/** An attempt that is made again is no outcome. */
export const reminderTeller =
  (announce: Announce, store: Pick<Store, 'now'>) =>
  async (
    records: Records,
    { id, about, deadline, channel }: ReminderRow,
    result: Exclude<DeliveryResult, { kind: 'retry' }>,
  ): Promise<void> => {
    const reason = result.kind === 'sent' ? null : result.reason;
    const data = { reminder: id, about, deadline, channel, reason };
    await announce(records, { type: `reminder.${result.kind}`, data }, store.now());
  };
