import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteFile } from '../../src/store/engine/sqlite.ts';
import { openStore } from '../../src/store/index.ts';
import { CURRENT_VERSION, migrate } from '../../src/store/migrations/index.ts';
import { restoreInto } from '../../src/store/restore.ts';

const WRITER = join(import.meta.dirname, 'writer-process.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-trouble-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the writer until it gives up: its exit code, its one sentence, and what it had acknowledged. */
function writeUntilItEnds(dataDir: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRITER, dataDir, '0'], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return {
    status,
    sentences: stderr.trim().split('\n'),
    acknowledged: stdout.split('\n').filter((line) => line.startsWith('e')).length,
  };
}

/** A small file system of its own, where this process may make one. */
function smallDisk(options: string): string | null {
  const path = join(folder, 'disk');
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    return null;
  }
  mounted.push(path);
  return path;
}
const mounted: string[] = [];
const unmount = () => {
  for (const path of mounted.splice(0)) execFileSync('umount', [path]);
};
afterEach(unmount);
afterAll(unmount);

const countStored = async (dataDir: string) => {
  const store = await openStore({ dataDir });
  const stored = await store.transaction(({ inbound }) => inbound.unanswered());
  await store.close();
  return stored.length;
};

describe('a store in trouble says so in one sentence and keeps what it has', { timeout: 60_000 }, () => {
  it('when the disk is full', async (context) => {
    const disk = smallDisk('size=1m');
    if (!disk) {
      console.log('skipped: this process may not mount a small disk');
      return context.skip();
    }
    const { status, sentences, acknowledged } = writeUntilItEnds(disk);
    expect([status, sentences]).toEqual([1, [expect.stringMatching(/^磁盘已满，.*huiqi\.sqlite 写不进去/u)]]);
    expect(acknowledged).toBeGreaterThan(10);
    // Room again: all that was acknowledged is there.
    execFileSync('mount', ['-o', 'remount,size=8m', disk]);
    expect(await countStored(disk)).toBe(acknowledged);
    console.log(`full disk: ${acknowledged} acknowledged, all there; ${sentences[0]}`);
  });

  it('when the folder is read-only', async (context) => {
    const disk = smallDisk('size=8m');
    if (!disk && process.getuid?.() === 0) return context.skip();
    const dataDir = disk ?? folder;
    await (await openStore({ dataDir })).close();
    const before = readFileSync(join(dataDir, 'huiqi.sqlite'));
    if (disk) execFileSync('mount', ['-o', 'remount,ro', disk]);
    else chmodSync(folder, 0o500);
    const { status, sentences } = writeUntilItEnds(dataDir);
    expect([status, sentences]).toEqual([1, [expect.stringMatching(/huiqi\.sqlite.*(?:可写|只读)/u)]]);
    const fresh = writeUntilItEnds(join(dataDir, 'new'));
    expect([fresh.status, fresh.sentences]).toEqual([1, [expect.stringContaining('HUIQI_DATA_DIR')]]);
    if (!disk) chmodSync(folder, 0o700);
    expect(readFileSync(join(dataDir, 'huiqi.sqlite'))).toEqual(before);
    console.log(`read-only: ${sentences[0]}`);
  });

  it.each<[string, (content: Buffer) => Buffer]>([
    ['is another kind of file', () => Buffer.from('这不是数据库'.repeat(1000))],
    ['has a broken beginning', (content) => Buffer.concat([Buffer.alloc(120, 7), content.subarray(120)])],
    [
      'is broken in its tables',
      (content) => Buffer.concat([content.subarray(0, 100), Buffer.alloc(content.length - 100, 3)]),
    ],
  ])('when the file %s', async (_how, spoil) => {
    await (await openStore({ dataDir: folder })).close();
    const file = join(folder, 'huiqi.sqlite');
    const spoilt = spoil(readFileSync(file));
    writeFileSync(file, spoilt);
    const { status, sentences, acknowledged } = writeUntilItEnds(folder);
    expect([status, acknowledged, sentences]).toEqual([1, 0, [expect.stringContaining('huiqi restore')]]);
    expect(readFileSync(file)).toEqual(spoilt);
  });

  it('when the folder is a file', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { status, sentences } = writeUntilItEnds(file);
    expect([status, sentences]).toEqual([1, [expect.stringContaining('HUIQI_DATA_DIR')]]);
  });

  it('when no PostgreSQL answers', async () => {
    await expect(openStore({ databaseUrl: 'postgres://huiqi:secret@127.0.0.1:1/huiqi' })).rejects.toThrow(
      '连不上数据库 127.0.0.1:1/huiqi。请确认它已启动、DATABASE_URL 写对了。',
    );
  });
});

