/**
 * The state of the bot behind one small interface; two engines (node:sqlite, PostgreSQL) pass one contract suite.
 * Every access is a transaction: the handle given to the work is the only door inside, so that nothing can be half done.
 */
import type { Day, Statement } from '../contract/index.ts';

export interface Store {
  engine: 'sqlite' | 'postgres';
  /**
   * All or nothing. Runs the work again on a conflict with another process, so the work must have no effect but on the records;
   * throws what the work throws. Opening a transaction inside another one is a mistake in the program and throws at once.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Epoch milliseconds by the clock that all users of this store share: the process's own, or the PostgreSQL server's. Leases are measured by it. */
  now(): number;
  /** A consistent copy while running (SQLite: a file; PostgreSQL: a portable dump of our own). Refuses to overwrite a file. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else changed the record since it was read. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

export interface Records {
  inbound: InboundRecords;
  conversations: ConversationRecords;
  profiles: ProfileRecords;
  outbox: OutboxRecords;
  tickets: TicketRecords;
  /** Subscriptions, reminders, deliveries: the ledger, see src/reminders. */
  reminders: ReminderRecords;
  /** What several workers share. */
  workers: WorkerRecords;
  /** Documents that came by console or API. */
  shelf: ShelfRecords;
  /** What was shown on a channel whose platform keeps no history. */
  shown: ShownRecords;
  /** Small things remembered by a key. */
  notes: NoteRecords;
  keys: KeyRecords;
  announced: AnnouncedRecords;
  /** Who works in the console. */
  officers: OfficerRecords;
  /** What was changed, by whom: only ever added to. */
  audit: AuditRecords;
  /** Files that officers brought in. */
  intake: IntakeRecords;
  /** What was asked and answered. */
  exchanges: ExchangeRecords;
  /** What officers added beside the documents. */
  additions: AdditionRecords;
  /** What officers do about tickets, and the lists that they keep. */
  desk: DeskRecords;
  /** What is old enough to be let go. */
  retention: RetentionRecords;
  /** Removes all of a contact: conversations, profiles, subscriptions, reminders, messages, tickets' texts. */
  forget(contact: Contact): Promise<void>;
}

export interface RetentionRecords {
  /** Who wrote last before the given time, with no reminder to come and no open ticket. */
  idleContacts(asked: { before: number; limit: number }): Promise<Contact[]>;
  /** Deletes tickets that were closed before the given time, with their texts; answers how many. */
  dropClosedTickets(before: number): Promise<number>;
}

export interface Contact {
  channel: string;
  senderId: string;
}
export interface ChatAddress {
  channel: string;
  conversationId: string;
}

export interface StoredInbound {
  channel: string;
  eventId: string;
  conversationId: string;
  senderId: string;
  /** The whole InboundMessage as JSON. */
  body: string;
  receivedAt: number;
}
export interface InboundRecords {
  /** Stores before any work. 'duplicate' when (channel, eventId) is already there. */
  receive(message: StoredInbound): Promise<'new' | 'duplicate'>;
  /**
   * Whose turn it is in a chat, where several workers share the store: 'own' when no earlier message of it is unanswered; nobody else can answer in
   * that chat until the transaction ends. 'answered': another worker has done it. Alone on its store, a process keeps the order by itself: 'own'.
   */
  takeTurn(
    message: ChatAddress & { eventId: string },
  ): Promise<'own' | 'answered' | { earlier: StoredInbound }>;
  /** Stored and not yet answered, oldest first: taken up at the next start. */
  unanswered(): Promise<StoredInbound[]>;
  /** Notes that the work on a message left unanswered begins once more; answers how often that was. 0: it is answered meanwhile. */
  beginAgain(channel: string, eventId: string): Promise<number>;
  /** From here on only the dedupe key is kept: text and sender are blanked. */
  markAnswered(channel: string, eventId: string, at: number): Promise<void>;
  /** Forgets dedupe keys of answered messages older than the given time. */
  prune(before: number): Promise<number>;
}

export interface ConversationRecords {
  /** `sender` in groups: each sender has a thread of their own. */
  load(
    address: ChatAddress,
    senderId: string,
  ): Promise<{ state: string; version: number; lastInboundAt: number } | null>;
  /** Throws ConflictError when the version is no longer the one loaded (null: not there yet). */
  save(
    address: ChatAddress,
    senderId: string,
    state: string,
    expectedVersion: number | null,
    lastInboundAt: number,
  ): Promise<void>;
  lastInboundAt(address: ChatAddress): Promise<number | null>;
}

