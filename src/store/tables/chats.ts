/** What is said in chats, on its way in and out. */
import type { Generated } from 'kysely';
import type { Note } from '../interface/notes.ts';

export interface ChatsTables {
  inbound: {
    office: string;
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
    office: string;
    channel: string;
    conversationId: string;
    senderId: string;
    state: string;
    version: number;
    lastInboundAt: number;
  };
  shown: {
    office: string;
    sequence: Generated<number>;
    id: string;
    channel: string;
    conversationId: string;
    senderId: string;
    body: string;
    at: number;
  };
  outbox: {
    office: string;
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
  note: {
    office: string;
    purpose: Note['purpose'];
    key: string;
    channel: string;
    senderId: string;
    value: string;
    at: number;
    expiresAt: number | null;
  };
}
