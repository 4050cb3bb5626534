/**
 * The thread that makes drafts of texts, within limits of time and memory. It rests a while after each: to start one takes longer than
 * most files, and files come in company. One that failed or took too long is ended.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { limitWork } from '../../ingest/index.ts';
import type { KnowledgeFile } from '../../policy/index.ts';

/** What it is given. */
export interface TextToRead {
  source: string;
  name: string;
  lists: readonly KnowledgeFile[];
}

/** What it answers. */
export interface ReadDraft {
  /** What the document is called on the shelf. */
  document: string;
  /** policy.yaml */
  policy: string;
}

const MOST_MILLISECONDS = 60_000;
const MOST_MEGABYTES = 512;
const REST_MILLISECONDS = 30_000;

let resting: { thread: Worker; endLater: NodeJS.Timeout } | null = null;

/** Null where it cannot be read within the limits. */
export function readInThread(text: TextToRead): Promise<ReadDraft | null> {
  const thread = wake() ?? start();
  return new Promise((resolve) => {
    const done = (draft: ReadDraft) => settle(draft);
    const failed = () => settle(null);
    function settle(draft: ReadDraft | null): void {
      takeLimitBack();
      thread.off('message', done).off('error', failed).off('exit', failed);
      if (draft && resting === null) rest(thread);
      else void thread.terminate();
      resolve(draft);
    }
    const takeLimitBack = limitWork(thread, MOST_MILLISECONDS, failed);
    thread.on('message', done).on('error', failed).on('exit', failed);
    thread.postMessage(text);
  });
}

function start(): Worker {
  const thread = new Worker(new URL(`./draft-thread${extname(import.meta.url)}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  // One that ends while it rests is not woken again, and takes nothing else with it.
  return thread
    .on('error', () => {})
    .on('exit', () => {
      if (resting?.thread === thread) resting = null;
    });
}

/** Keeps no process from ending. */
function rest(thread: Worker): void {
  thread.unref();
  resting = { thread, endLater: setTimeout(() => void wake()?.terminate(), REST_MILLISECONDS).unref() };
}

function wake(): Worker | null {
  if (resting === null) return null;
  const { thread, endLater } = resting;
  resting = null;
  clearTimeout(endLater);
  thread.ref();
  return thread;
}