describe('the format of the store', () => {
  const versionOf = (file: string, version: number) => {
    const engine = openSqliteFile(file, 'own', 'main');
    return migrate(engine, 1, version).then(() => engine);
  };

  it('is brought up to date from an older one, with all it holds', async () => {
    const old = await versionOf(folder, 1);
    await sql`insert into profile values ('test', 'li', '', '{"a":1}', 1, 1)`.execute(old.db);
    await sql`insert into inbound values ('test', 'e1', 'c', 'li', '{}', 1, null)`.execute(old.db);
    await old.close();
    await expect(openStore({ dataDir: folder, access: 'read' })).rejects.toThrow('旧格式');
    const store = await openStore({ dataDir: folder });
    expect(
      await store.transaction(({ profiles }) => profiles.current({ channel: 'test', senderId: 'li' })),
    ).toEqual({ enterprise: null, facts: '{"a":1}' });
    expect(await store.transaction(({ reminders }) => reminders.list())).toEqual([]);
    expect(await store.transaction(({ inbound }) => inbound.beginAgain('test', 'e1'))).toBe(1);
    await store.close();
  });

  it('is refused when it is newer, and left alone', async () => {
    const engine = await versionOf(folder, CURRENT_VERSION);
    await engine.db
      .insertInto('migration')
      .values({ version: CURRENT_VERSION + 1, name: 'future', appliedAt: 1 })
      .execute();
    await engine.close();
    const size = statSync(join(folder, 'huiqi.sqlite')).size;
    await expect(openStore({ dataDir: folder })).rejects.toThrow(`格式第 ${CURRENT_VERSION + 1} 版`);
    expect(statSync(join(folder, 'huiqi.sqlite')).size).toBe(size);
  });
});

describe('a backup that cannot be used', () => {
  it.each<[string, string | null, string]>([
    ['is not there', null, '没有'],
    ['is empty', '', '不是惠企的备份'],
    ['is something else', 'hello\nworld', '不是惠企的备份'],
    ['is JSON of something else', '{"a":1}\n', '不是惠企的备份'],
    ['is newer than the program', '{"huiqi":"backup","version":99,"at":1}\n{"rows":0}\n', '格式第 99 版'],
    [
      'is cut off',
      '{"huiqi":"backup","version":2,"at":1}\n["counter",{"name":"ticket","value":3}]\n',
      '不完整',
    ],
    [
      'has lost a row',
      '{"huiqi":"backup","version":2,"at":1}\n["counter",{"name":"ticket","value":3}]\n{"rows":2}\n',
      '不完整',
    ],
    [
      'names a foreign table',
      '{"huiqi":"backup","version":2,"at":1}\n["sqlite_master",{"name":"x"}]\n{"rows":1}\n',
      '不完整',
    ],
  ])('because it %s changes nothing', async (_how, content, sentence) => {
    const file = join(folder, 'backup');
    if (content !== null) writeFileSync(file, content);
    const store = await openStore({ memory: true });
    await store.transaction(({ profiles }) =>
      profiles.save({ channel: 'test', senderId: 'li' }, null, '{}', 1),
    );
    await expect(restoreInto(store, file, 'replace')).rejects.toThrow(sentence);
    expect(
      await store.transaction(({ profiles }) => profiles.list({ channel: 'test', senderId: 'li' })),
    ).toHaveLength(1);
    await store.close();
  });

  it('a sound one goes into an empty store', async () => {
    const file = join(folder, 'backup');
    writeFileSync(
      file,
      '{"huiqi":"backup","version":1,"at":1}\n["counter",{"name":"ticket","value":3}]\n{"rows":1}\n',
    );
    const store = await openStore({ memory: true });
    expect(await restoreInto(store, file, 'empty')).toEqual({ rows: 1 });
    const ticket = {
      channel: 'c',
      conversationId: 'c',
      senderId: 's',
      question: '',
      about: null,
      department: null,
      known: '',
      openedAt: 1,
    };
    expect(await store.transaction(({ tickets }) => tickets.open(ticket))).toBe('T0004');
    await store.close();
  });
});
