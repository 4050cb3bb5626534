/**
 * Documents out of one installation and into another, with revisions, approvals and cases. The folder that is written is a knowledge folder:
 * policies/<slug>/ has the files that answer, and, of a document from a store, revisions.json with every state that it was in.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../contract/index.ts';
import type { Records } from '../../store/index.ts';
import { shelfWords } from '../../words/index.ts';
import { keepFileIn, keptFileIn } from '../kept-files.ts';
import { KNOWLEDGE_FOLDER } from '../read-knowledge.ts';
import { readAll, type ShelfSettings, withStore } from './keep-shelf.ts';

const STATES = ['draft', 'in-review', 'in-force', 'replaced', 'withdrawn'] as const;
const revisionSchema = z.strictObject({
  number: z.int().min(1),
  state: z.enum(STATES),
  files: z.record(z.string().regex(/^[a-z]+\.(?:txt|yaml)$/u), z.string()),
  original: z.strictObject({ name: z.string(), base64: z.string() }).nullable(),
  address: z.string().nullable(),
  createdAt: z.int(),
  createdBy: z.string(),
  steps: z.array(
    z.strictObject({ state: z.enum(STATES), by: z.string(), at: z.int(), note: z.string().nullable() }),
  ),
});
const revisionsSchema = z.array(revisionSchema).min(1);
export type MovedRevision = z.output<typeof revisionSchema>;

const REVISIONS = 'revisions.json';

/** Throws UserError where the folder holds something already. */
export async function exportShelf(settings: ShelfSettings, folder: string): Promise<{ documents: number }> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UserError(shelfWords.exists(folder));
  const root = settings.HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER;
  const { documents, stored } = await readAll(settings);
  mkdirSync(join(folder, 'policies'), { recursive: true });
  for (const { slug } of documents) {
    const target = join(folder, 'policies', slug);
    const revision = stored.find(({ document }) => document === slug);
    if (!revision) {
      cpSync(join(root, 'policies', slug), target, { recursive: true });
      continue;
    }
    mkdirSync(target);
    for (const [name, text] of Object.entries(revision.files)) writeFileSync(join(target, name), text);
    const revisions = await withStore(settings, 'read', (records) => revisionsOf(records, slug));
    writeFileSync(join(target, REVISIONS), `${JSON.stringify(revisions, null, 1)}\n`);
  }
  return { documents: documents.length };
}

async function revisionsOf(records: Records, slug: string): Promise<MovedRevision[]> {
  const { shelf } = records;
  const steps = await shelf.history(slug);
  const revisions: MovedRevision[] = [];
  for (const { document, originalName: _, ...revision } of await shelf.list()) {
    if (document !== slug) continue;
    const original = await shelf.original(document, revision.number);
    revisions.push({
      ...revision,
      original: original && {
        name: original.name,
        base64: Buffer.from(await keptFileIn(records, original.file)).toString('base64'),
      },
      steps: steps.filter(({ number }) => number === revision.number).map(({ number: _n, ...step }) => step),
    });
  }
  return revisions;
}

/** What is there already, in folder or store, is left as it is and named. Nothing is changed where a file cannot be read. */
export async function importShelf(
  settings: ShelfSettings,
  folder: string,
): Promise<{ added: string[]; skipped: string[] }> {
  const policies = join(folder, 'policies');
  if (!existsSync(policies)) throw new UserError(shelfWords.notAFolder(folder));
  const root = settings.HUIQI_KNOWLEDGE_DIR ?? KNOWLEDGE_FOLDER;
  const there = new Set((await readAll(settings)).documents.map(({ slug }) => slug));
  const slugs = readdirSync(policies).sort();
  const added = slugs.filter((slug) => !there.has(slug));
  const moved = added.map((slug) => ({ slug, revisions: readRevisions(join(policies, slug, REVISIONS)) }));
  const toStore = moved.flatMap(({ slug, revisions }) => (revisions ? [{ slug, revisions }] : []));
  if (toStore.length > 0) {
    const taken = await withStore(settings, 'beside', async (records) => {
      for (const { slug, revisions } of toStore)
        for (const { original, ...revision } of revisions)
          await records.shelf.take({
            ...revision,
            document: slug,
            original: original && {
              name: original.name,
              file: await keepFileIn(records, Buffer.from(original.base64, 'base64'), revision.createdAt),
            },
          });
      return true;
    });
    if (!taken) throw new UserError(shelfWords.noStore);
  }
  for (const { slug, revisions } of moved)
    if (!revisions) cpSync(join(policies, slug), join(root, 'policies', slug), { recursive: true });
  return { added, skipped: slugs.filter((slug) => there.has(slug)) };
}

/** Null: a document that lives in its folder. */
function readRevisions(file: string): MovedRevision[] | null {
  if (!existsSync(file)) return null;
  try {
    return revisionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new UserError(shelfWords.unreadable(file));
  }
}
