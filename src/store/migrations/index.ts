/** The format of the store, as numbered steps. A step that was published is never changed: a new one is added. */
import { UserError } from '../../contract/index.ts';
import type { Engine } from '../engine/engine.ts';
import { conversations } from './0001-conversations.ts';
import { reminders } from './0002-reminders.ts';
import { shown } from './0003-shown.ts';
import { tries } from './0004-tries.ts';
import { offices } from './0005-offices/index.ts';
import { machines } from './0006-machines.ts';
import { workers } from './0007-workers.ts';
import { notes } from './0008-notes.ts';
import { officers } from './0009-officers.ts';
import { intake } from './0010-intake.ts';
import { exchanges } from './0011-exchanges.ts';
import { desk } from './0012-desk.ts';
import { heads } from './0013-heads.ts';
import { fileParts } from './0014-file-parts.ts';
import type { Migration } from './migration.ts';

const MIGRATIONS: readonly Migration[] = [
  conversations,
  reminders,
  shown,
  tries,
  offices,
  machines,
  workers,
  notes,
  officers,
  intake,
  exchanges,
  desk,
  heads,
  fileParts,
];
export const CURRENT_VERSION = MIGRATIONS.length;

/** Brings a store up to the given version, in one transaction that other starting processes wait for. */
export async function migrate(engine: Engine, at: number, target = CURRENT_VERSION): Promise<void> {
  await engine.db.transaction().execute(async (transaction) => {
    await engine.lock(transaction, 'migrate');
    await transaction.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('version', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('appliedAt', 'bigint', (c) => c.notNull())
      .execute();
    const applied = await transaction.selectFrom('migration').select('version').execute();
    const version = Math.max(0, ...applied.map((row) => row.version));
    refuseNewer(version);
    for (const migration of MIGRATIONS.slice(version, target)) {
      await migration.up(transaction, engine.kind);
      await transaction
        .insertInto('migration')
        .values({ version: migration.version, name: migration.name, appliedAt: at })
        .execute();
    }
  });
}

/** For those who open the store beside its owner: they must not change the format. */
export async function requireCurrentFormat(engine: Engine): Promise<void> {
  const version = await formatVersion(engine);
  refuseNewer(version);
  if (version < CURRENT_VERSION) {
    throw new UserError(
      `数据还是旧格式（第 ${version} 版，现在是第 ${CURRENT_VERSION} 版）。请先用 huiqi serve 启动一次，它会自动升级。`,
    );
  }
}

/** 0 for a store without tables. */
export async function formatVersion(engine: Engine): Promise<number> {
  const tables = await engine.db.introspection.getTables();
  if (!tables.some((table) => table.name === 'migration')) return 0;
  const newest = await engine.db
    .selectFrom('migration')
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirst();
  return newest?.version ?? 0;
}

export function refuseNewer(version: number): void {
  if (version > CURRENT_VERSION) {
    throw new UserError(
      `数据是新版惠企写的（格式第 ${version} 版，这个程序只认到第 ${CURRENT_VERSION} 版），没有改动它。请换用新版程序。`,
    );
  }
}
