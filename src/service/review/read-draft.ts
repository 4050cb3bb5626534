/** A file as received → the files of a draft, within limits of time and memory. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { UserError } from '../../contract/index.ts';
import { readDocument } from '../../ingest/index.ts';
import type { KnowledgeFile } from '../../policy/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import { type ReadDraft, readInThread } from './reading-thread.ts';

/** A thousand pages: more is a collection, to be taken apart. */
export const MOST_CHARACTERS = 500_000;

/** Throws UserError with one sentence where it cannot be read, is too long or takes too long. */
export async function readDraft(
  { name, bytes }: { name: string; bytes: Uint8Array },
  lists: readonly KnowledgeFile[],
): Promise<ReadDraft & { source: string }> {
  const source = await textOf(name, bytes);
  if (source.length > MOST_CHARACTERS) throw new UserError(words.tooLong(name, source.length));
  const draft = await readInThread({ source, name, lists });
  if (draft === null) throw new UserError(words.notDrafted(name));
  return { source, ...draft };
}

/** The reader takes a path: the file stands in a folder of its own as long as it is read. */
async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huiqi-intake-'));
  try {
    const path = join(folder, safeName(name));
    await writeFile(path, bytes);
    return await readDocument(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The last part of whatever a browser calls it. */
const safeName = (name: string): string => {
  const plain = basename(name.replaceAll('\\', '/')).replaceAll(/[^\p{L}\p{N}._ （）()《》〔〕-]/gu, '_');
  return plain.slice(-100).replace(/^\.+/u, '') || 'document';
};