/** Who told, and where: what was said in a group is used and shown in that group only. */
export interface ProfileOwner extends Contact {
  /** The group's conversation; null or absent: private chats, which share. */
  scope?: string | null;
}
/** Two of the same key are the same statement, told again. */
export type StatementKey = Pick<Statement, 'entity' | 'fact' | 'period'>;
export interface Known {
  /** Null: the first, unnamed one. */
  enterprise: string | null;
  /** In the order in which they were told. */
  statements: Statement[];
}
export interface ProfileRecords {
  /** The enterprise in use with what was told of it, or null. */
  statements(owner: ProfileOwner): Promise<Known | null>;
  /** Withdraws, then tells: what was told of the same entity, fact and period before is replaced. The enterprise becomes the one in use. */
  believe(
    owner: ProfileOwner,
    enterprise: string | null,
    change: { told: readonly Statement[]; withdrawn?: readonly StatementKey[] },
    at: number,
  ): Promise<void>;
  /** Takes back all that was told of the enterprise. */
  empty(owner: ProfileOwner, enterprise: string | null, at: number): Promise<void>;
  switchTo(owner: ProfileOwner, enterprise: string, at: number): Promise<void>;
  /** All of the owner's enterprises, the one touched last at the end. */
  enterprises(owner: ProfileOwner): Promise<Known[]>;

  /** The enterprise in use as one value a fact (JSON), for those who do not speak of entities and evidence yet. */
  current(owner: ProfileOwner): Promise<{ enterprise: string | null; facts: string } | null>;
  save(owner: ProfileOwner, enterprise: string | null, facts: string, at: number): Promise<void>;
  list(owner: ProfileOwner): Promise<{ enterprise: string | null; facts: string }[]>;
  /** Everybody who told something in a private chat, with the enterprise in use. */
  everybody(): Promise<(Contact & Known)[]>;
}

export interface ShownEntry {
  /** Grows within a chat. */
  sequence: number;
  id: string;
  /** JSON of the channel that shows it. */
  body: string;
  at: number;
}
export interface ShownRecords {
  /** Adding the same id twice keeps the first. Of a chat only the newest 200 are kept. */
  add(entry: Omit<ShownEntry, 'sequence'> & ChatAddress & { senderId: string }): Promise<void>;
  /** What came after the given one (0: all that is kept), oldest first. */
  after(address: ChatAddress, sequence: number): Promise<ShownEntry[]>;
}

export interface Note extends Contact {
  /**
   * feed: the address of a contact's calendar. export: of a file with all that is kept. consent: what was said about it, in which
   * version. push: whether the contact wants to be told of new policies, and in which chat. moved: a chat that has another id now. health: written to see whether
   * anything can be.
   */
  purpose: 'feed' | 'export' | 'sheet' | 'consent' | 'moved' | 'health' | 'push';
  key: string;
  value: string;
  at: number;
  /** Epoch milliseconds; null: for good. */
  expiresAt: number | null;
}
export interface NoteRecords {
  /** In the place of what was there under the same key. */
  put(note: Note): Promise<void>;
  /** Null as well when it has expired. */
  get(purpose: Note['purpose'], key: string, now: number): Promise<Note | null>;
  /** Oldest first. */
  of(contact: Contact, purpose: Note['purpose'], now: number): Promise<Note[]>;
  drop(contact: Contact, purpose: Note['purpose']): Promise<void>;
  /** Of everybody. */
  all(purpose: Note['purpose'], now: number): Promise<Note[]>;
  /** Deletes what has expired. */
  prune(now: number): Promise<number>;
}

/** A key of a program that calls. The key itself is shown once and not kept. */
export interface ApiKey {
  id: string;
  name: string;
  /** SHA-256 of the whole key, hexadecimal. */
  hash: string;
  scopes: string[];
  perMinute: number;
  /** The last day it is good on; null: no end. */
  expiresOn: Day | null;
  createdAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
}
export interface KeyRecords {
  add(key: Omit<ApiKey, 'lastUsedAt' | 'revokedAt'>): Promise<void>;
  get(id: string): Promise<ApiKey | null>;
  /** The oldest first, revoked ones too. */
  list(): Promise<ApiKey[]>;
  /** False: there is none of this id, or it is revoked already. */
  revoke(id: string, at: number): Promise<boolean>;
  used(id: string, at: number): Promise<void>;
}

