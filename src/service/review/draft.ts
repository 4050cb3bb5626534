/** One revision of a document as officers look at it and change it. */
import { createHash } from 'node:crypto';
import { shanghaiTime, UserError } from '../../contract/index.ts';
import type { Facts } from '../../facts/index.ts';
import {
  checkPolicy,
  describeProblem,
  type KnowledgeFile,
  type Policy,
  type Problem,
  parsePolicy,
  quoteFinder,
} from '../../policy/index.ts';
import type { Records, Revision, RevisionState, Store } from '../../store/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';
import { type Change, changed } from './changes.ts';
import { type Core, coreOf } from './core.ts';
import { type PolicyData, readData, writeData } from './policy-text.ts';

/** A revision by its number; 'folder': what stands in the knowledge folder. */
export type RevisionName = number | 'folder';

export interface Draft {
  slug: string;
  revision: RevisionName;
  state: RevisionState;
  files: Record<string, string>;
  source: string;
  data: PolicyData;
  /** Null where it cannot be read. */
  policy: Policy | null;
  /** The document's own facts and those that all share. */
  facts: Facts;
  problems: readonly Problem[];
  /** Changes with every change of the draft: who sends another has seen an older one. */
  seen: string;
  originalName: string | null;
  by: string | null;
}

/** Throws UserError where there is none. */
export async function openDraft(
  store: Store,
  knowledge: string | undefined,
  slug: string,
  revision: RevisionName,
): Promise<Draft> {
  const core = coreOf(knowledge);
  if (revision === 'folder') return ofFolder(core, slug);
  const found = await store.transaction(({ shelf }) => shelf.get(slug, revision));
  if (!found) throw new UserError(words.noDocument);
  return draftOf(core, found);
}

export const draftOf = (core: Core, { document, number, ...revision }: Revision): Draft => ({
  ...read(core, document, revision.files),
  slug: document,
  revision: number,
  state: revision.state,
  originalName: revision.originalName,
  by: revision.createdBy,
});

function ofFolder(core: Core, slug: string): Draft {
  const files = core.documents.get(slug) ?? {};
  if (files['policy.yaml'] === undefined) throw new UserError(words.noDocument);
  const state = folderState(files);
  return { ...read(core, slug, files), slug, revision: 'folder', state, originalName: null, by: null };
}

export const folderState = (files: Readonly<Record<string, string>>): RevisionState =>
  /^ *- state: in-force/mu.test(files['approval.yaml'] ?? '') ? 'in-force' : 'draft';

function read(
  { knowledge }: Core,
  slug: string,
  files: Record<string, string>,
): Pick<Draft, 'files' | 'source' | 'data' | 'policy' | 'facts' | 'problems' | 'seen'> {
  const source = files['source.txt'] ?? '';
  const text = files['policy.yaml'] ?? '';
  const { file, problems } = parsePolicy(slug, `policies/${slug}/policy.yaml`, text, source);
  return {
    files,
    source,
    data: readData(text),
    policy: file?.policy ?? null,
    facts: new Map([...knowledge.facts, ...(file?.policy.facts ?? [])]),
    problems: file ? checkPolicy(file, { ...knowledge, policies: [file.policy] }) : problems,
    seen: seenOf(files),
  };
}

const seenOf = (files: Record<string, string>): string =>
  createHash('sha256')
    .update(`${files['policy.yaml']}\0${files['cases.yaml']}`)
    .digest('base64url')
    .slice(0, 16);

/** The files of a document, with the lists that all share. */
export const filesWithLists = (core: Core, slug: string, files: Record<string, string>): KnowledgeFile[] => [
  ...core.lists,
  ...Object.entries(files).map(([name, text]) => ({ path: `policies/${slug}/${name}`, text })),
];

export interface Edit {
  knowledge: string | undefined;
  slug: string;
  number: number;
  /** Of the draft that the officer saw. */
  seen: string;
}

/**
 * Changes a draft. Throws UserError where somebody else has changed it meanwhile (and says who), where the change cannot be done, or
 * where afterwards something would not stand in the document.
 */
export const editDraft = (store: Store, edit: Edit & { change: Change }, actor: Actor): Promise<void> =>
  store.transaction(async (records) => {
    const core = coreOf(edit.knowledge);
    const draft = await draftToChange(records, core, edit);
    const find = quoteFinder(draft.source, draft.policy?.furniture ?? []);
    const next = changed(draft.data, edit.change, {
      source: draft.source,
      find: (quote) => {
        const span = find(quote);
        return span && [span.start, span.end];
      },
    });
    const files = { ...draft.files, 'policy.yaml': writeData(next) };
    refuseNewProblems(draft, read(core, edit.slug, files).problems);
    await save(records, edit, files, actor, store.now());
    await note(records, actor, store.now(), {
      action: `draft.${edit.change.kind}`,
      subject: `${edit.slug} 第${edit.number}版`,
      ...differenceOf(draft.data, next),
    });
  });

/** As it stands now, if it is the one that the officer saw. */
export async function draftToChange(
  { shelf }: Records,
  core: Core,
  { slug, number, seen }: Omit<Edit, 'knowledge'>,
): Promise<Draft> {
  const revision = await shelf.get(slug, number);
  if (!revision) throw new UserError(words.noDocument);
  if (revision.state !== 'draft' && revision.state !== 'in-review') throw new UserError(words.notDraft);
  const draft = draftOf(core, revision);
  if (draft.seen !== seen) {
    const last = (await shelf.history(slug)).findLast((step) => step.number === number);
    throw new UserError(words.changedBy(last?.by ?? '', last ? shanghaiTime(last.at).slice(11) : ''));
  }
  return draft;
}

/** What was signed by one of two is signed no more. */
export async function save(
  { shelf }: Records,
  { slug, number }: Pick<Edit, 'slug' | 'number'>,
  { 'approval.yaml': _, ...files }: Record<string, string>,
  { name }: Actor,
  at: number,
): Promise<void> {
  if (!(await shelf.edit(slug, number, files, { by: name, at }))) throw new UserError(words.notDraft);
}

function refuseNewProblems(before: Draft, after: readonly Problem[]): void {
  const known = new Set(before.problems.map(({ message, quote }) => `${message}\0${quote}`));
  const fresh = after.find(({ message, quote }) => !known.has(`${message}\0${quote}`));
  if (fresh)
    throw new UserError(words.wouldBreak(describeProblem({ ...fresh, file: '', line: null }).trim()));
}

/** The parts that differ, for the audit. */
function differenceOf(before: PolicyData, after: PolicyData): { before: string; after: string } {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const part = (data: PolicyData): string =>
    keys
      .map((key) => {
        const other = data === before ? after : before;
        return `${key}: ${JSON.stringify(narrowed(data[key], other[key]))}`;
      })
      .join('\n');
  return { before: part(before), after: part(after) };
}

/** Of two lists by name, the entries that differ. */
function narrowed(value: unknown, other: unknown): unknown {
  if (!isRecord(value) || !isRecord(other)) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).filter(([key, one]) => JSON.stringify(one) !== JSON.stringify(other[key])),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
