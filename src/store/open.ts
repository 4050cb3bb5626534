/** Opens the store, brought up to the current format. */
import { backupTo } from './backup.ts';
import type { Engine } from './engine/engine.ts';
import { openSqliteFile, openSqliteMemory, type SqliteAccess } from './engine/sqlite.ts';
import { migrate, requireCurrentFormat } from './migrations/index.ts';
import type { Store } from './store.ts';
import { inTransaction } from './transactions.ts';

export type StoreOptions = (
  | /** One file in this folder. `access`: 'own' (default) takes the lock; 'read' and 'beside' work next to a running bot, see engine/sqlite.ts. */
  { dataDir: string; access?: SqliteAccess }
  | { databaseUrl: string }
  | { memory: true }
) & {
  /** Nothing is made or brought up to date: for a door that only reads. */
  readOnly?: boolean;
  /** Several offices may share a database; each sees its own rows only. */
  office?: string;
};

/** The office of an installation that serves one. */
export const ONLY_OFFICE = 'main';

/** Where the settings say that state is kept. */
export function storeOptions(
  settings: { HUIQI_DATA_DIR: string; DATABASE_URL?: string | undefined; HUIQI_OFFICE?: string | undefined },
  access: SqliteAccess = 'own',
): StoreOptions {
  const { DATABASE_URL: databaseUrl, HUIQI_DATA_DIR: dataDir, HUIQI_OFFICE: office = ONLY_OFFICE } = settings;
  return databaseUrl ? { databaseUrl, office } : { dataDir, access, office };
}

/** Throws UserError with one sentence when it cannot be opened: in use, read-only, full, broken, newer than this program. */
export async function openStore(options: StoreOptions): Promise<Store> {
  if ('memory' in options) return openInMemory(options.office ?? ONLY_OFFICE);
  const engine = await openEngine(options);
  const isOwner = !options.readOnly && (!('dataDir' in options) || (options.access ?? 'own') === 'own');
  try {
    await (isOwner ? migrate(engine, engine.now()) : requireCurrentFormat(engine));
  } catch (error) {
    await engine.close();
    throw engine.explain(error);
  }
  return storeOn(engine);
}

let emptyImage: Uint8Array | null = null;

/** Of the many that a demonstration or a test opens only the first goes through all steps of the format: the others begin as it was then. */
async function openInMemory(office: string): Promise<Store> {
  const engine = openSqliteMemory(office, emptyImage);
  if (emptyImage === null) {
    await migrate(engine, engine.now());
    emptyImage = engine.image();
  }
  return storeOn(engine);
}

export async function openEngine(options: StoreOptions): Promise<Engine> {
  const office = options.office ?? ONLY_OFFICE;
  if ('memory' in options) return openSqliteMemory(office, null);
  if ('databaseUrl' in options) {
    // The driver is loaded only where it is used: without it the store takes half the memory.
    const { openPostgres } = await import('./engine/postgres.ts');
    return openPostgres(options.databaseUrl, office);
  }
  return openSqliteFile(options.dataDir, options.access ?? 'own', office);
}

const engines = new WeakMap<Store, Engine>();

/** For restore.ts alone: the tables themselves. */
export function engineOf(store: Store): Engine {
  const engine = engines.get(store);
  if (!engine) throw new Error('not a store opened by openStore');
  return engine;
}

function storeOn(engine: Engine): Store {
  const store: Store = {
    engine: engine.kind,
    transaction: (work) => inTransaction(engine, work),
    now: () => engine.now(),
    backup: (file) => backupTo(engine, file),
    close: () => engine.close(),
  };
  engines.set(store, engine);
  return store;
}
