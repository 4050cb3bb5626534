/** Every document that officers have to do with: in folder or store, draft or in force, and what became of each. */
import { type Day, shanghaiDay, UserError } from '../../contract/index.ts';
import { readApproval } from '../../policy/index.ts';
import type { Revision, RevisionState, Store } from '../../store/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import type { ShelfLibrary } from '../shelf/library.ts';
import { type Core, coreOf } from './core.ts';
import { type Draft, draftOf, openDraft, type RevisionName } from './draft.ts';

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

/** What needs somebody first. */
export async function listDocuments(
  store: Store,
  knowledge: string | undefined,
  library: Pick<ShelfLibrary, 'faults'>,
): Promise<DocumentLine[]> {
  const core = coreOf(knowledge);
  const stored = Map.groupBy(
    await store.transaction(({ shelf }) => shelf.list()),
    ({ document }) => document,
  );
  const slugs = new Set([...stored.keys(), ...foldersOf(core)]);
  const lines = await Promise.all(
    [...slugs].map(async (slug) => lineOf(store, core, knowledge, slug, stored.get(slug) ?? [], library)),
  );
  const rank = (line: DocumentLine) => (line.fault ? 0 : line.draft ? 1 : line.state === 'in-force' ? 2 : 3);
  return lines
    .flatMap((line) => (line ? [line] : []))
    .sort((one, other) => rank(one) - rank(other) || one.slug.localeCompare(other.slug));
}

const foldersOf = ({ files }: Core): string[] =>
  files.flatMap(({ path }) => (path.startsWith('policies/') ? [path.split('/')[1]!] : []));

const isOpen = ({ state }: Revision): boolean => state === 'draft' || state === 'in-review';

async function lineOf(
  store: Store,
  core: Core,
  knowledge: string | undefined,
  slug: string,
  revisions: readonly Revision[],
  { faults }: Pick<ShelfLibrary, 'faults'>,
): Promise<DocumentLine | null> {
  const inForce = revisions.find(({ state }) => state === 'in-force');
  const open = revisions.findLast(isOpen);
  const ended = revisions.findLast((one) => !isOpen(one) && one.files['approval.yaml'] !== undefined);
  const answering = inForce ?? ended;
  const isInFolder = foldersOf(core).includes(slug);
  // A draft that was thrown away leaves nothing to show.
  if (!answering && !open && !isInFolder) return null;
  const shown: Draft = answering
    ? draftOf(core, answering)
    : isInFolder
      ? await openDraft(store, knowledge, slug, 'folder')
      : draftOf(core, open!);
  return {
    slug,
    number: shown.policy?.number ?? null,
    title: shown.policy?.title ?? null,
    revision: shown.revision,
    state: shown.state,
    draft: open
      ? {
          number: open.number,
          by: open.createdBy,
          on: shanghaiDay(open.createdAt),
          toCheck: toCheck(draftOf(core, open)),
        }
      : null,
    fault: faults.find((fault) => fault.slug === slug)?.reason ?? null,
    measures: shown.policy?.measures.length ?? 0,
  };
}

/** Values and rules that wait for a person. */
export const toCheck = ({ policy }: Draft): number =>
  (policy?.review.length ?? 0) +
  (policy?.measures.flatMap(({ benefits }) =>
    benefits.filter(({ drafted }) => drafted && drafted.grade !== 'A'),
  ).length ?? 0);

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
  const inFolder = foldersOf(core).includes(slug) ? [await openDraft(store, knowledge, slug, 'folder')] : [];
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
