/**
 * PostgreSQL, where several processes share the work. Connections that break are replaced by the pool; leases are measured by the server's clock.
 * Only the primary's address may be used: a replica can show what is not yet, or no longer, so.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import pg from 'pg';
import { UserError } from '../../contract/index.ts';
import type { OpenTransaction, Tables } from '../schema.ts';
import type { Engine } from './engine.ts';
import { dumpTo } from './postgres-dump.ts';
import { explainPostgresError, isConflict, isUnreachable } from './postgres-errors.ts';

const MOST_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 5000;
const BIGINT = 20;
/** Any number that nobody else uses on this database. */
const LOCK_SPACE = 0x48_51;
const LOCKS = { migrate: 1, 'claim-outbox': 2 } as const;

export async function openPostgres(databaseUrl: string, office: string): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'huiqi',
    types: {
      // Times and counts fit a double; pg would answer them as text.
      getTypeParser: (oid, format) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)),
    } as pg.CustomTypesConfig,
  });
  // A connection that breaks, idle or in use, must not end the process: who uses it is told, the next use gets a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    nameStatements(client);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const where = addressOf(databaseUrl);
  try {
    await requireDurability(db, where);
    const offset = await clockOffset(db);
    return postgresEngine(db, { where, office, now: () => Date.now() + offset });
  } catch (error) {
    await pool.end();
    throw explainPostgresError(error, where);
  }
}

const MOST_NAMED = 200;
const names = new Map<string, string>();

/**
 * A statement with a name is parsed and planned once a connection, not once a run: a third more messages a second. Texts whose length differs
 * from run to run (lists of ids) would fill the server's memory, so only the first ones get a name.
 */
function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const named = (text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== 'string' || !Array.isArray(values)) return query(text, values, ...rest);
    const name = names.get(text) ?? (names.size < MOST_NAMED ? `huiqi-${names.size}` : null);
    if (name === null) return query(text, values, ...rest);
    names.set(text, name);
    return query({ name, text, values }, ...rest);
  };
  client.query = named as typeof client.query;
}

interface Opened {
  /** The address without the password. */
  where: string;
  office: string;
  now(): number;
}

function postgresEngine(db: Kysely<Tables>, { where, office, now }: Opened): Engine {
  return {
    kind: 'postgres',
    isOverWire: true,
    db,
    office,
    now,
    skippingLocked: (query) => query.forUpdate().skipLocked(),
    lockingRows: (query) => query.forUpdate(),
    listOf: (query) => jsonArrayFrom(query),
    lock: async (transaction: OpenTransaction, name) => {
      await sql`select pg_advisory_xact_lock(${LOCK_SPACE}, ${LOCKS[name]})`.execute(transaction);
    },
    lockChat: async (transaction, channel, conversationId) => {
      const key = JSON.stringify([office, channel, conversationId]);
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, ${LOCK_SPACE}))`.execute(transaction);
      return true;
    },
    isConflict,
    isUnreachable,
    explain: (error) => explainPostgresError(error, where),
    // The server's own files and its write-ahead log are its administrator's: the privacy page says so.
    leaveNoTrace: async () => {},
    copyTo: (file) => dumpTo(db, office, file, now()),
    close: () => db.destroy(),
  };
}

/** A server that acknowledges before it has written loses acknowledged rows: 11,513 of 61,737 in a measured run. */
async function requireDurability(db: Kysely<Tables>, where: string): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`.execute(
    db,
  );
  const off = rows.find((row) => row.setting === 'off');
  if (off)
    throw new UserError(`数据库 ${where} 关闭了 ${off.name}，断电会丢失已确认的数据。请打开它再启动。`);
}

/** How far the server's clock is ahead, by the quickest of three questions. */
async function clockOffset(db: Kysely<Tables>): Promise<number> {
  let best = { roundTrip: Number.POSITIVE_INFINITY, offset: 0 };
  for (let question = 0; question < 3; question += 1) {
    const asked = Date.now();
    const { rows } = await sql<{ ms: number }>`
      select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms`.execute(db);
    const answered = Date.now();
    const roundTrip = answered - asked;
    if (roundTrip < best.roundTrip)
      best = { roundTrip, offset: (rows[0]?.ms ?? asked) - (asked + answered) / 2 };
  }
  return Math.round(best.offset);
}

/** The address without the password, for sentences. */
function addressOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.host}${url.pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
