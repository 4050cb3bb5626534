/**
 * node:sqlite: one file, one process that owns it (see lock.ts), write-ahead log, every commit on the disk before it is acknowledged.
 *
 * Access: 'own' for the bot itself. 'read' for lists and backups beside it. 'beside' for the officer's command line, which writes one short
 * transaction (an answer to a ticket) while the bot runs: SQLite lets one writer in at a time and makes the other wait, so both are safe;
 * what the side lock prevents is two bots that both send.
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/sqlite';
import { UserError } from '../../contract/index.ts';
import type { Tables } from '../schema.ts';
import type { Engine } from './engine.ts';
import { connect, nodeSqliteDialect, type SqliteConnection } from './node-sqlite-dialect.ts';
import { takeSideLock } from './side-lock.ts';
import { explainSqliteError } from './sqlite-errors.ts';

export const FILE_NAME = 'huiqi.sqlite';
export type SqliteAccess = 'own' | 'read' | 'beside';

const BUSY_TIMEOUT_MS = 5000;
/** What enterprises have told the bot is nobody else's to read; SQLite gives the files beside it the same rights. */
const PRIVATE = 0o600;

export function openSqliteFile(folder: string, access: SqliteAccess, office: string): Engine {
  const file = join(folder, FILE_NAME);
  try {
    if (access !== 'own' && !existsSync(file)) {
      throw new UserError(
        `${folder} 里还没有数据（${FILE_NAME}）。请先用 huiqi serve 启动一次，或用 HUIQI_DATA_DIR 指到数据所在的目录。`,
      );
    }
    if (access === 'own') mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = access === 'own' ? takeSideLock(file) : null;
    try {
      const connection = connect(file, { readOnly: access === 'read', busyTimeoutMs: BUSY_TIMEOUT_MS });
      if (access === 'own') chmodSync(file, PRIVATE);
      if (access !== 'read') makeDurable(connection, file);
      const mode = access === 'read' ? 'read' : 'write';
      return sqliteEngine(connection, { file, mode, office, releaseLock: () => lock?.release() });
    } catch (error) {
      lock?.release();
      throw error;
    }
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}

export interface MemoryEngine extends Engine {
  /** All that it holds; null where Node (before 24.16) cannot say. */
  image(): Uint8Array | null;
}

/** `image`: what it holds from the beginning. */
export function openSqliteMemory(office: string, image: Uint8Array | null): MemoryEngine {
  const connection = connect(':memory:', { readOnly: false, busyTimeoutMs: 0 });
  if (image) connection.deserialize(image);
  connection.exec('pragma foreign_keys = on');
  const engine = sqliteEngine(connection, { file: ':memory:', mode: 'write', office, releaseLock: () => {} });
  return { ...engine, image: () => connection.serialize?.() ?? null };
}

/** Opens any SQLite file as it is, for reading a backup. */
export function openSqliteCopy(file: string, office: string): Engine {
  try {
    const connection = connect(file, { readOnly: false, busyTimeoutMs: 0 });
    return sqliteEngine(connection, { file, mode: 'write', office, releaseLock: () => {} });
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}

function makeDurable(connection: SqliteConnection, file: string): void {
  connection.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;',
  );
  const journal = connection.prepare('pragma journal_mode').get()?.journal_mode;
  const synchronous = connection.prepare('pragma synchronous').get()?.synchronous;
  if (journal !== 'wal' || synchronous !== 2) {
    throw new UserError(
      `${file} 所在的磁盘不支持可靠写入（journal_mode=${journal}，synchronous=${synchronous}）。请把 HUIQI_DATA_DIR 放在本机磁盘上。`,
    );
  }
}

interface Opened {
  file: string;
  mode: 'write' | 'read';
  office: string;
  releaseLock(): void;
}

function sqliteEngine(connection: SqliteConnection, { file, mode, office, releaseLock }: Opened): Engine {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(connection, mode) });
  return {
    kind: 'sqlite',
    isOverWire: false,
    db,
    office,
    now: () => Date.now(),
    skippingLocked: (query) => query,
    lockingRows: (query) => query,
    listOf: (query) => jsonArrayFrom(query),
    // A write transaction is alone already.
    lock: async () => {},
    lockChat: async () => false,
    isConflict: () => false,
    isUnreachable: () => false,
    explain: (error) => explainSqliteError(error, file),
    // Deleted rows are overwritten as they are deleted (secure_delete); the log beside the file still has them. A reader that is in
    // the middle of something keeps it until the next time.
    leaveNoTrace: async () => void connection.prepare('pragma wal_checkpoint(truncate)').all(),
    copyTo: async (target) => {
      // The file is there, empty and private, before the first byte is written.
      closeSync(openSync(target, 'wx', PRIVATE));
      connection.prepare('vacuum into ?').run(target);
    },
    close: async () => {
      await db.destroy();
      // Kysely opens lazily and then does not close what it never used.
      if (connection.isOpen) connection.close();
      releaseLock();
    },
  };
}
