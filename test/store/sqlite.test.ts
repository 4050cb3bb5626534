import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteFile } from '../../src/store/engine/sqlite.ts';
import { openStore } from '../../src/store/index.ts';
import { inEveryTimeZone } from '../support/time-zones.ts';
import { storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A store that has just been made; fixture.test.ts goes through the steps of its format, which each test here need not. */
const made = join(folder, 'made');
beforeAll(async () => (await openStore({ dataDir: made })).close());

let stores = 0;
function freshFolder(): string {
  const dataDir = join(folder, String(stores++));
  mkdirSync(dataDir, { mode: 0o700 });
  copyFileSync(join(made, 'huiqi.sqlite'), join(dataDir, 'huiqi.sqlite'));
  return dataDir;
}

inEveryTimeZone(() => {
  storeContract('the store on node:sqlite in memory', {
    fresh: async () => ({ memory: true }),
    isKept: false,
  });

  storeContract('the store on a node:sqlite file', {
    fresh: async () => ({ dataDir: freshFolder() }),
    isKept: true,
  });
});

it('acknowledges nothing on a node:sqlite file before it is on the disk', async () => {
  const engine = openSqliteFile(join(folder, 'durable'), 'own', 'main');
  const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(engine.db)).rows[0];
  expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual([
    { journal_mode: 'wal' },
    { synchronous: 2 },
    { foreign_keys: 1 },
  ]);
  await engine.close();
});
