/**
 * What was read of the shared lists, read and checked of the documents, kept between starts: a thousand documents are read in a tenth of a
 * second instead of many. Each stands by the hash of all its files, so what has changed is read anew; all are read anew by another program.
 */
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { nothingRead, type ShelfMemory } from '../../policy/index.ts';
import { keptFile, keptFolder, programMark, writeKept } from './kept-file.ts';

interface Kept {
  program: string;
  memory: ShelfMemory;
}

/** The rooms that read and check a document. */
const READERS = ['policy', 'figures', 'facts', 'contract'];

export function keptDocuments(root: string, folder: string | null = keptFolder()): ShelfMemory {
  if (folder === null) return nothingRead();
  try {
    const bytes = readFileSync(fileOf(root, folder));
    const kept = deserialize(bytes) as Kept;
    giveBack(bytes);
    return kept.program === programMark(READERS) ? kept.memory : nothingRead();
  } catch {
    return nothingRead();
  }
}

/** Of a full shelf what was read is as large as what was made of it, and the next sweep of the memory may be far off. */
function giveBack({ buffer, byteLength }: Buffer<ArrayBuffer>): void {
  if (buffer.byteLength === byteLength) buffer.transfer(0);
}

/** By what two memories of one shelf differ. */
export const namesOf = ({ documents, marks, lists }: ShelfMemory): ReadonlySet<string> =>
  new Set([
    ...documents.keys(),
    ...Array.from(marks, ([slug, { of, fingerprint }]) => `${slug} ${fingerprint} ${of}`),
    ...(lists ? [lists.hash] : []),
  ]);

/** `known`: names of what was kept before; where all is the same, nothing is written. */
export function keepDocuments(
  root: string,
  memory: ShelfMemory,
  known: ReadonlySet<string>,
  folder: string | null = keptFolder(),
): void {
  const names = namesOf(memory);
  if (folder === null || (known.size === names.size && names.isSubsetOf(known))) return;
  const kept: Kept = { program: programMark(READERS), memory };
  writeKept(fileOf(root, folder), [serialize(kept)]);
}

const fileOf = (root: string, folder: string): string => keptFile('shelf', root, folder);
