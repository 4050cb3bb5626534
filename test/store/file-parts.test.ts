/** The step from files in one piece to files in parts, on both engines: what was brought in and what was received are there as before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { keptFile } from '../../src/service/kept-files.ts';
import { originalOf } from '../../src/service/shelf/original.ts';
import { openEngine, openStore, type StoreOptions } from '../../src/store/index.ts';
import { migrate } from '../../src/store/migrations/index.ts';
import { restoreInto } from '../../src/store/restore.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-file-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const IN_ONE_PIECE = 13;
const bytesOf = (length: number, seed: number) => Uint8Array.from({ length }, (_, i) => (i * seed) % 255);
const [waiting, received] = [bytesOf(700_001, 7), bytesOf(30, 11)];
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const ENGINES: [string, boolean, () => Promise<StoreOptions>][] = [
  ['SQLite', false, async () => ({ dataDir: mkdtempSync(join(folder, 'data-')) })],
  [
    'PostgreSQL',
    postgresIsOff,
    async () => ({ databaseUrl: await (await sharedPostgres()).freshDatabase() }),
  ],
];

describe.each(ENGINES)('on %s', (_name, isOff, fresh) => {
  it('a store of the format before is brought up to date, and its backup holds them', async ({ skip }) => {
    skip(isOff);
    const options = await fresh();
    const engine = await openEngine(options);
    await migrate(engine, 1, IN_ONE_PIECE);
    await sql`insert into intake (office, id, name, bytes, state, "by", "at")
      values ('main', 'i1', '稻.docx', ${base64(waiting)}, 'waiting', '李', 1), ('main', 'i0', '茶.docx', null, 'done', '李', 1)`.execute(
      engine.db,
    );
    await sql`insert into revision (office, document, number, state, files, original, "originalName", "createdAt", "createdBy")
      values ('main', 'tea', 2, 'draft', '{}', ${base64(received)}, '茶.docx', 1, '李'), ('main', 'rice', 1, 'draft', '{}', null, null, 1, '李')`.execute(
      engine.db,
    );
    await engine.close();

    const store = await openStore(options);
    const next = await store.transaction(({ intake }) => intake.next());
    expect(next).toMatchObject({ id: 'i1', name: '稻.docx', by: '李' });
    expect(Buffer.compare(await keptFile(store, next!.file!), waiting)).toBe(0);
    const original = await originalOf(store, 'tea', 2);
    expect([original?.name, [...original!.bytes]]).toEqual(['茶.docx', [...received]]);
    expect(await originalOf(store, 'rice', 1)).toBeNull();
    expect(await store.transaction(({ files }) => files.unnamed(Number.MAX_SAFE_INTEGER))).toEqual([]);

    const backup = join(mkdtempSync(join(folder, 'backup-')), 'copy');
    await store.backup(backup);
    await store.close();
    const other = await openStore({ memory: true });
    await restoreInto(other, backup, 'empty');
    expect(Buffer.compare(await keptFile(other, next!.file!), waiting)).toBe(0);
    await other.close();
  });
});
