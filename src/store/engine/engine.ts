/** What the two engines differ in: how a connection is had, how rows are locked, how their errors read. All else is one text. */
import type { RawBuilder, SelectQueryBuilder } from 'kysely';
import type { Database, OpenTransaction, Tables } from '../schema.ts';

export interface Engine {
  kind: 'sqlite' | 'postgres';
  /** Each statement is a way there and back: what can be written at once is. */
  isOverWire: boolean;
  db: Database;
  /** Whose rows are read and written: every statement names it. */
  office: string;
  /** Whom to ask for the time: see Store.now. */
  now(): number;
  /** Rows that another worker is taking are passed over; SQLite has one writer and needs no such thing. */
  skippingLocked<T extends keyof Tables, O>(
    query: SelectQueryBuilder<Tables, T, O>,
  ): SelectQueryBuilder<Tables, T, O>;
  /** Rows read stay as they are until the end of the transaction. */
  lockingRows<T extends keyof Tables, O>(
    query: SelectQueryBuilder<Tables, T, O>,
  ): SelectQueryBuilder<Tables, T, O>;
  /** The rows of a query as one value of another: a list of objects in JSON. */
  listOf<T extends keyof Tables, O>(query: SelectQueryBuilder<Tables, T, O>): RawBuilder<unknown>;
  /** Holds back whoever else wants the same lock, until the end of the transaction. */
  lock(transaction: OpenTransaction, name: 'migrate' | 'claim-outbox'): Promise<void>;
  /** The same for one chat: who answers in it is alone there. False: this engine has one process, which keeps the order by itself. */
  lockChat(transaction: OpenTransaction, channel: string, conversationId: string): Promise<boolean>;
  /** The transaction lost against another one and may run again. */
  isConflict(error: unknown): boolean;
  /** The connection is gone or cannot be had; waiting may help. */
  isUnreachable(error: unknown): boolean;
  /** The same error, or a sentence for the operator where there is one. */
  explain(error: unknown): unknown;
  /** Called when a forgetting is committed: what was deleted leaves the files that this engine keeps, as far as it can reach them. */
  leaveNoTrace(): Promise<void>;
  /** Writes a consistent copy of the office's rows into a file that does not exist yet. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}
