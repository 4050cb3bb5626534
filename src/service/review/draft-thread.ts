/** Reads a text into a draft in a thread of its own: what one document costs, nobody who asks has to wait for. */
import { parentPort, workerData } from 'node:worker_threads';
import { rulesOfDocument } from '../../drafting/index.ts';
import { draftYaml, giveWay, ingestText, slugOf } from '../../ingest/index.ts';
import { type KnowledgeFile, parseKnowledgeFiles } from '../../policy/index.ts';
import type { ReadDraft } from './read-draft.ts';

giveWay();
const { source, name, lists } = workerData as {
  source: string;
  name: string;
  lists: readonly KnowledgeFile[];
};

const { facts: shared, places } = parseKnowledgeFiles(lists).knowledge;
const ingested = ingestText(source, { name, places });
const read = {
  ...ingested,
  issued: ingested.issued?.value ?? null,
  title: ingested.title?.value ?? null,
};
const policy = draftYaml(source, ingested, { ...rulesOfDocument(source, read, shared), shared });
parentPort!.postMessage({ document: slugOf(ingested, name), policy } satisfies ReadDraft);
