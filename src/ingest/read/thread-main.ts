/** The thread's side of thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../../contract/index.ts';
import { readBytesAs } from './formats.ts';
import { giveWay } from './give-way.ts';
import type { ThreadAnswer, ThreadTask } from './thread.ts';
import { unpackDocuments } from './zip-of-documents.ts';

giveWay();
const { bytes, name, work } = workerData as ThreadTask;

async function answer(): Promise<ThreadAnswer> {
  try {
    return work === 'text'
      ? { text: await readBytesAs(bytes, name) }
      : { unpacked: unpackDocuments(bytes, name) };
  } catch (error) {
    return error instanceof UserError ? { sentence: error.message } : { fault: String(error) };
  }
}

parentPort!.postMessage(await answer());
