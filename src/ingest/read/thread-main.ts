/** The thread's side of thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../../contract/index.ts';
import { readBytesAs } from './formats.ts';
import type { ThreadAnswer } from './thread.ts';

const { bytes, name } = workerData as { bytes: Uint8Array; name: string };

async function answer(): Promise<ThreadAnswer> {
  try {
    return { text: await readBytesAs(bytes, name) };
  } catch (error) {
    return error instanceof UserError ? { sentence: error.message } : { fault: String(error) };
  }
}

parentPort!.postMessage(await answer());
