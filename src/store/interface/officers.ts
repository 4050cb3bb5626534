/** Who works in the console, and the audit of what they changed. */

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
