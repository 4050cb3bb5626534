/** Takes a file apart in a thread of its own: a hostile or broken one costs 20 seconds of work or 512 MB, and nothing else. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../contract/index.ts';
import { limitWork } from './working-time.ts';
import type { Unpacked } from './zip-of-documents.ts';

/** What one file may cost. */
export interface ThreadLimits {
  /** Of work: others may keep it waiting. */
  milliseconds: number;
  megabytes: number;
}
const LIMITS: ThreadLimits = { milliseconds: 20_000, megabytes: 512 };

export interface ThreadTask {
  bytes: Uint8Array;
  name: string;
  work: 'text' | 'unpack';
}
/** What the thread answers: the work's outcome, or a sentence for people, or what else went wrong. */
export type ThreadAnswer =
  | { text: string }
  | { unpacked: Unpacked }
  | { sentence: string }
  | { fault: string };
type Done = Exclude<ThreadAnswer, { sentence: string } | { fault: string }>;

/** The text of the file. Throws UserError where it cannot be read, takes too long or too much memory. */
export async function readInThread(bytes: Uint8Array, name: string, limits = LIMITS): Promise<string> {
  const done = await inThread({ bytes, name, work: 'text' }, limits);
  return 'text' in done ? done.text : '';
}

/** The documents of a zip file. Throws UserError as `readInThread` does. */
export async function unpackInThread(bytes: Uint8Array, name: string): Promise<Unpacked> {
  const done = await inThread({ bytes, name, work: 'unpack' }, LIMITS);
  return 'unpacked' in done ? done.unpacked : { documents: [], others: [] };
}

function inThread(workerData: ThreadTask, { milliseconds, megabytes }: ThreadLimits): Promise<Done> {
  const { name } = workerData;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./thread-main${extname(import.meta.url)}`, import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
    });
    const end = (settle: () => void) => {
      takeLimitBack();
      settle();
      void worker.terminate();
    };
    const refuse = (sentence: string) => end(() => reject(new UserError(sentence)));
    const takeLimitBack = limitWork(worker, milliseconds, () =>
      refuse(
        `“${name}”读了 ${milliseconds / 1000} 秒还没有读完，已停下。请拆小、或用 Word 或 WPS 另存为 docx 后再试。`,
      ),
    );
    worker.once('message', (answer: ThreadAnswer) => {
      if ('sentence' in answer) refuse(answer.sentence);
      else if ('fault' in answer) refuse(brokenSentence(name));
      else end(() => resolve(answer));
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `“${name}”展开后太大，内存放不下，已停下。请拆成几份后再试。`
          : brokenSentence(name),
      ),
    );
    worker.once('exit', () => refuse(brokenSentence(name)));
  });
}

const brokenSentence = (name: string): string =>
  `“${name}”的内部结构不正常，读不了。请用 Word 或 WPS 打开并另存后再试。`;
