/** Tickets, and the work of officers on them and in talks. */
import type { Ticket } from '../interface/tickets.ts';

export interface TicketsTables {
  ticket: {
    office: string;
    number: number;
    channel: string;
    conversationId: string;
    senderId: string;
    isGroup: number;
    question: string;
    about: string | null;
    department: string | null;
    known: string;
    state: Ticket['state'];
    openedAt: number;
    closedAt: number | null;
  };
  ticketReply: { office: string; ticket: number; position: number; text: string; at: number };
  ticketWork: {
    office: string;
    ticket: number;
    assignee: string | null;
    acceptedAt: number | null;
    closedAt: number | null;
    visitedAt: number | null;
    satisfied: number | null;
  };
  ticketNote: { office: string; ticket: number; position: number; by: string; text: string; at: number };
  /** Units, ready-made replies, values of settings that officers set. `data`: JSON. */
  listed: { office: string; kind: string; id: string; data: string };
  takeover: { office: string; channel: string; conversationId: string; by: string; at: number };
}
