/** What is told to other systems: what happened, when, under an id that a repetition keeps. */
import type { Day } from '../../contract/index.ts';

export type WebhookEvent =
  | {
      type: 'ticket.opened';
      data: {
        ticket: string;
        question: string;
        about: string | null;
        department: string | null;
        channel: string;
      };
    }
  | {
      type: 'ticket.overdue';
      data: {
        ticket: string;
        question: string;
        about: string | null;
        department: string | null;
        assignee: string | null;
        /** The limit that has passed: to be taken up, to be settled. */
        late: 'accept' | 'close';
      };
    }
  | { type: 'ticket.closed'; data: { ticket: string; about: string | null; note: string | null } }
  | {
      type: 'document.in-force' | 'document.replaced' | 'document.withdrawn';
      data: { number: string; title: string; version: string };
    }
  | {
      type: 'reminder.sent' | 'reminder.failed' | 'reminder.unsure';
      data: { reminder: string; about: string; deadline: Day; channel: string; reason: string | null };
    }
  | { type: 'question.unanswered'; data: { question: string; channel: string } };

export const EVENT_TYPES = [
  'ticket.opened',
  'ticket.overdue',
  'ticket.closed',
  'document.in-force',
  'document.replaced',
  'document.withdrawn',
  'reminder.sent',
  'reminder.failed',
  'reminder.unsure',
  'question.unanswered',
] as const satisfies readonly WebhookEvent['type'][];
