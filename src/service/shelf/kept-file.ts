/**
 * Files that are kept between starts beside the compiled modules, in a folder that only its owner can write (bin/compile-cache.mjs). Each
 * is a shelf's, and names the program that made it. What cannot be read or written is no error: it only takes longer.
 */
import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join, resolve } from 'node:path';

/** Null: nothing is kept. */
export const keptFolder = (): string | null => getCompileCacheDir() ?? null;

/** `root`: the folder of the shelf. */
export const keptFile = (kind: string, root: string, folder: string): string =>
  join(folder, `${kind}-${hashOf(resolve(root)).slice(0, 16)}.bin`);

/** Whole or not at all, whoever else writes it. */
export function writeKept(file: string, parts: readonly NodeJS.ArrayBufferView[]): void {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, '', { mode: 0o600 });
    for (const part of parts) writeFileSync(own, part, { flag: 'a' });
    renameSync(own, file);
  } catch {
    rmSync(own, { force: true });
  }
}

const marks = new Map<string, string>();

/** Changes with the code of these rooms: names, sizes and times of its files. */
export function programMark(rooms: readonly string[]): string {
  const known = marks.get(rooms.join());
  if (known !== undefined) return known;
  const source = join(import.meta.dirname, '..', '..');
  const files = rooms.flatMap((room) =>
    readdirSync(join(source, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const states = files.sort().map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  const mark = hashOf(`${process.version}\n${states.join('\n')}`);
  marks.set(rooms.join(), mark);
  return mark;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
