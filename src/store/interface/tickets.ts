/** Questions handed to a person, and the work on them. */
import type { Contact } from './chats.ts';

export interface Ticket {
  id: string;
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  question: string;
  about: string | null;
  department: string | null;
  known: string;
  state: 'open' | 'answered' | 'closed';
  openedAt: number;
  replies: { text: string; at: number }[];
}

export interface TicketRecords {
  /** Returns the short number told to the contact (e.g. 'T0042'). */
  open(ticket: Omit<Ticket, 'id' | 'state' | 'replies' | 'isGroup'> & { isGroup?: boolean }): Promise<string>;
  get(id: string): Promise<Ticket | null>;
  list(filter?: { state?: Ticket['state'] }): Promise<Ticket[]>;
  of(contact: Contact): Promise<Ticket[]>;
  /** Stores the reply; the caller adds it to the outbox in the same transaction. */
  reply(id: string, text: string, at: number): Promise<void>;
  close(id: string, at: number): Promise<void>;
  /** More of its question, said later. */
  add(id: string, text: string): Promise<void>;
}

export interface TicketWork {
  /** Officer or unit. */
  assignee: string | null;
  acceptedAt: number | null;
  closedAt: number | null;
  /** 回访 */
  visitedAt: number | null;
  satisfied: boolean | null;
}

export interface TicketNote {
  by: string;
  text: string;
  at: number;
}

export interface DeskRecords {
  work(ticket: string): Promise<TicketWork>;
  setWork(ticket: string, work: TicketWork): Promise<void>;
  /** Oldest first. */
  notes(ticket: string): Promise<TicketNote[]>;
  addNote(ticket: string, note: TicketNote): Promise<void>;
  reopen(ticket: string): Promise<void>;
  /** Entries of a list, by id. */
  listed(kind: string): Promise<({ id: string } & Record<string, string>)[]>;
  list(kind: string, id: string, data: Record<string, string>): Promise<void>;
  unlist(kind: string, id: string): Promise<void>;
}
