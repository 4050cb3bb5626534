/** Backups that are made by the clock: one a day in a folder of their own, the oldest of them deleted. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, shanghaiDay, shanghaiTime } from '../contract/index.ts';
import type { Store } from '../store/index.ts';

/** huiqi-2026-11-28.backup: an SQLite file or, from PostgreSQL, JSON lines; `restore` tells them apart by themselves. */
const NAME = /^huiqi-(?<day>\d{4}-\d{2}-\d{2})\.backup$/u;
const nameOf = (day: Day): string => `huiqi-${day}.backup`;

export interface KeptBackup {
  file: string;
  day: Day;
  bytes: number;
}

/** The backups of the folder, the newest first; other files in it are nobody's business here. */
export function listBackups(folder: string): KeptBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const day = NAME.exec(name)?.groups?.day;
      const file = join(folder, name);
      return day ? [{ file, day, bytes: statSync(file).size }] : [];
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

/**
 * Makes the backup of this day, unless there is one, and deletes those beyond the newest `keep`. Nothing is deleted before the new one is
 * complete. Throws UserError with one sentence: no room, no right to write.
 */
export async function backUpInto(
  store: Store,
  { folder, keep, now }: { folder: string; keep: number; now: number },
): Promise<{ file: string; isNew: boolean; deleted: string[] }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, nameOf(shanghaiDay(now)));
  const isNew = !existsSync(file);
  if (isNew) {
    // Two workers may be at it at once: each writes its own, and the later one takes the name.
    const part = `${file}.${randomUUID()}.part`;
    await store.backup(part);
    renameSync(part, file);
    clearLeftParts(folder, now);
  }
  const deleted = listBackups(folder)
    .slice(keep)
    .map((old) => old.file);
  for (const old of deleted) rmSync(old);
  return { file, isNew, deleted };
}

const DAY_MS = 24 * 3_600_000;

/** What a process began that ended before it was done. */
function clearLeftParts(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const isOurs = name.startsWith('huiqi-') && name.endsWith('.part');
    const file = join(folder, name);
    if (isOurs && now - statSync(file).mtimeMs > DAY_MS) rmSync(file, { force: true });
  }
}

/** Whether the backup of this day should have been made by now: the time has come and the file is not there. */
export const isBackupDue = (folder: string, at: string, now: number): boolean =>
  shanghaiTime(now).slice(11, 16) >= at && !existsSync(join(folder, nameOf(shanghaiDay(now))));
