/** Every document that officers have to do with: in folder or store, draft or in force, and what became of each. */
import { type Day, shanghaiDay, UserError } from '../../contract/index.ts';
import { type Policy, readApproval } from '../../policy/index.ts';
import type { RevisionHead, RevisionState, Store } from '../../store/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import type { ShelfLibrary } from '../shelf/library.ts';
import { type Core, coreOf } from './core.ts';
import { type Draft, draftOf, folderState, openDraft, type RevisionName } from './draft.ts';
import { type Head, headOfPolicy, readHead } from './head.ts';

export interface DocumentLine {
  slug: string;
  number: string | null;
  title: string | null;
  /** What answers, or, where nothing does, the newest. */
  revision: RevisionName;
  state: RevisionState;
  /** The newest draft beside it. */
  draft: { number: number; by: string; on: Day; toCheck: number } | null;
  fault: string | null;
  measures: number;
}

/** What needs somebody first. What answers was read with the shelf; only drafts are read here, each once and one at a time. */
export async function listDocuments(
  store: Store,
  knowledge: string | undefined,
  library: Pick<ShelfLibrary, 'faults' | 'knowledge'>,
): Promise<DocumentLine[]> {
  const shelf: SeenShelf = {
    store,
    core: coreOf(knowledge),
    faults: new Map(library.faults.map(({ slug, reason }) => [slug, reason])),
    answering: new Map(library.knowledge.policies.map((policy) => [policy.slug, policy])),
  };
  const stored = Map.groupBy(
    await store.transaction((records) => records.shelf.heads()),
    ({ document }) => document,
  );
  const folders = shelf.core.documents;
  const lines: DocumentLine[] = [];
  for (const slug of new Set([...stored.keys(), ...folders.keys()])) {
    const line = await lineOf(shelf, slug, stored.get(slug) ?? []);
    if (line) lines.push(line);
  }
  const rank = (line: DocumentLine) => (line.fault ? 0 : line.draft ? 1 : line.state === 'in-force' ? 2 : 3);
  return lines.sort((one, other) => rank(one) - rank(other) || one.slug.localeCompare(other.slug));
}

interface SeenShelf {
  store: Store;
  core: Core;
  faults: ReadonlyMap<string, string>;
  answering: ReadonlyMap<string, Policy>;
}

const isOpen = ({ state }: RevisionHead): boolean => state === 'draft' || state === 'in-review';

async function lineOf(
  { store, core, faults, answering }: SeenShelf,
  slug: string,
  revisions: readonly RevisionHead[],
): Promise<DocumentLine | null> {
  const open = revisions.findLast(isOpen);
  const kept =
    revisions.find(({ state }) => state === 'in-force') ??
    revisions.findLast((one) => !isOpen(one) && one.isSigned);
  // A draft that was thrown away leaves nothing to show.
  if (!kept && !open && !core.documents.has(slug)) return null;
  const headOf = async ({ number }: RevisionHead): Promise<Head> => {
    const revision = await store.transaction(({ shelf }) => shelf.get(slug, number));
    return readHead(slug, revision?.files ?? {});
  };
  const draft = open ? await headOf(open) : null;
  const folder = (!kept && core.documents.get(slug)) || null;
  const stored = kept ?? open;
  const live = answering.get(slug);
  const shown: Head = live
    ? headOfPolicy(live)
    : folder
      ? await readHead(slug, folder)
      : kept
        ? await headOf(kept)
        : draft!;
  return {
    slug,
    number: shown.number,
    title: shown.title,
    revision: folder ? 'folder' : stored!.number,
    state: folder ? folderState(folder) : stored!.state,
    draft:
      open && draft
        ? {
            number: open.number,
            by: open.createdBy,
            on: shanghaiDay(open.createdAt),
            toCheck: draft.toCheck,
          }
        : null,
    fault: faults.get(slug) ?? null,
    measures: shown.measures,
  };
}

export interface DocumentStep {
  revision: RevisionName;
  state: RevisionState;
  by: string;
  on: Day;
  note: string | null;
}

/** The document with all its revisions, newest first, and who did what. Throws UserError where there is none. */
export async function documentOf(
  store: Store,
  knowledge: string | undefined,
  slug: string,
): Promise<{ revisions: Draft[]; steps: DocumentStep[] }> {
  const core = coreOf(knowledge);
  const { list, history } = await store.transaction(async ({ shelf }) => ({
    list: (await shelf.list()).filter(({ document }) => document === slug),
    history: await shelf.history(slug),
  }));
  const inFolder = core.documents.has(slug) ? [await openDraft(store, knowledge, slug, 'folder')] : [];
  const revisions = [...list.toReversed().map((one) => draftOf(core, one)), ...inFolder];
  if (revisions.length === 0) throw new UserError(words.noDocument);
  const folderSteps = inFolder.flatMap(({ files }) =>
    files['approval.yaml'] === undefined
      ? []
      : readApproval('approval.yaml', files['approval.yaml']).steps.map(
          ({ state, by, on, note = null }): DocumentStep => ({ revision: 'folder', state, by, on, note }),
        ),
  );
  return {
    revisions,
    steps: [
      ...folderSteps,
      ...history.map(
        ({ number, at, ...step }): DocumentStep => ({ ...step, revision: number, on: shanghaiDay(at) }),
      ),
    ].reverse(),
  };
}
