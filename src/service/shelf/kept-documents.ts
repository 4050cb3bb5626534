/**
 * What was read of the shared lists, read and checked of the documents, kept between starts beside the compiled modules, in a folder that only its owner can write
 * (bin/compile-cache.mjs): a thousand documents are read in a tenth of a second instead of many. Each stands by the hash of all its files, so
 * what has changed is read anew; all are read anew by another program. What cannot be read or written is no error: it only takes longer.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { nothingRead, type ShelfMemory } from '../../policy/index.ts';

interface Kept {
  program: string;
  memory: ShelfMemory;
}

/** Nothing is kept where no folder is. */
export function keptDocuments(
  root: string,
  folder: string | null = getCompileCacheDir() ?? null,
): ShelfMemory {
  if (folder === null) return nothingRead();
  try {
    const kept = deserialize(readFileSync(fileOf(root, folder))) as Kept;
    return kept.program === programMark() ? kept.memory : nothingRead();
  } catch {
    return nothingRead();
  }
}

/** By what two memories of one shelf differ. */
export const namesOf = ({ documents, lists }: ShelfMemory): ReadonlySet<string> =>
  new Set([...documents.keys(), ...(lists ? [lists.hash] : [])]);

/** `known`: names of what was kept before; where all is the same, nothing is written. */
export function keepDocuments(
  root: string,
  memory: ShelfMemory,
  known: ReadonlySet<string>,
  folder: string | null = getCompileCacheDir() ?? null,
): void {
  const names = namesOf(memory);
  if (folder === null || (known.size === names.size && names.isSubsetOf(known))) return;
  const file = fileOf(root, folder);
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, serialize({ program: programMark(), memory } satisfies Kept), { mode: 0o600 });
    renameSync(own, file);
  } catch {
    rmSync(own, { force: true });
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const fileOf = (root: string, folder: string): string =>
  join(folder, `shelf-${hashOf(resolve(root)).slice(0, 16)}.bin`);

/** The rooms that read and check a document. */
const READERS = ['policy', 'figures', 'facts', 'contract'];

let mark: string | undefined;

/** Changes with the code that reads documents: names, sizes and times of its files. */
function programMark(): string {
  if (mark !== undefined) return mark;
  const source = join(import.meta.dirname, '..', '..');
  const files = READERS.flatMap((room) =>
    readdirSync(join(source, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const states = files.sort().map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  });
  mark = hashOf(`${process.version}\n${states.join('\n')}`);
  return mark;
}