/** Somebody who works in the console; known by the name, which is told in the audit and to contacts. */
export interface Officer {
  name: string;
  role: string;
  /** As the service wrote it; null: none was set yet. */
  password: string | null;
  /** SHA-256 of the link with which a password may be set, and until when. */
  link: string | null;
  linkUntil: number | null;
  /** Who it is at the office's own sign-in; null: signs in here only. */
  subject: string | null;
  /** Wrong passwords in a row, and until when no further one is looked at. */
  failures: number;
  blockedUntil: number;
  createdAt: number;
  removedAt: number | null;
}
export interface OfficerSession {
  /** SHA-256 of what the browser keeps. */
  hash: string;
  officer: string;
  createdAt: number;
  expiresAt: number;
}
export interface OfficerRecords {
  /** In the place of one of the same name. */
  put(officer: Officer): Promise<void>;
  get(name: string): Promise<Officer | null>;
  /** By name, removed ones too. */
  list(): Promise<Officer[]>;
  addSession(session: OfficerSession): Promise<void>;
  session(hash: string): Promise<OfficerSession | null>;
  /** One session, or all of an officer. */
  endSession(hash: string): Promise<void>;
  endSessions(officer: string): Promise<void>;
  /** Deletes what has expired. */
  pruneSessions(now: number): Promise<void>;
}

export interface AuditEntry {
  sequence: number;
  at: number;
  by: string;
  action: string;
  /** What it was done to: a document, a ticket, an officer. */
  subject: string;
  before: string | null;
  after: string | null;
  comment: string | null;
}
export interface AuditRecords {
  add(entry: Omit<AuditEntry, 'sequence'>): Promise<void>;
  /** Newest first, before the given one. */
  list(filter: { before?: number; limit: number; subject?: string; by?: string }): Promise<AuditEntry[]>;
}

/** A message and what was said to it; or, without a text, what an officer said. */
export interface Exchange {
  sequence: number;
  /** Says nothing of who it was. */
  id: string;
  at: number;
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  text: string;
  reply: string;
  /** The officer who said it; null: the bot. */
  by: string | null;
  about: string | null;
  /** Where the enterprise is, as it has told. */
  place: string | null;
  /** office: answered with an officer's words; silent: an officer has the talk. */
  outcome: 'answered' | 'menu' | 'refused' | 'handed-over' | 'office' | 'silent';
  verdict: string | null;
  feedback: 'good' | 'bad' | null;
  /** What was wrong with it, as the contact says. */
  reason: string | null;
  handled: 'alias' | 'answer' | 'ask' | 'ticket' | 'dismissed' | null;
  handledBy: string | null;
  handledAt: number | null;
}
export interface ExchangeRecords {
  add(
    exchange: Omit<Exchange, 'sequence' | 'feedback' | 'reason' | 'handled' | 'handledBy' | 'handledAt'>,
  ): Promise<void>;
  get(id: string): Promise<Exchange | null>;
  /** Newest first. `onlyOpen`: without an answer, with a menu or found bad, and handled by nobody yet. */
  since(at: number, filter?: { limit?: number; onlyOpen?: boolean }): Promise<Exchange[]>;
  /** What people wrote last, newest first. */
  lastQuestions(limit: number): Promise<string[]>;
  /** The last of a chat, oldest first. */
  ofChat(address: ChatAddress, limit: number): Promise<Exchange[]>;
  of(contact: Contact): Promise<Exchange[]>;
  /** False: it is not this contact's. */
  judge(
    id: string,
    contact: Contact,
    judged: { feedback: 'good' | 'bad'; reason: string | null },
  ): Promise<boolean>;
  handle(
    ids: readonly string[],
    deed: { handled: NonNullable<Exchange['handled']>; by: string; at: number },
  ): Promise<void>;
  /** Blanks texts and persons of what is older; how often and what about stays. */
  dropTexts(before: number): Promise<number>;
  takeOver(address: ChatAddress, by: string, at: number): Promise<void>;
  takenOver(address: ChatAddress): Promise<{ by: string; at: number } | null>;
  takeovers(): Promise<(ChatAddress & { by: string; at: number })[]>;
  handBack(address: ChatAddress): Promise<void>;
}

