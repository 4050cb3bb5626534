/** What contacts have asked a person: shown to officers, answered and closed by them, each in one transaction. */
import { randomUUID } from 'node:crypto';
import { UserError } from '../contract/index.ts';
import type { Records, Store, Ticket } from '../store/index.ts';
import { officerWords } from '../words/index.ts';
import { sendTo } from './send-to.ts';
import { type Announce, announceToNobody } from './webhooks/announce.ts';

/** What belongs to the same deed, in its transaction. */
type Also = (records: Records, ticket: Ticket) => Promise<void>;

/** All tickets, or those that still wait for something. */
export const listTickets = (store: Store, which: 'all' | 'open'): Promise<Ticket[]> =>
  store.transaction(async ({ tickets }) =>
    (await tickets.list()).filter(({ state }) => which === 'all' || state !== 'closed'),
  );

/** Throws UserError where there is none of this number. */
export const showTicket = (store: Store, id: string): Promise<Ticket> =>
  store.transaction((records) => findTicket(records, id));

/** Answers a ticket; the contact is told by the running bot. Throws UserError where it is closed, or the reply is empty. */
export const replyToTicket = (
  store: Store,
  id: string,
  text: string,
  also: Also = async () => {},
): Promise<Ticket> =>
  store.transaction(async (records) => {
    const ticket = await findTicket(records, id);
    const reply = text.trim();
    if (!reply) throw new UserError(officerWords.emptyReply(ticket.id));
    if (ticket.state === 'closed') throw new UserError(officerWords.closedAlready(ticket.id));
    await records.tickets.reply(ticket.id, reply, store.now());
    await tellContact(records, ticket, officerWords.replyToContact(ticket.id, reply), store.now());
    await also(records, ticket);
    return ticket;
  });

/** Closes a ticket and tells the contact. Throws UserError where it is closed already. */
export const closeTicket = (
  store: Store,
  id: string,
  text: string,
  announce: Announce = announceToNobody,
  also: Also = async () => {},
): Promise<Ticket> =>
  store.transaction(async (records) => {
    const ticket = await findTicket(records, id);
    if (ticket.state === 'closed') throw new UserError(officerWords.closedTwice(ticket.id));
    await records.tickets.close(ticket.id, store.now());
    const data = { ticket: ticket.id, about: ticket.about, note: text.trim() || null };
    await announce(records, { type: 'ticket.closed', data }, store.now());
    await tellContact(records, ticket, officerWords.closedToContact(ticket.id, text.trim()), store.now());
    await also(records, ticket);
    return ticket;
  });

/** Throws UserError where there is none of this number. */
export async function findTicket({ tickets }: Records, id: string): Promise<Ticket> {
  const ticket = await tickets.get(id);
  if (!ticket) throw new UserError(officerWords.noTicket(id));
  return ticket;
}

/** In the same transaction as the change itself: both or neither. */
export function tellContact(records: Records, ticket: Ticket, text: string, now: number): Promise<void> {
  const { id, channel, conversationId, senderId, isGroup } = ticket;
  const word = { id: `ticket:${id}:${randomUUID()}`, channel, conversationId, senderId, isGroup, text };
  return sendTo(records, word, now);
}
