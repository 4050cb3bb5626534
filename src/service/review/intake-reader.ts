/** Reads the files that were brought in, one after the other, and makes a draft of each. What a crash leaves is read at the next start. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../contract/index.ts';
import { isZipOfDocuments, unpackZip } from '../../ingest/index.ts';
import type { Store } from '../../store/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import { dropFile, keepFile, keptFile } from '../kept-files.ts';
import { note } from '../officers/index.ts';
import { coreOf } from './core.ts';
import { readDraft } from './read-draft.ts';

const POLL_MS = 1_000;
const SEAT_MS = 180_000;

export interface IntakeReader {
  start(): void;
  stop(): Promise<void>;
}

/** Reads what waits, one file at a time; of several workers one. `knowledge`: the knowledge folder. */
export function createIntakeReader(
  store: Store,
  knowledge: string | undefined,
  onError: (error: unknown) => void,
): IntakeReader {
  const stopping = new AbortController();
  const holder = randomUUID();
  const aborted = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        while (!stopping.signal.aborted && (await readNext())) {}
      } catch (error) {
        onError(error);
      }
      await sleep(POLL_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
    await store.transaction(({ workers }) => workers.leaveSeat('intake', holder));
  }

  async function readNext(): Promise<boolean> {
    const file = await store.transaction(async ({ workers, intake }) => {
      const next = await intake.next();
      if (!next) return null;
      return (await workers.takeSeat('intake', holder, { now: store.now(), leaseMs: SEAT_MS })) ? next : null;
    });
    if (!file) return false;
    // What is being read at the end waits for the next start.
    await Promise.race([readOne(store, file, { knowledge, onError, stopping: stopping.signal }), aborted]);
    return true;
  }

  return {
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

interface WaitingFile {
  id: string;
  name: string;
  file: string | null;
  by: string;
}
interface Reading {
  knowledge: string | undefined;
  onError: (error: unknown) => void;
  stopping: AbortSignal;
}

async function readOne(
  store: Store,
  waiting: WaitingFile,
  { knowledge, onError, stopping }: Reading,
): Promise<void> {
  const { id, name, by } = waiting;
  // What waits has one.
  const file = waiting.file ?? '';
  try {
    const bytes = await keptFile(store, file);
    if (isZipOfDocuments(bytes, name)) return await unpack(store, { ...waiting, bytes }, stopping);
    const { document, policy, source } = await readDraft({ name, bytes }, coreOf(knowledge).lists);
    if (stopping.aborted) return;
    await store.transaction(async (records) => {
      // It took so long that another worker has read it meanwhile.
      if (!(await records.intake.waits(id))) return;
      const at = store.now();
      const files = { 'source.txt': source, 'policy.yaml': policy };
      const number = await records.shelf.add({ document, files, original: { name, file }, by, at });
      await records.intake.finish(id, { state: 'done', document, number });
      await note(records, { name: by }, at, { action: 'draft.add', subject: document, after: `${number}` });
    });
  } catch (error) {
    if (stopping.aborted) return;
    if (!(error instanceof UserError)) onError(error);
    const reason = error instanceof UserError ? error.message : words.notDrafted(name);
    const isOver = await store.transaction(({ intake }) => intake.finish(id, { state: 'refused', reason }));
    if (isOver) await dropFile(store, file);
  }
}

/** Its documents wait in its place, each to be read by itself; all of them or, after a crash, none. */
async function unpack(
  store: Store,
  { id, name, bytes, by, file }: WaitingFile & { bytes: Uint8Array },
  stopping: AbortSignal,
): Promise<void> {
  const { documents, others } = await unpackZip(bytes, name);
  const kept: { name: string; file: string }[] = [];
  for (const document of documents)
    kept.push({ name: document.name, file: await keepFile(store, document.bytes) });
  if (stopping.aborted) return;
  const isOver = await store.transaction(async (records) => {
    if (!(await records.intake.waits(id))) return false;
    const at = store.now();
    for (const [i, document] of kept.entries())
      await records.intake.add({ ...document, id: `${id}-${String(i).padStart(3, '0')}`, by, at });
    await records.intake.finish(id, { state: 'unpacked', reason: words.unpacked(documents.length, others) });
    await note(records, { name: by }, at, {
      action: 'intake.unpack',
      subject: name,
      after: `${documents.length}`,
    });
    return true;
  });
  if (isOver && file !== null) await dropFile(store, file);
}
