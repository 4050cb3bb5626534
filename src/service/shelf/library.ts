/** What answers now: one value, never changed, swapped whole. */
import { createHash } from 'node:crypto';
import type { Mind } from '../../dialogue/index.ts';
import {
  type Fault,
  type Knowledge,
  type KnowledgeFile,
  keepingUnticked,
  keepOnly,
  type ShelfMemory,
  type Shelved,
  shelve,
  type Unticked,
} from '../../policy/index.ts';
import { buildIndex, type KeptTables, tablesOf } from '../../retrieval/index.ts';
import type { Addition, Revision } from '../../store/index.ts';
import { type OwnAnswer, ownAnswersOf, withAliases } from '../inbox/additions.ts';
import type { Library } from '../library.ts';

/** Its version is of the files: the same for the same content, in every process. */
export interface ShelfLibrary extends Library {
  documents: readonly (Shelved & { kept: 'folder' | 'store' })[];
  /** Documents that should answer and do not, each with what to do. */
  faults: readonly Fault[];
  /** What else whoever runs the bot should know. */
  warnings: readonly string[];
  /** What officers answer where no document does. */
  ownAnswers: readonly OwnAnswer[];
}

export const createMind = (knowledge: Knowledge): Mind => ({ knowledge, index: buildIndex(knowledge) });

/** Where the tables of an index are kept, by the library's version. */
export interface TableKeeper {
  kept(version: string): KeptTables | null;
  keep(version: string, tables: KeptTables): void;
}

/** The same from kept tables, where there are some of this version; else they are made, and kept. */
export function keptMind(knowledge: Knowledge, version: string, keeper: TableKeeper | null): Mind {
  const tables = keeper?.kept(version) ?? null;
  const index = buildIndex(knowledge, tables);
  if (keeper && !tables) keeper.keep(version, tablesOf(index));
  return { knowledge, index };
}

/** Of one document that both have, the store's answers. `memory` saves reading again what has not changed; `additions` are what officers added beside; `unticked` says whether drafted rules compute. */
export function buildLibrary(
  folder: readonly KnowledgeFile[],
  revisions: readonly Revision[],
  memory: ShelfMemory,
  additions: readonly Addition[] = [],
  unticked: Unticked = 'told',
  keeper: TableKeeper | null = null,
): ShelfLibrary {
  const stored = new Set(revisions.map(({ document }) => document));
  const twice = [...stored].filter((slug) => folder.some(({ path }) => slugOf(path) === slug));
  const { knowledge, documents, faults, version: ofFiles } = shelve(shelfFiles(folder, revisions), memory);
  const version = versionWith(ofFiles, additions);
  keepOnly(memory, documents);
  const mind = keptMind(withAliases(keepingUnticked(knowledge, unticked), additions), version, keeper);
  return {
    version,
    ...mind,
    documents: documents.map((one) => ({ ...one, kept: stored.has(one.slug) ? 'store' : 'folder' })),
    faults,
    ownAnswers: ownAnswersOf(additions, mind.index),
    warnings: twice.map((slug) => `${slug} 在知识文件夹和数据里都有，用的是数据里的。`),
  };
}

/** `version`: of the files. */
export const versionWith = (version: string, additions: readonly Addition[]): string =>
  additions.length === 0
    ? version
    : createHash('sha256')
        .update(version)
        .update(JSON.stringify(additions))
        .digest('hex')
        .slice(0, version.length);

/** The files of both, the store's where both hold a document. */
export function shelfFiles(
  folder: readonly KnowledgeFile[],
  revisions: readonly Revision[],
): KnowledgeFile[] {
  const stored = new Set(revisions.map(({ document }) => document));
  return [...folder.filter(({ path }) => !stored.has(slugOf(path) ?? '')), ...revisions.flatMap(filesOf)];
}

const slugOf = (path: string): string | null => (path.startsWith('policies/') ? path.split('/')[1]! : null);

const filesOf = ({ document, files }: Revision): KnowledgeFile[] =>
  Object.entries(files).map(([name, text]) => ({ path: `policies/${document}/${name}`, text }));
