/** The shelf of a running process: what answers now, and the change to what answers next. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ShelfMemory, Unticked } from '../../policy/index.ts';
import type { Store } from '../../store/index.ts';
import { folderMark, hasListsAtOldPlace, KNOWLEDGE_FOLDER, knowledgeFilesOf } from '../read-knowledge.ts';
import { keepDocuments, keptDocuments, namesOf } from './kept-documents.ts';
import { keeperOf } from './kept-tables.ts';
import { buildLibrary, type ShelfLibrary } from './library.ts';

export interface OpenShelf {
  current(): ShelfLibrary;
  /** Looks whether folder or store have changed, and builds the next library if so; null when nothing has. */
  refresh(): Promise<ShelfLibrary | null>;
  /**
   * Refreshes every two seconds until `stopping`. `onSwap` is told of each new library; what goes wrong while building leaves the present
   * one in its place and is told once.
   */
  watch(options: WatchOptions): Promise<void>;
}

export interface WatchOptions {
  stopping: AbortSignal;
  onSwap(next: ShelfLibrary, before: ShelfLibrary): void | Promise<void>;
  onError(error: unknown): void;
}

const POLL_MS = 2000;

/** `store` null: only the folder; `unticked`: whether drafted rules compute before a person ticked them. Throws UserError where the folder is missing or the shared lists are faulty. */
export async function openShelf(
  folder: string | undefined,
  store: Store | null,
  unticked: Unticked = 'told',
): Promise<OpenShelf> {
  const root = folder ?? KNOWLEDGE_FOLDER;
  const memory: ShelfMemory = keptDocuments(root);
  const kept = namesOf(memory);
  let mark = await markOf(root, store);
  let library = await read(root, store, memory, unticked);
  keepDocuments(root, memory, kept);

  async function refresh(): Promise<ShelfLibrary | null> {
    const now = await markOf(root, store);
    if (now === mark) return null;
    const next = await read(root, store, memory, unticked);
    // Only now: what failed half way is tried again.
    mark = now;
    if (next.version === library.version && sameFaults(next, library)) return null;
    library = next;
    return next;
  }

  return {
    current: () => library,
    refresh,
    async watch({ stopping, onSwap, onError }) {
      let told: string | null = null;
      while (!stopping.aborted) {
        await sleep(POLL_MS, undefined, { signal: stopping, ref: false }).catch(() => {});
        if (stopping.aborted) return;
        try {
          const before = library;
          const next = await refresh();
          if (next) await onSwap(next, before);
          told = null;
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          if (message !== told) onError(error);
          told = message;
        }
      }
    },
  };
}

async function markOf(root: string, store: Store | null): Promise<string> {
  const version = store ? await store.transaction(({ shelf }) => shelf.version()) : 0;
  return `${version}\n${folderMark(root)}`;
}

async function read(
  root: string,
  store: Store | null,
  memory: ShelfMemory,
  unticked: Unticked,
): Promise<ShelfLibrary> {
  const files = knowledgeFilesOf(root);
  const { revisions, additions } = store
    ? await store.transaction(async (records) => ({
        revisions: await records.shelf.answering(),
        additions: await records.additions.list(),
      }))
    : { revisions: [], additions: [] };
  const library = buildLibrary(files, revisions, memory, additions, unticked, keeperOf(root));
  const old = hasListsAtOldPlace(root)
    ? [`${root} 里的词表还在旧位置，下一版不再读取：请把它们移到 ${root}/core/ 下。`]
    : [];
  return { ...library, warnings: [...old, ...library.warnings] };
}

const sameFaults = (one: ShelfLibrary, other: ShelfLibrary): boolean =>
  JSON.stringify([one.faults, one.warnings]) === JSON.stringify([other.faults, other.warnings]);
