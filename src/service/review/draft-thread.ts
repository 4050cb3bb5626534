/** Reads texts into drafts in a thread of its own: what one document costs, nobody who asks has to wait for. */
import { parentPort } from 'node:worker_threads';
import { rulesOfDocument } from '../../drafting/index.ts';
import { draftYaml, giveWay, ingestText, slugOf } from '../../ingest/index.ts';
import { parseKnowledgeFiles } from '../../policy/index.ts';
import type { ReadDraft, TextToRead } from './reading-thread.ts';

giveWay();

function draftOf({ source, name, lists }: TextToRead): ReadDraft {
  const { facts: shared, places } = parseKnowledgeFiles(lists).knowledge;
  const ingested = ingestText(source, { name, places });
  const read = {
    ...ingested,
    issued: ingested.issued?.value ?? null,
    title: ingested.title?.value ?? null,
  };
  const policy = draftYaml(source, ingested, { ...rulesOfDocument(source, read, shared), shared });
  return { document: slugOf(ingested, name), policy };
}

// What is thrown here ends the thread, and the file is refused.
parentPort!.on('message', (text: TextToRead) => parentPort!.postMessage(draftOf(text)));
