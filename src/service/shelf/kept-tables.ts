/**
 * The tables of a shelf's index, kept between starts: of a thousand documents they take a second to make and a moment to read. They stand by
 * the library's version, so of other documents, and by another program, they are made anew.
 *
 * The file: the length of a head, the head as JSON, the tables one behind the other. They are not copied: the index lies in what was read.
 */
import { readFileSync } from 'node:fs';
import type { KeptTables } from '../../retrieval/index.ts';
import { keptFile, keptFolder, programMark, writeKept } from './kept-file.ts';
import type { TableKeeper } from './library.ts';

/** The rooms that cut and count the texts. */
const MAKERS = ['retrieval', 'language', 'policy', 'contract'];

interface Head extends Pick<KeptTables, 'size' | 'terms' | 'step'> {
  program: string;
  version: string;
  /** Of each table, in their order. */
  lengths: number[];
}

/** Every table begins at a multiple of it. */
const ALIGNED = 8;
const padded = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED;

type Table = Uint32Array | Uint8Array | Float32Array;

const tablesIn = ({ text, aliases }: KeptTables): Table[] => [
  text.starts,
  text.documents,
  text.impacts,
  text.idf,
  aliases.entries,
  aliases.norms,
  aliases.starts,
  aliases.holders,
];

/** `root`: the folder of the shelf. */
export const keeperOf = (root: string): TableKeeper => ({
  kept: (version) => keptTables(root, version),
  keep: (version, tables) => keepTables(root, version, tables),
});

/** Null where there are none of this version. */
export function keptTables(
  root: string,
  version: string,
  folder: string | null = keptFolder(),
): KeptTables | null {
  if (folder === null) return null;
  try {
    const bytes = readFileSync(fileOf(root, folder));
    const length = bytes.readUint32LE(0);
    const head = JSON.parse(bytes.toString('utf8', ALIGNED, ALIGNED + length)) as Head;
    if (head.program !== programMark(MAKERS) || head.version !== version) return null;
    return readTables(bytes, padded(ALIGNED + length), head);
  } catch {
    return null;
  }
}

/** Throws where the file is shorter than its head says. */
function readTables(bytes: Buffer, from: number, { size, terms, step, lengths }: Head): KeptTables {
  const whole = bytes.buffer;
  let next = bytes.byteOffset + from;
  let table = 0;
  const take = <T extends Table>(make: {
    new (of: ArrayBufferLike, from: number, length: number): T;
    BYTES_PER_ELEMENT: number;
  }): T => {
    const length = lengths[table]!;
    const read = new make(whole, next, length);
    table += 1;
    next += padded(length * make.BYTES_PER_ELEMENT);
    return read;
  };
  return {
    size,
    terms,
    step,
    text: {
      starts: take(Uint32Array),
      documents: take(Uint32Array),
      impacts: take(Uint8Array),
      idf: take(Float32Array),
    },
    aliases: {
      entries: take(Uint32Array),
      norms: take(Float32Array),
      starts: take(Uint32Array),
      holders: take(Uint32Array),
    },
  };
}

export function keepTables(
  root: string,
  version: string,
  tables: KeptTables,
  folder: string | null = keptFolder(),
): void {
  if (folder === null) return;
  const { size, terms, step } = tables;
  const lengths = tablesIn(tables).map((table) => table.length);
  const head: Head = { program: programMark(MAKERS), version, size, terms, step, lengths };
  const text = Buffer.from(JSON.stringify(head));
  const begin = Buffer.alloc(padded(ALIGNED + text.length));
  begin.writeUint32LE(text.length);
  text.copy(begin, ALIGNED);
  const parts = tablesIn(tables).flatMap((table) => [
    table,
    new Uint8Array(padded(table.byteLength) - table.byteLength),
  ]);
  writeKept(fileOf(root, folder), [begin, ...parts]);
}

const fileOf = (root: string, folder: string): string => keptFile('index', root, folder);
