/**
 * The tables, as Kysely sees them; migrations/ makes them. Both engines have the same columns: text, integers (times as epoch
 * milliseconds), truth as 0 or 1. Columns bear the names of the records' fields, so that a row needs no translation.
 */
import { type Generated, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { DeliveryRow, ReminderStatus, Subscription, Ticket } from './store.ts';

export interface Tables {
  inbound: {
    channel: string;
    eventId: string;
    conversationId: string;
    senderId: string;
    body: string;
    receivedAt: number;
    answeredAt: number | null;
    tries: Generated<number>;
  };
  conversation: {
    channel: string;
    conversationId: string;
    senderId: string;
    state: string;
    version: number;
    lastInboundAt: number;
  };
  /** `enterprise` is empty for the first, unnamed one. */
  profile: {
    channel: string;
    senderId: string;
    enterprise: string;
    facts: string;
    isCurrent: number;
    updatedAt: number;
  };
  outbox: {
    sequence: Generated<number>;
    id: string;
    channel: string;
    conversationId: string;
    senderId: string | null;
    isGroup: number;
    body: string;
    createdAt: number;
    dueAt: number;
    attempts: number;
    status: 'due' | 'claimed' | 'sending' | 'sent' | 'unsure' | 'failed';
    leaseOwner: string | null;
    leaseUntil: number | null;
    finishedAt: number | null;
    platformMessageId: string | null;
    reason: string | null;
  };
  ticket: {
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
  ticketReply: { ticket: number; position: number; text: string; at: number };
  counter: { name: string; value: number };
  subscription: {
    id: string;
    channel: string;
    conversationId: string;
    senderId: string;
    isGroup: number;
    about: string;
    deadline: string;
    choice: string;
    state: Subscription['state'];
    pausedUntil: number | null;
    createdAt: number;
  };
  reminder: {
    id: string;
    subscriptionId: string;
    channel: string;
    conversationId: string;
    senderId: string;
    isGroup: number;
    about: string;
    deadline: string;
    dueAt: number;
    expiresAt: number;
    isLast: number;
    isResend: number;
    was: string | null;
    status: ReminderStatus;
    attempts: number;
    leaseOwner: string | null;
    leaseUntil: number | null;
  };
  delivery: {
    id: string;
    reminderId: string;
    attempt: number;
    worker: string;
    startedAt: number;
    finishedAt: number | null;
    outcome: DeliveryRow['outcome'];
    platformMessageId: string | null;
    reason: string | null;
  };
  quietHours: { channel: string; senderId: string; from: string; to: string };
  shown: {
    sequence: Generated<number>;
    id: string;
    channel: string;
    conversationId: string;
    senderId: string;
    body: string;
    at: number;
  };
  migration: { version: number; name: string; appliedAt: number };
}

export type Database = Kysely<Tables>;
export type OpenTransaction = Transaction<Tables>;
/** In the order in which rows can be inserted. */
export const TABLE_NAMES = [
  'inbound',
  'conversation',
  'profile',
  'outbox',
  'ticket',
  'ticketReply',
  'counter',
  'subscription',
  'reminder',
  'delivery',
  'quietHours',
  'shown',
] as const satisfies readonly Exclude<keyof Tables, 'migration'>[];

/** Written into the text of a query, not bound to it: only so does SQLite see that a partial index fits. */
export const literal = <V extends string>(value: V): RawBuilder<V> => sql.lit(value);
