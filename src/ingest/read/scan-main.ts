/** The process that recognises the pages of a scan: it alone loads the recogniser, and ends when it takes too much memory. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../contract/index.ts';
import { recognisedLines, type SeenLine } from './recognised.ts';
import { scannedPages } from './scan-images.ts';

/** What it tells: the recogniser is loaded, a page is done, all are, or what is wrong. */
export type ScanMessage =
  | { ready: true }
  | { page: number }
  | { text: string }
  | { sentence: string }
  | { fault: 'not-installed' | 'memory' | 'broken' };

const MOST_BYTES = 1.5 * 1024 ** 3;

interface Recogniser {
  default: { create(): Promise<{ detect(path: string): Promise<SeenLine[]> }> };
}

const [file, name, folder, library] = process.argv.slice(2) as [string, string, string, string];
const tell = (message: ScanMessage): Promise<void> =>
  new Promise((resolve) => process.send!(message, undefined, undefined, () => resolve()));

setInterval(() => {
  if (process.memoryUsage().rss > MOST_BYTES) void tell({ fault: 'memory' }).then(() => process.exit(1));
}, 250).unref();

async function recognise(): Promise<ScanMessage> {
  const installed = (await import(library).catch(() => null)) as Recogniser | null;
  if (!installed) return { fault: 'not-installed' };
  try {
    const recogniser = await installed.default.create();
    await tell({ ready: true });
    const pages: string[] = [];
    for await (const picture of scannedPages(await readFile(file), name)) {
      const path = join(folder, 'page.png');
      if (picture) await writeFile(path, picture);
      pages.push(picture ? recognisedLines(await recogniser.detect(path)).join('\n') : '');
      await tell({ page: pages.length });
    }
    return { text: pages.join('\n\f') };
  } catch (error) {
    return error instanceof UserError ? { sentence: error.message } : { fault: 'broken' };
  }
}

await tell(await recognise());
process.exit(0);
