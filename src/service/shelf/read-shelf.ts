/** What may answer, for a door that answers once: folder and store are read, nothing is created. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Mind } from '../../dialogue/index.ts';
import { type Knowledge, keepingUnticked, keepOnly, shelve } from '../../policy/index.ts';
import type { Addition, Revision } from '../../store/index.ts';
import { withAliases } from '../inbox/additions.ts';
import { KNOWLEDGE_FOLDER, knowledgeFilesOf } from '../read-knowledge.ts';
import type { Settings } from '../settings.ts';
import { keepDocuments, keptDocuments, namesOf } from './kept-documents.ts';
import { keeperOf } from './kept-tables.ts';
import { keptMind, shelfFiles, versionWith } from './library.ts';

type ShelfSettings = Pick<
  Settings,
  'HUIQI_KNOWLEDGE_DIR' | 'HUIQI_DATA_DIR' | 'DATABASE_URL' | 'HUIQI_OFFICE' | 'HUIQI_UNTICKED'
>;

/** Documents that do not answer, and why, are told on standard error. */
export const readShelf = async (settings: ShelfSettings): Promise<Knowledge> =>
  (await readOnce(settings)).knowledge;

/** With its index. */
export async function readMind(settings: ShelfSettings): Promise<Mind> {
  const { root, version, knowledge } = await readOnce(settings);
  return keptMind(knowledge, version, keeperOf(root));
}

async function readOnce(
  settings: ShelfSettings,
): Promise<{ root: string; version: string; knowledge: Knowledge }> {
  const root = settings.HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER;
  const { revisions, additions } = await storedShelf(settings);
  const memory = keptDocuments(root);
  const kept = namesOf(memory);
  const { knowledge, documents, faults, version } = shelve(
    shelfFiles(knowledgeFilesOf(root), revisions),
    memory,
  );
  keepOnly(memory, documents);
  keepDocuments(root, memory, kept);
  for (const { slug, reason } of faults) process.stderr.write(`注意：${slug} 没有用来回答。${reason}\n`);
  return {
    root,
    version: versionWith(version, additions),
    knowledge: withAliases(keepingUnticked(knowledge, settings.HUIQI_UNTICKED), additions),
  };
}

/** The store is not loaded where there is none. */
async function storedShelf(
  settings: ShelfSettings,
): Promise<{ revisions: Revision[]; additions: Addition[] }> {
  const nothing = { revisions: [], additions: [] };
  if (!settings.DATABASE_URL && !existsSync(join(settings.HUIQI_DATA_DIR, 'huiqi.sqlite'))) return nothing;
  const { openStore, storeOptions } = await import('../../store/index.ts');
  try {
    const store = await openStore({ ...storeOptions(settings, 'read'), readOnly: true });
    try {
      return await store.transaction(async ({ shelf, additions }) => ({
        revisions: await shelf.answering(),
        additions: await additions.list(),
      }));
    } finally {
      await store.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`注意：数据里的文件没有读到，只用知识文件夹里的。${why}\n`);
    return nothing;
  }
}