/** alias: another way of asking for a measure; answer: the office's own words; ask: whom to ask. */
export interface Addition {
  id: string;
  kind: 'alias' | 'answer' | 'ask';
  questions: string[];
  /** The measure. */
  about: string | null;
  answer: string | null;
  by: string;
  at: number;
}
export interface AdditionRecords {
  add(addition: Addition): Promise<void>;
  list(): Promise<Addition[]>;
  remove(id: string, at: number): Promise<boolean>;
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

/** A file on its way to a draft. */
export interface IntakeFile {
  id: string;
  name: string;
  /** unpacked: a zip file, whose documents stand here themselves. */
  state: 'waiting' | 'done' | 'unpacked' | 'refused';
  /** Why it could not be read, or what of it was left out. */
  reason: string | null;
  /** The draft that was made of it. */
  document: string | null;
  number: number | null;
  by: string;
  at: number;
}
export interface IntakeRecords {
  add(file: Pick<IntakeFile, 'id' | 'name' | 'by' | 'at'> & { bytes: Uint8Array }): Promise<void>;
  /** The oldest that waits. */
  next(): Promise<{ id: string; name: string; bytes: Uint8Array; by: string } | null>;
  finish(
    id: string,
    end:
      | { state: 'done'; document: string; number: number }
      | { state: 'unpacked'; reason: string }
      | { state: 'refused'; reason: string },
  ): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<IntakeFile[]>;
  /** Takes one that is read or refused off the list. */
  dismiss(id: string): Promise<void>;
}

/** A document in force as those who listen were last told of it. */
export interface AnnouncedDocument {
  document: string;
  version: string;
  title: string;
}
export interface AnnouncedRecords {
  list(): Promise<AnnouncedDocument[]>;
  /** In place of what was there. */
  set(documents: readonly AnnouncedDocument[]): Promise<void>;
}

export interface OutboxItem {
  /** Idempotency key. */
  id: string;
  channel: string;
  conversationId: string;
  isGroup: boolean;
  /** OutboundMessage as JSON. */
  body: string;
  createdAt: number;
  /** Not before. */
  dueAt: number;
  /** Earlier ones: as it is given out, this one is not counted. */
  attempts: number;
  /** Whom it answers, so that forget() finds it in a group too. */
  senderId?: string | undefined;
}
/** What an item needs to be stored; it is due at once unless `dueAt` says otherwise. */
export type NewOutboxItem = Omit<OutboxItem, 'attempts' | 'dueAt'> & { attempts?: number; dueAt?: number };
export type OutboxResult =
  | { kind: 'sent'; platformMessageId?: string | undefined }
  | { kind: 'retry'; notBefore: number; reason: string }
  | { kind: 'unsure'; reason: string }
  | { kind: 'failed'; reason: string };
export interface OutboxRecords {
  /** Adding the same id twice keeps the first. */
  add(item: NewOutboxItem): Promise<void>;
  /** Claims and begins in one step an item that was just added; null when an earlier one of its chat is not finished, or it is not due. */
  takeAtOnce(id: string, lease: { worker: string; now: number; leaseMs: number }): Promise<OutboxItem | null>;
  /** Takes up to `limit` due items under a lease, oldest first, one chat's items in order (never a later one before an earlier pending one). */
  claim(claim: {
    worker: string;
    channels: string[];
    limit: number;
    now: number;
    leaseMs: number;
  }): Promise<OutboxItem[]>;
  /** Written before the request leaves, so that a crash leaves 'unsure', not a blind resend. False: lease lost, do not send. */
  begin(id: string, worker: string, now: number): Promise<boolean>;
  /** After 'retry' the later items of that chat which this worker holds are given back too, so that order is kept. */
  finish(id: string, worker: string, result: OutboxResult, now: number): Promise<void>;
  /** Leases that ran out: claimed → due again; begun → unsure, but due again on the channels named, where nothing is shown twice. */
  recover(now: number, idempotent?: readonly string[]): Promise<{ returned: number; unsure: number }>;
  /** Gives a worker's claimed and not begun items back (SIGTERM). */
  giveBack(worker: string): Promise<number>;
  /** When the next item of these channels becomes due, or null: how long a drain may sleep. */
  nextDueAt(channels: string[]): Promise<number | null>;
  /** How many items stand in each status. */
  counts(): Promise<Record<string, number>>;
  /** The same of those whose id begins so. */
  countsOf(prefix: string): Promise<Record<string, number>>;
  /** Deletes what was sent or given up before the given time. */
  prune(before: number): Promise<number>;
}

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

/** Of one document one revision at most is in force; one that was in force is never changed. */
export type RevisionState = 'draft' | 'in-review' | 'in-force' | 'replaced' | 'withdrawn';

export interface Revision {
  /** Its name on the shelf: a folder would be called so. */
  document: string;
  /** From 1. */
  number: number;
  state: RevisionState;
  /** Texts by file name: source.txt, policy.yaml, approval.yaml, cases.yaml. */
  files: Record<string, string>;
  originalName: string | null;
  /** Where it was published. */
  address: string | null;
  createdAt: number;
  createdBy: string;
}
export interface WorkerRecords {
  /** The value that all workers share under this name: the one proposed first. */
  sharedSecret(name: string, proposed: string): Promise<string>;
  /** True when this worker holds the seat for the lease from now: it was free, run out, or its own. */
  takeSeat(role: string, holder: string, lease: { now: number; leaseMs: number }): Promise<boolean>;
  leaveSeat(role: string, holder: string): Promise<void>;
  /** The next time at which something may leave under this name: no two closer than `everyMs`. It is taken. */
  takeSlot(name: string, pace: { now: number; everyMs: number }): Promise<number>;
  /** Takes it only where it is now; false: nothing is taken. */
  takeSlotNow(name: string, pace: { now: number; everyMs: number }): Promise<boolean>;
}
/** Who did it and when (epoch milliseconds). */
export interface Deed {
  by: string;
  at: number;
}
export interface ShelfRecords {
  /** Grows with every change. */
  version(): Promise<number>;
  /** Of each document the one in force, or else the newest that was: what is withdrawn here answers from no folder either. */
  answering(): Promise<Revision[]>;
  list(): Promise<Revision[]>;
  get(document: string, number: number): Promise<Revision | null>;
  /** The file as it was received. */
  original(document: string, number: number): Promise<{ name: string; bytes: Uint8Array } | null>;
  /** A new draft; answers its number. */
  add(
    draft: Pick<Revision, 'document' | 'files'> &
      Deed & { original?: { name: string; bytes: Uint8Array }; address?: string },
  ): Promise<number>;
  /** False: it is no draft any more, and stays as it is. */
  edit(document: string, number: number, files: Record<string, string>, deed: Deed): Promise<boolean>;
  /**
   * To the next state; false where it cannot come after the present one. `files`: with the approval added. What was in force before of the same
   * document is replaced.
   */
  move(
    document: string,
    number: number,
    state: RevisionState,
    deed: Deed & { note?: string | null; files?: Record<string, string> },
  ): Promise<boolean>;
  /** A revision of another installation with all that became of it, as it is. */
  take(
    moved: Omit<Revision, 'originalName'> & {
      original: { name: string; bytes: Uint8Array } | null;
      steps: readonly { state: RevisionState; by: string; at: number; note: string | null }[];
    },
  ): Promise<void>;
  /** Oldest first. */
  history(
    document: string,
  ): Promise<{ number: number; state: RevisionState; by: string; at: number; note: string | null }[]>;
}

/** A subscription belongs to a contact in a chat and is about a measure (or a document): one each. */
export interface Subscription {
  id: string;
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  about: string;
  deadline: Day;
  /** ReminderChoice as JSON. */
  choice: string;
  state: 'active' | 'paused' | 'cancelled' | 'applied';
  /** Epoch milliseconds; null: until the contact says so. */
  pausedUntil: number | null;
  createdAt: number;
}
/**
 * due → claimed → sending → sent | unsure | failed; or waiting (the channel cannot push now: shown when the contact next writes),
 * paused, cancelled, expired.
 */
export type ReminderStatus =
  | 'due'
  | 'claimed'
  | 'sending'
  | 'sent'
  | 'unsure'
  | 'failed'
  | 'waiting'
  | 'paused'
  | 'cancelled'
  | 'expired';
export interface ReminderRow {
  /** The same subscription and due time always have the same id, so that planning twice plans once. */
  id: string;
  subscriptionId: string;
  channel: string;
  conversationId: string;
  senderId: string;
  isGroup: boolean;
  about: string;
  deadline: Day;
  /** Epoch milliseconds. */
  dueAt: number;
  /** Never sent after this. */
  expiresAt: number;
  /** The last one before the deadline: sent again, once, when it is unsure whether it arrived. */
  isLast: boolean;
  /** This is that second sending (补发). */
  isResend: boolean;
  /** Set when this row tells that the document was amended: the deadline as it was before. */
  was: Day | null;
  status: ReminderStatus;
  attempts: number;
}
/** As planned: the ledger adds the rest. */
export type PlannedReminder = Pick<ReminderRow, 'id' | 'dueAt' | 'expiresAt' | 'isLast'> & { was?: Day };
export interface Plan {
  subscription: Subscription;
  reminders: PlannedReminder[];
}
export interface DeliveryRow {
  /** Idempotency key and fencing token: reminder id and number of the attempt. */
  id: string;
  reminderId: string;
  attempt: number;
  worker: string;
  startedAt: number;
  finishedAt: number | null;
  outcome: 'started' | 'sent' | 'failed' | 'unsure';
  platformMessageId: string | null;
  reason: string | null;
}
export type DeliveryResult =
  | { kind: 'sent'; platformMessageId?: string | undefined }
  /** It did not arrive for sure, and may be tried again. */
  | { kind: 'retry'; notBefore: number; reason: string }
  | { kind: 'unsure'; reason: string }
  | { kind: 'failed'; reason: string };
export interface QuietHours {
  /** Local time 'HH:MM'; may pass midnight. */
  from: string;
  to: string;
}
export interface ReminderRecords {
  /**
   * Sets or changes subscriptions (up to 500 at once). Their reminders that were planned before, are not on their way and are not planned
   * now are cancelled; with `keepDueUntil`, only those due after that time.
   */
  subscribe(plans: Plan[], keepDueUntil?: number): Promise<void>;
  subscriptions(contact: Contact): Promise<Subscription[]>;
  /** All active and paused subscriptions about something, in pages: after the given id, by id. */
  subscribersOf(
    about: string,
    page: { after: string | null; limit: number },
  ): Promise<(Subscription & { quiet: QuietHours | null })[]>;
  /** Every measure or document with active or paused subscriptions, with the deadlines they were planned for. */
  subscribedDeadlines(): Promise<{ about: string; deadline: Day }[]>;
  /** The contact's reminders, soonest first. */
  reminders(contact: Contact): Promise<ReminderRow[]>;
  /** about null: all of the contact's. Returns how many subscriptions were touched. */
  setState(
    contact: Contact,
    about: string | null,
    state: Subscription['state'],
    at?: { now: number; pausedUntil?: number | null },
  ): Promise<number>;
  /** Resumes the pauses that are over. */
  resumePaused(now: number): Promise<number>;
  quietHours(contact: Contact): Promise<QuietHours | null>;
  setQuietHours(contact: Contact, quiet: QuietHours | null): Promise<void>;

