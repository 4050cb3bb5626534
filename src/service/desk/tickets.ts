/** 诉求 as officers work on them: with the talk they came from, who has them, until when, and what was done. */
import { UserError } from '../../contract/index.ts';
import type {
  DeskRecords,
  Exchange,
  Records,
  Store,
  Ticket,
  TicketNote,
  TicketWork,
} from '../../store/index.ts';
import { deskWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';
import { closeTicket, findTicket, replyToTicket, tellContact } from '../tickets.ts';
import type { Announce } from '../webhooks/index.ts';

export interface TicketLimits {
  /** Days until it has to be taken up, and settled. */
  acceptDays: number;
  closeDays: number;
}

export interface WorkedTicket {
  ticket: Ticket;
  work: TicketWork;
  acceptBy: number;
  closeBy: number;
  /** What is late. */
  overdue: 'accept' | 'close' | null;
}

const DAY_MS = 86_400_000;

function worked(ticket: Ticket, work: TicketWork, limits: TicketLimits, now: number): WorkedTicket {
  const acceptBy = ticket.openedAt + limits.acceptDays * DAY_MS;
  const closeBy = ticket.openedAt + limits.closeDays * DAY_MS;
  const isOpen = ticket.state !== 'closed';
  const overdue =
    isOpen && now > closeBy
      ? 'close'
      : isOpen && work.acceptedAt === null && now > acceptBy
        ? 'accept'
        : null;
  return { ticket, work, acceptBy, closeBy, overdue };
}

/** Late ones first, then by age; closed ones last. */
export const workedTickets = (store: Store, limits: TicketLimits): Promise<WorkedTicket[]> =>
  store.transaction(async ({ tickets, desk }) => {
    const now = store.now();
    const all: WorkedTicket[] = [];
    for (const ticket of await tickets.list())
      all.push(worked(ticket, await desk.work(ticket.id), limits, now));
    const rank = ({ ticket, overdue }: WorkedTicket) => (ticket.state === 'closed' ? 2 : overdue ? 0 : 1);
    return all.sort((one, other) => rank(one) - rank(other) || one.ticket.openedAt - other.ticket.openedAt);
  });

export interface TicketView extends WorkedTicket {
  notes: TicketNote[];
  talk: Exchange[];
}

const TALK_SHOWN = 40;

/** Throws UserError where there is none of this number. */
export const ticketView = (store: Store, id: string, limits: TicketLimits): Promise<TicketView> =>
  store.transaction(async (records) => {
    const ticket = await findTicket(records, id);
    const work = await records.desk.work(ticket.id);
    return {
      ...worked(ticket, work, limits, store.now()),
      notes: await records.desk.notes(ticket.id),
      talk: await records.exchanges.ofChat(ticket, TALK_SHOWN),
    };
  });

export type TicketDeed =
  | { kind: 'accept' }
  | { kind: 'assign'; to: string }
  | { kind: 'note'; text: string }
  | { kind: 'reply'; text: string }
  | { kind: 'close'; text: string }
  | { kind: 'reopen'; text: string }
  | { kind: 'visit'; satisfied: boolean; text: string };

/** One deed, its trace in the ticket and in the audit, in one transaction. */
export async function workOnTicket(
  store: Store,
  { id, deed, announce }: { id: string; deed: TicketDeed; announce?: Announce },
  actor: Actor,
): Promise<void> {
  const also = async (records: Records, ticket: Ticket) => {
    const at = store.now();
    await change(records.desk, ticket, deed, at);
    const said = traceOf(deed);
    await records.desk.addNote(ticket.id, { by: actor.name, text: said, at });
    await note(records, actor, at, { action: `ticket.${deed.kind}`, subject: ticket.id, after: said });
  };
  if (deed.kind === 'reply') await replyToTicket(store, id, deed.text, also);
  else if (deed.kind === 'close') await closeTicket(store, id, deed.text, announce, also);
  else
    await store.transaction(async (records) => {
      const ticket = await findTicket(records, id);
      if (deed.kind === 'note' && deed.text.trim() === '') throw new UserError(words.emptyNote);
      if (deed.kind === 'reopen') {
        if (ticket.state !== 'closed') throw new UserError(words.notClosed(ticket.id));
        await records.desk.reopen(ticket.id);
        await tellContact(records, ticket, words.reopenedToContact(ticket.id, deed.text.trim()), store.now());
      }
      if (deed.kind === 'visit' && ticket.state !== 'closed') throw new UserError(words.notClosed(ticket.id));
      await also(records, ticket);
    });
}

async function change(desk: DeskRecords, { id }: Ticket, deed: TicketDeed, at: number): Promise<void> {
  const work = await desk.work(id);
  const taken = { ...work, acceptedAt: work.acceptedAt ?? at };
  switch (deed.kind) {
    case 'accept':
    case 'reply':
      return desk.setWork(id, taken);
    case 'assign':
      return desk.setWork(id, { ...work, assignee: deed.to.trim() || null });
    case 'close':
      return desk.setWork(id, { ...taken, closedAt: at });
    case 'reopen':
      return desk.setWork(id, { ...work, closedAt: null, visitedAt: null, satisfied: null });
    case 'visit':
      return desk.setWork(id, { ...work, visitedAt: at, satisfied: deed.satisfied });
    case 'note':
      return;
  }
}

function traceOf(deed: TicketDeed): string {
  switch (deed.kind) {
    case 'accept':
      return words.accepted;
    case 'assign':
      return words.assigned(deed.to);
    case 'note':
      return deed.text.trim();
    case 'reply':
      return words.replied(deed.text.trim());
    case 'close':
      return words.closed(deed.text.trim());
    case 'reopen':
      return words.reopened(deed.text.trim());
    case 'visit':
      return words.visited(deed.satisfied, deed.text.trim());
  }
}
