/**
 * Takes a backup of either engine into a store of either engine. An older format is first brought up to date in a copy; a newer one, a cut-off
 * or a foreign file is refused before anything is changed.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { z } from 'zod';
import { UserError } from '../contract/index.ts';
import type { Engine } from './engine/engine.ts';
import { openSqliteCopy } from './engine/sqlite.ts';
import { formatVersion, migrate, refuseNewer } from './migrations/index.ts';
import { engineOf, ONLY_OFFICE } from './open.ts';
import { type OpenTransaction, rowsAtOnce, TABLE_NAMES } from './schema.ts';
import type { Store } from './store.ts';

type TableName = (typeof TABLE_NAMES)[number];

/** 'empty': refused when the store holds anything. 'replace': what it holds is deleted, in the same transaction. */
export async function restoreInto(
  store: Store,
  file: string,
  onto: 'empty' | 'replace',
): Promise<{ rows: number }> {
  if (!existsSync(file)) throw new UserError(`没有 ${file} 这个文件。请检查备份文件的路径。`);
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-restore-'));
  let backup: Engine | null = null;
  try {
    const copy = join(folder, 'backup.sqlite');
    backup = (await isSqlite(file)) ? await openBackupCopy(file, copy) : await loadJsonLines(file, copy);
    await migrate(backup, Date.now());
    return { rows: await copyRows(backup, engineOf(store), onto) };
  } finally {
    await backup?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.toString('latin1', 0, bytesRead) === 'SQLite format 3\0';
  } finally {
    await handle.close();
  }
}

async function openBackupCopy(file: string, copy: string): Promise<Engine> {
  await copyFile(file, copy);
  const engine = openSqliteCopy(copy, ONLY_OFFICE);
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(engine.db);
    if (rows[0]?.integrity_check !== 'ok') throw broken(file);
    if ((await formatVersion(engine)) === 0) throw foreign(file);
    return engine;
  } catch (error) {
    await engine.close();
    throw error instanceof UserError ? error : broken(file);
  }
}

const headSchema = z.object({ huiqi: z.literal('backup'), version: z.int().min(1) });
const rowSchema = z.tuple([
  z.enum(TABLE_NAMES),
  z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
]);
const endSchema = z.object({ rows: z.int() });

/** JSON lines go into a store of the version that they were written by. */
async function loadJsonLines(file: string, copy: string): Promise<Engine> {
  let engine: Engine | null = null;
  try {
    let rows = 0;
    let isComplete = false;
    for await (const line of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const value: unknown = JSON.parse(line);
      if (engine === null) {
        const { version } = headSchema.parse(value);
        refuseNewer(version);
        engine = openSqliteCopy(copy, ONLY_OFFICE);
        await migrate(engine, Date.now(), version);
      } else if (Array.isArray(value)) {
        const [table, row] = rowSchema.parse(value);
        await engine.db
          .insertInto(table)
          .values(row as never)
          .execute();
        rows += 1;
      } else isComplete = endSchema.parse(value).rows === rows;
    }
    if (engine === null) throw foreign(file);
    if (!isComplete) throw broken(file);
    return engine;
  } catch (error) {
    await engine?.close();
    if (error instanceof UserError) throw error;
    throw engine === null ? foreign(file) : broken(file);
  }
}

const foreign = (file: string) => new UserError(`${file} 不是惠企的备份文件，没有恢复任何数据。`);
const broken = (file: string) =>
  new UserError(`备份文件 ${file} 不完整或已损坏，没有恢复任何数据。请换一个备份。`);

async function copyRows(backup: Engine, target: Engine, onto: 'empty' | 'replace'): Promise<number> {
  try {
    return await target.db.transaction().execute(async (transaction) => {
      const { office } = target;
      const from = await officeIn(backup, office);
      if (onto === 'empty') await requireEmpty(transaction, office);
      for (const table of TABLE_NAMES.toReversed())
        await transaction.deleteFrom(table).where('office', '=', office).execute();
      let rows = 0;
      for (const table of TABLE_NAMES) rows += await copyTable(table, { backup, from }, transaction, office);
      if (target.kind === 'postgres') await continueSequences(transaction);
      return rows;
    });
  } catch (error) {
    throw target.explain(error);
  }
}

/** Whose rows to take: the office's own, or those of the only office in the file, which may have been called otherwise. */
async function officeIn(backup: Engine, office: string): Promise<string> {
  const found = new Set<string>();
  for (const table of TABLE_NAMES) {
    const { rows } = await sql<{ office: string }>`select distinct office from ${sql.table(table)}`.execute(
      backup.db,
    );
    for (const row of rows) found.add(row.office);
  }
  if (found.has(office) || found.size === 0) return office;
  if (found.size === 1) return [...found][0]!;
  throw new UserError(
    `备份里有 ${[...found].join('、')} 的数据，没有 ${office} 的，没有恢复任何数据。请用 HUIQI_OFFICE 写明是哪一个。`,
  );
}

async function copyTable(
  table: TableName,
  { backup, from }: { backup: Engine; from: string },
  transaction: OpenTransaction,
  office: string,
): Promise<number> {
  let copied = 0;
  for (;;) {
    const { rows } = await sql<object>`select * from ${sql.table(table)} where office = ${from}
      order by rowid limit ${rowsAtOnce(table)} offset ${copied}`.execute(backup.db);
    if (rows.length === 0) return copied;
    const values = rows.map((row) => ({ ...row, office }));
    await transaction
      .insertInto(table)
      .values(values as never)
      .execute();
    copied += rows.length;
  }
}

async function requireEmpty(transaction: OpenTransaction, office: string): Promise<void> {
  for (const table of TABLE_NAMES) {
    const row = await sql`select 1 from ${sql.table(table)} where office = ${office} limit 1`.execute(
      transaction,
    );
    if (row.rows.length > 0) {
      throw new UserError('现有的数据不是空的，没有恢复。确定要用备份替换它，就加上 --force。');
    }
  }
}

/** Rows copied with their numbers do not move PostgreSQL's counter of them. */
async function continueSequences(transaction: OpenTransaction): Promise<void> {
  for (const table of ['outbox', 'shown', 'audit', 'exchange'] as const) {
    const counter = sql`pg_get_serial_sequence(${table}, 'sequence')`;
    await sql`select setval(${counter}, greatest(nextval(${counter}::regclass), coalesce(max(sequence), 0) + 1), false)
      from ${sql.table(table)}`.execute(transaction);
  }
}