  /** Takes up to `limit` due reminders under a lease, the earliest first; what has expired, or whose contact has quiet hours now, is left alone. */
  claim(claim: {
    worker: string;
    channels: string[];
    limit: number;
    now: number;
    leaseMs: number;
  }): Promise<ReminderRow[]>;
  /** Written before the requests leave. Answers the delivery of each reminder whose lease still holds: only those may be sent. */
  begin(ids: string[], worker: string, now: number): Promise<Map<string, string>>;
  /** Ends deliveries of this worker; one that has ended otherwise meanwhile stays as it is, except that unsure may still become sent. */
  finish(results: { delivery: string; result: DeliveryResult }[], worker: string, now: number): Promise<void>;
  /** The channel cannot push now: claimed → waiting. */
  hold(ids: string[], worker: string): Promise<void>;
  /** Reminders that wait for the contact to write (or are due now), for the outbox item of this id to carry: its outcome becomes theirs. */
  showWith(address: ChatAddress, outboxId: string, now: number): Promise<ReminderRow[]>;
  /** For a reply that does not go through the outbox: what showWith gave out under this id has been shown. */
  shown(outboxId: string, now: number): Promise<void>;
  /** Leases that ran out: claimed → due again; begun → unsure (and a last notice is planned again, once). */
  recover(now: number): Promise<{ returned: number; unsure: number }>;
  /** Reminders past their deadline: never sent. */
  expire(now: number): Promise<number>;
  /** Gives a worker's claimed and not begun reminders back (SIGTERM). */
  giveBack(worker: string): Promise<number>;

  list(filter?: { status?: ReminderStatus; limit?: number }): Promise<ReminderRow[]>;
  deliveries(filter?: { outcome?: DeliveryRow['outcome']; limit?: number }): Promise<DeliveryRow[]>;
  counts(): Promise<Record<string, number>>;
}
