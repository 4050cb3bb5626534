/** Small things remembered by a key. */
import type { Contact } from './chats.ts';

export interface Note extends Contact {
  /**
   * feed: the address of a contact's calendar. export: of a file with all that is kept. consent: what was said about it, in which
   * version. push: whether the contact wants to be told of new policies, and in which chat. moved: a chat that has another id now. health: written to see whether
   * anything can be. share: with whom a contact uses one profile. share-code: by which others may join.
   */
  purpose: 'feed' | 'export' | 'sheet' | 'consent' | 'moved' | 'health' | 'push' | 'share' | 'share-code';
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
