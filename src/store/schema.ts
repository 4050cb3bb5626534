/**
 * The tables, as Kysely sees them; migrations/ makes them. Both engines have the same columns: text, integers (times as epoch
 * milliseconds), truth as 0 or 1. Columns bear the names of the records' fields, so that a row needs no translation. Every key begins with
 * the office: several offices may share a database, and each sees its own rows only.
 */
import { type Generated, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type {
  Addition,
  DeliveryRow,
  Exchange,
  IntakeFile,
  Note,
  ReminderStatus,
  RevisionState,
  Subscription,
  Ticket,
} from './store.ts';

export interface Tables {
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
  /** An enterprise that somebody has told of. `scope`: the group's conversation, empty for private chats; `enterprise`: empty for the unnamed one. */
  profile: {
    office: string;
    channel: string;
    senderId: string;
    scope: string;
    enterprise: string;
    isCurrent: number;
    updatedAt: number;
  };
  /** What was told of it. The period is two ISO days, empty where no months were said; value and evidence are JSON. */
  statement: {
    office: string;
    channel: string;
    senderId: string;
    scope: string;
    enterprise: string;
    entity: string;
    fact: string;
    periodFrom: string;
    periodTo: string;
    value: string;
    evidence: string | null;
    said: string;
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
  counter: { office: string; name: string; value: number };
  subscription: {
    office: string;
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
    office: string;
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
    office: string;
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
  quietHours: { office: string; channel: string; senderId: string; from: string; to: string };
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
  /** One state of a document on the shelf, with its files as they are. */
  revision: {
    office: string;
    document: string;
    number: number;
    state: RevisionState;
    /** Its texts by file name, as JSON: the same files that a folder of the shelf holds. */
    files: string;
    /** The file as it was received, in base64, and what it was called. */
    original: string | null;
    originalName: string | null;
    /** Its public address. */
    address: string | null;
    createdAt: number;
    createdBy: string;
  };
  /** Who moved a revision from one state to the next: never changed, never deleted. */
  revisionStep: {
    office: string;
    document: string;
    number: number;
    position: number;
    state: RevisionState;
    by: string;
    at: number;
    /** The document that took its place, or the reason. */
    note: string | null;
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
  /** `scopes`: words with blanks between them. The key itself is not kept. */
  apiKey: {
    office: string;
    id: string;
    name: string;
    hash: string;
    scopes: string;
    perMinute: number;
    expiresOn: string | null;
    createdAt: number;
    lastUsedAt: number | null;
    revokedAt: number | null;
  };
  /** The documents in force as they were last announced. */
  announcedDocument: { office: string; document: string; version: string; title: string };
  /** `password`: scrypt, as passwords.ts of the service writes it. `link`: hash of a link with which one may be set. */
  officer: {
    office: string;
    name: string;
    role: string;
    password: string | null;
    link: string | null;
    linkUntil: number | null;
    subject: string | null;
    failures: number;
    blockedUntil: number;
    createdAt: number;
    removedAt: number | null;
  };
  officerSession: { office: string; hash: string; officer: string; createdAt: number; expiresAt: number };
  /** Added to, never changed, never deleted. */
  audit: {
    office: string;
    sequence: Generated<number>;
    at: number;
    by: string;
    action: string;
    subject: string;
    before: string | null;
    after: string | null;
    comment: string | null;
  };
  /** `bytes` in base64, until a draft was made of it. */
  intake: {
    office: string;
    id: string;
    name: string;
    bytes: string | null;
    state: IntakeFile['state'];
    reason: string | null;
    document: string | null;
    number: number | null;
    by: string;
    at: number;
  };
  /** Once a person has asked to be forgotten, or the time is over, no text and no name is left in it. */
  exchange: {
    office: string;
    sequence: Generated<number>;
    id: string;
    at: number;
    channel: string;
    conversationId: string;
    senderId: string;
    isGroup: number;
    text: string;
    reply: string;
    by: string | null;
    about: string | null;
    place: string | null;
    outcome: Exchange['outcome'];
    verdict: string | null;
    feedback: Exchange['feedback'];
    reason: string | null;
    handled: Exchange['handled'];
    handledBy: string | null;
    handledAt: number | null;
  };
  /** `questions`: a JSON list. */
  addition: {
    office: string;
    id: string;
    kind: Addition['kind'];
    questions: string;
    about: string | null;
    answer: string | null;
    by: string;
    at: number;
    removedAt: number | null;
  };
  takeover: { office: string; channel: string; conversationId: string; by: string; at: number };
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
  secret: { office: string; name: string; value: string };
  seat: { office: string; role: string; holder: string; heldUntil: number };
  migration: { version: number; name: string; appliedAt: number };
}

export type Database = Kysely<Tables>;
export type OpenTransaction = Transaction<Tables>;
/** In the order in which rows can be inserted. */
export const TABLE_NAMES = [
  'inbound',
  'conversation',
  'profile',
  'statement',
  'outbox',
  'ticket',
  'ticketReply',
  'counter',
  'subscription',
  'reminder',
  'delivery',
  'quietHours',
  'shown',
  'revision',
  'revisionStep',
  'note',
  'apiKey',
  'announcedDocument',
  'officer',
  'officerSession',
  'audit',
  'intake',
  'exchange',
  'addition',
  'takeover',
  'ticketWork',
  'ticketNote',
  'listed',
  'secret',
  'seat',
] as const satisfies readonly Exclude<keyof Tables, 'migration'>[];

/** Written into the text of a query, not bound to it: only so does SQLite see that a partial index fits. */
export const literal = <V extends string>(value: V): RawBuilder<V> => sql.lit(value);
