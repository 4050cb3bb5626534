/** What officers do with the shelf: see what answers, take a document off, say what took its place. Folder and store alike. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, shanghaiDay, UserError } from '../../contract/index.ts';
import {
  type DocumentState,
  endPolicy,
  lastSigned,
  type Shelved,
  type Step,
  shelve,
} from '../../policy/index.ts';
import type { Records, Revision } from '../../store/index.ts';
import { shelfWords } from '../../words/index.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '../read-knowledge.ts';
import type { Settings } from '../settings.ts';
import { withState } from '../state.ts';
import { shelfFiles } from './library.ts';

export type ShelfSettings = Settings;

/** Who does it, and on which day. */
export interface Deed {
  by: string;
  on: Day;
}

export interface ShelfLine {
  slug: string;
  /** 文号; null of a draft, which is not read. */
  number: string | null;
  title: string | null;
  state: DocumentState;
  kept: 'folder' | 'store';
  measures: number;
  by: string | null;
  on: Day | null;
  /** Why it does not answer though it should. */
  fault: string | null;
}

export interface ShelfStep {
  /** Of the revision; null of a document in the folder. */
  number: number | null;
  state: DocumentState;
  by: string;
  on: Day;
  note: string | null;
}

export async function listShelf(
  settings: ShelfSettings,
): Promise<{ documents: ShelfLine[]; version: string }> {
  const { documents, faults, version, stored } = await readAll(settings);
  return {
    documents: documents.map((one) => lineOf(one, faults, stored)),
    version,
  };
}

/** Throws UserError where there is none of this name. */
export async function showDocument(settings: ShelfSettings, slug: string) {
  const { documents, faults, stored, knowledge } = await readAll(settings);
  const one = documents.find((each) => each.slug === slug);
  if (!one) throw new UserError(shelfWords.unknown(slug));
  const policy = knowledge.policies.find((each) => each.slug === slug) ?? one.policy;
  const own =
    policy?.relations.map(({ kind, document, title }) => ({ kind, name: document ?? title ?? '' })) ?? [];
  const later = policy?.successors.map(({ kind, number }) => ({ kind: `已被${kind}`, name: number })) ?? [];
  return { ...lineOf(one, faults, stored), address: policy?.address ?? null, relations: [...own, ...later] };
}

export async function shelfHistory(settings: ShelfSettings, slug: string): Promise<ShelfStep[]> {
  const inStore = await withStore(settings, 'read', ({ shelf }) => shelf.history(slug));
  const { documents } = await readAll(settings);
  const inFolder = documents.find((one) => one.slug === slug)?.steps ?? [];
  if (inStore?.length) return inStore.map(({ at, ...step }) => ({ ...step, on: shanghaiDay(at) }));
  if (!documents.some((one) => one.slug === slug)) throw new UserError(shelfWords.unknown(slug));
  return inFolder.map(({ state, by, on, note }) => ({ number: null, state, by, on, note: note ?? null }));
}

/** Takes it off: from now on nothing is answered from it. */
export const withdrawDocument = (
  settings: ShelfSettings,
  slug: string,
  { note, ...deed }: Deed & { note?: string | undefined },
): Promise<{ slug: string; number: string }> =>
  end(settings, slug, { state: 'withdrawn', ...deed, ...(note && { note }) });

/** `successor` names a document on the shelf, by folder or number: who asks for the old one is told of it. */
export async function replaceDocument(
  settings: ShelfSettings,
  slug: string,
  successor: string,
  deed: Deed,
): Promise<{ slug: string; number: string }> {
  const { knowledge } = await readAll(settings);
  const next = knowledge.policies.find((policy) => policy.slug === successor || policy.number === successor);
  if (!next) throw new UserError(shelfWords.unknown(successor));
  await end(settings, slug, { state: 'replaced', ...deed, note: next.number });
  return { slug, number: next.number };
}

async function end(settings: ShelfSettings, slug: string, step: Omit<Step, 'hash'>) {
  const root = settings.HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER;
  const { stored } = await readAll(settings);
  const revision = stored.find(({ document }) => document === slug);
  if (!revision) {
    const written = endPolicy(readKnowledgeFiles(root), slug, step);
    writeFileSync(join(root, written.path), written.text);
    return { slug, number: written.number };
  }
  const files = filesOf(revision);
  const written = endPolicy(files, slug, step);
  const approval = { 'approval.yaml': written.text };
  const state = step.state === 'replaced' ? 'replaced' : 'withdrawn';
  const done = await withStore(settings, 'beside', ({ shelf }, now) =>
    shelf.move(slug, revision.number, state, {
      by: step.by,
      at: now,
      note: step.note ?? null,
      files: { ...revision.files, ...approval },
    }),
  );
  if (!done) throw new UserError(shelfWords.unknown(slug));
  return { slug, number: written.number };
}

const filesOf = ({ document, files }: Revision) =>
  Object.entries(files).map(([name, text]) => ({ path: `policies/${document}/${name}`, text }));

function lineOf(
  { slug, state, steps, policy }: Shelved,
  faults: readonly { slug: string; reason: string }[],
  stored: readonly Revision[],
): ShelfLine {
  const signed = lastSigned(steps);
  return {
    slug,
    number: policy?.number ?? null,
    title: policy?.title ?? null,
    state,
    kept: stored.some(({ document }) => document === slug) ? 'store' : 'folder',
    measures: policy?.measures.length ?? 0,
    by: signed?.by ?? policy?.approved?.by ?? null,
    on: signed?.on ?? policy?.approved?.on ?? null,
    fault: faults.find((fault) => fault.slug === slug)?.reason ?? null,
  };
}

/** Everything, with the newest revision of what is in the store. */
export async function readAll(settings: ShelfSettings) {
  const folder = readKnowledgeFiles(settings.HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER);
  const all = (await withStore(settings, 'read', ({ shelf }) => shelf.list())) ?? [];
  const newest = new Map<string, Revision>();
  const inFolder = new Set(folder.map(({ path }) => path.split('/')[1]));
  for (const revision of all) {
    // Nor does it hide what answers from the folder.
    if (revision.files['approval.yaml'] === undefined && inFolder.has(revision.document)) continue;
    const before = newest.get(revision.document);
    // A draft beside a revision in force does not hide it.
    if (!before || revision.state === 'in-force' || before.state !== 'in-force')
      newest.set(revision.document, revision);
  }
  const stored = [...newest.values()];
  return { ...shelve(shelfFiles(folder, stored)), stored, revisions: all };
}

/** Null where there is no store yet: nothing is made for being looked at. */
export async function withStore<T>(
  settings: ShelfSettings,
  access: 'read' | 'beside',
  work: (records: Records, now: number) => Promise<T>,
): Promise<T | null> {
  if (!settings.DATABASE_URL && !existsSync(join(settings.HUIQI_DATA_DIR, 'huiqi.sqlite'))) return null;
  return withState(settings, access, (store) => store.transaction((records) => work(records, store.now())));
}
