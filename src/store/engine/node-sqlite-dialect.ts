/** Kysely over node:sqlite. The only file that names Node's class: it is being renamed (DEP0210). */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

export type SqliteConnection = DatabaseSync;

export function connect(
  path: string,
  options: { readOnly: boolean; busyTimeoutMs: number },
): SqliteConnection {
  return new DatabaseSync(path, { readOnly: options.readOnly, timeout: options.busyTimeoutMs });
}

/** Kysely lets one query chain at a time use the single connection: concurrent transactions wait in a queue. */
export function nodeSqliteDialect(connection: SqliteConnection, mode: 'write' | 'read'): Dialect {
  const only = new PreparedStatements(connection);
  const run = async (sql: string) => void (await only.executeQuery(CompiledQuery.raw(sql)));
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => only,
    // A deferred transaction that reads before it writes fails when another process writes in between; an immediate one waits its turn.
    beginTransaction: () => run(mode === 'write' ? 'begin immediate' : 'begin'),
    commitTransaction: () => run('commit'),
    // SQLite has already rolled back by itself after a full disk or an input/output error.
    rollbackTransaction: async () => {
      if (connection.isTransaction) await run('rollback');
    },
    releaseConnection: async () => {},
    destroy: async () => connection.close(),
  };
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

const MOST_STATEMENTS = 300;

class PreparedStatements implements DatabaseConnection {
  readonly #connection: SqliteConnection;
  readonly #statements = new Map<string, { statement: StatementSync; returnsRows: boolean }>();

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { statement, returnsRows } = this.#prepared(query.sql);
    const parameters = query.parameters as SQLInputValue[];
    if (returnsRows) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const { statement } = this.#prepared(query.sql);
    for (const row of statement.iterate(...(query.parameters as SQLInputValue[]))) yield { rows: [row as R] };
  }

  #prepared(sql: string) {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
    this.#statements.set(sql, prepared);
    return prepared;
  }
}
