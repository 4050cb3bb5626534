/** The restore drill: what an administrator does when the machine is gone, by the commands alone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../bots/log.ts';
import { startTimedBackups } from '../../cli/timed-backups.ts';
import { isBackupDue, listBackups, parseSettings } from '../../src/service/index.ts';

const cli = fileURLToPath(new URL('../../bin/huiqi.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'huiqi-drill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function huiqi(dataDir: string, argv: string[], input = ''): string {
  const env = { ...process.env, HUIQI_DATA_DIR: join(folder, dataDir) };
  return execFileSync(process.execPath, [cli, ...argv], { env, input, encoding: 'utf8', stdio: 'pipe' });
}
const chat = (dataDir: string, line: string) =>
  huiqi(dataDir, ['chat', '--json', '--today', '2022-06-20'], `${line}\n`);

describe('the restore drill', () => {
  const backups = join(folder, 'backups');

  test('told, backed up, lost, restored: the new machine knows the enterprise', () => {
    chat('old', '制造业，在岗350人');
    expect(huiqi('old', ['backup', '--into', backups])).toContain('已备份到');
    const [kept] = listBackups(backups);
    rmSync(join(folder, 'old'), { recursive: true });
    huiqi('new', ['restore', kept?.file ?? '']);
    expect(JSON.parse(chat('new', '我的资料')).text).toContain('350');
  });

  test('a second backup of the day makes nothing new', () => {
    expect(huiqi('new', ['backup', '--into', backups])).toContain('已经备份过');
    expect(listBackups(backups)).toHaveLength(1);
  });

  test('only the newest are kept, and nothing else in the folder is touched', () => {
    const strangers = ['readme.txt', 'huiqi-2020.backup', 'huiqi-2020-01-01.backup.part'];
    for (const name of strangers) writeFileSync(join(backups, name), '');
    for (const day of ['2026-01-01', '2026-01-02', '2026-01-03'])
      writeFileSync(join(backups, `huiqi-${day}.backup`), '');
    const newest = listBackups(backups)[0]!.day;
    huiqi('new', ['backup', '--into', backups, '--keep', '2']);
    expect(listBackups(backups).map(({ day }) => day)).toEqual([newest, '2026-01-03']);
    for (const name of strangers) expect(readdirSync(backups)).toContain(name);
  });

  test('a cut-off backup is refused and changes nothing', () => {
    const [kept] = listBackups(backups);
    truncateSync(kept!.file, 4096);
    expect(() => huiqi('new', ['restore', kept!.file, '--force'])).toThrowError(/不完整或已损坏/u);
    expect(JSON.parse(chat('new', '我的资料')).text).toContain('350');
  });
});

describe('by the clock', () => {
  const at = (time: string) => Date.parse(`2026-11-28T${time}:00+08:00`);

  test.each([
    ['03:29', false],
    ['03:30', true],
    ['23:59', true],
  ])('at %s: due %s', (time, due) => {
    expect(isBackupDue(join(folder, 'none'), '03:30', at(time))).toBe(due);
  });

  test('serve makes the day’s backup without being asked', async () => {
    chat('timed', '制造业，在岗350人');
    const into = join(folder, 'timed-backups');
    const settings = parseSettings({ BACKUP_DIR: into, BACKUP_AT: '00:00' });
    process.env.HUIQI_DATA_DIR = join(folder, 'timed');
    const timed = startTimedBackups(settings, silentLog);
    try {
      await expect.poll(() => listBackups(into).length, { timeout: 20_000 }).toBe(1);
    } finally {
      timed.stop();
      delete process.env.HUIQI_DATA_DIR;
    }
    expect(readdirSync(into).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
