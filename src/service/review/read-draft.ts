/** A file as received → the files of a draft, within limits of time and memory. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../contract/index.ts';
import { readDocument } from '../../ingest/index.ts';
import type { KnowledgeFile } from '../../policy/index.ts';
import { reviewWords as words } from '../../words/index.ts';

/** What the thread answers. */
export interface ReadDraft {
  /** What the document is called on the shelf. */
  document: string;
  /** policy.yaml */
  policy: string;
}

const MOST_MILLISECONDS = 60_000;
const MOST_MEGABYTES = 512;
/** A thousand pages: more is a collection, to be taken apart. */
export const MOST_CHARACTERS = 500_000;

/** Throws UserError with one sentence where it cannot be read, is too long or takes too long. */
export async function readDraft(
  { name, bytes }: { name: string; bytes: Uint8Array },
  lists: readonly KnowledgeFile[],
): Promise<ReadDraft & { source: string }> {
  const source = await textOf(name, bytes);
  if (source.length > MOST_CHARACTERS) throw new UserError(words.tooLong(name, source.length));
  return { source, ...(await inThread({ source, name, lists }, name)) };
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

function inThread(workerData: object, name: string): Promise<ReadDraft> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./draft-thread${extname(import.meta.url)}`, import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      stdout: true,
      stderr: true,
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const refuse = () => end(() => reject(new UserError(words.notDrafted(name))));
    const timer = setTimeout(refuse, MOST_MILLISECONDS);
    worker.once('message', (draft: ReadDraft) => end(() => resolve(draft)));
    worker.once('error', refuse);
    worker.once('exit', refuse);
  });
}
