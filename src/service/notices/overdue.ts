/** Tickets that are late are told once for each limit that they have passed. */
import type { Store } from '../../store/index.ts';
import { type TicketLimits, workedTickets } from '../desk/index.ts';
import type { Announce } from '../webhooks/index.ts';

export async function announceOverdue(store: Store, limits: TicketLimits, announce: Announce): Promise<void> {
  const late = (await workedTickets(store, limits)).filter(({ overdue }) => overdue !== null);
  for (const { ticket, work, overdue } of late) {
    const { id, question, about, department } = ticket;
    const data = { ticket: id, question, about, department, assignee: work.assignee, late: overdue! };
    await store.transaction((records) => announce(records, { type: 'ticket.overdue', data }, store.now()));
  }
}
