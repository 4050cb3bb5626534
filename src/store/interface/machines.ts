/** Keys of programs that call, and what those who listen were told. */
import type { Day } from '../../contract/index.ts';

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
