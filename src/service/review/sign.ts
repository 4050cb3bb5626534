/** What becomes of a revision: cases ticked, signed, withdrawn, replaced, an earlier one restored. */
import { type Day, UserError } from '../../contract/index.ts';
import { approvePolicy, casesPath, describeProblem, endPolicy, yamlLibrary } from '../../policy/index.ts';
import type { Records, Store } from '../../store/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import { casesOf, replayCases, tickCases } from '../cases.ts';
import { type Actor, note } from '../officers/index.ts';
import { coreOf } from './core.ts';
import { type Draft, draftToChange, type Edit, filesWithLists, openDraft, save } from './draft.ts';

/** The day that goes into the records. */
interface Deed {
  on: Day;
  comment: string;
}

/** A new draft of a document, from one of its revisions; answers its number. */
export async function beginDraft(
  store: Store,
  { knowledge, slug, revision }: { knowledge: string | undefined; slug: string; revision: Draft['revision'] },
  actor: Actor,
): Promise<number> {
  const { files, state } = await openDraft(store, knowledge, slug, revision);
  // A draft of the folder may be signed by one of two already.
  const { 'approval.yaml': approval, ...texts } = files;
  const kept = state === 'draft' && approval !== undefined ? files : texts;
  return store.transaction(async (records) => {
    const at = store.now();
    const number = await records.shelf.add({ document: slug, files: kept, by: actor.name, at });
    await note(records, actor, at, { action: 'draft.begin', subject: slug, after: `${number}` });
    return number;
  });
}

/** Ticks those cases whose words are named. */
export const tickDraft = (
  store: Store,
  edit: Edit & { on: Day; ticked: readonly string[]; measure: string; benefit: string },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    const core = coreOf(edit.knowledge);
    const { files } = await draftToChange(records, core, edit);
    const cases = casesOf(filesWithLists(core, edit.slug, files), edit.slug);
    const isHere = (one: { measure: string; benefit: string }) =>
      one.measure === edit.measure && one.benefit === edit.benefit;
    const kept = cases.map((one) =>
      isHere(one) && !edit.ticked.includes(one.words) ? { ...one, ticked: null } : one,
    );
    const chosen = new Set(
      kept.filter((one) => isHere(one) && one.ticked === null && edit.ticked.includes(one.words)),
    );
    const text = yamlLibrary().stringify(tickCases(kept, chosen, { on: edit.on, by: actor.name }));
    await save(records, edit, { ...files, 'cases.yaml': text }, actor, store.now());
    await note(records, actor, store.now(), {
      action: 'draft.tick',
      subject: `${edit.slug} 第${edit.number}版`,
      after: edit.ticked.join('\n'),
      comment: `第${edit.measure}条 ${edit.benefit}`,
    });
  });

/** Signs what stands there. 'half': under four eyes another officer has to sign as well. */
export const signDraft = (
  store: Store,
  { fourEyes, ...edit }: Edit & Deed & { fourEyes: boolean },
  actor: Actor,
): Promise<'signed' | 'half'> =>
  store.transaction(async (records) => {
    const core = coreOf(edit.knowledge);
    const { slug, number } = edit;
    const { files } = await draftToChange(records, core, edit);
    const all = filesWithLists(core, slug, files);
    const changed = replayCases(all).find(({ file }) => file === casesPath(slug));
    if (changed) throw new UserError(words.notSigned(describeProblem({ ...changed, file: '' })));
    const approved = approvePolicy(all, slug, { on: edit.on, by: actor.name }, { fourEyes });
    const at = store.now();
    const state = approved.state === 'in-force' ? 'in-force' : 'in-review';
    const moved = { ...files, 'approval.yaml': approved.text };
    await move(records, { slug, number, state, files: moved, note: edit.comment || null }, actor, at);
    await note(records, actor, at, {
      action: state === 'in-force' ? 'draft.sign' : 'draft.sign-first',
      subject: `${slug} 第${number}版`,
      after: approved.number,
      comment: edit.comment,
    });
    return state === 'in-force' ? 'signed' : 'half';
  });

interface Move {
  slug: string;
  number: number;
  state: 'in-review' | 'in-force' | 'replaced' | 'withdrawn';
  files: Record<string, string>;
  note: string | null;
}

async function move(
  { shelf }: Records,
  { slug, number, ...move }: Move,
  { name }: Actor,
  at: number,
): Promise<void> {
  const { state, files, note: said } = move;
  // One of two has signed: the state stays, the signature is another.
  const revision = await shelf.get(slug, number);
  if (revision?.state === 'in-review' && state === 'in-review')
    await shelf.edit(slug, number, files, { by: name, at });
  if (!(await shelf.move(slug, number, state, { by: name, at, note: said, files })))
    throw new UserError(words.notDraft);
}

/** A draft that is not wanted. */
export const discardDraft = (
  store: Store,
  { slug, number, comment }: { slug: string; number: number; comment: string },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    const revision = await records.shelf.get(slug, number);
    if (revision?.state !== 'draft' && revision?.state !== 'in-review') throw new UserError(words.notDraft);
    const { 'approval.yaml': _, ...files } = revision.files;
    const at = store.now();
    await move(records, { slug, number, state: 'withdrawn', files, note: comment || null }, actor, at);
    await note(records, actor, at, { action: 'draft.discard', subject: `${slug} 第${number}版`, comment });
  });

/** An earlier revision answers again, as a new one of the same content; it was signed before. */
export const restoreRevision = (
  store: Store,
  { knowledge, slug, number, on, comment }: Omit<Edit, 'seen'> & Deed,
  actor: Actor,
): Promise<number> =>
  store.transaction(async (records) => {
    const core = coreOf(knowledge);
    const revision = await records.shelf.get(slug, number);
    if (!revision || !['replaced', 'withdrawn'].includes(revision.state))
      throw new UserError(words.neverInForce);
    const { 'approval.yaml': approval, ...files } = revision.files;
    if (approval === undefined) throw new UserError(words.neverInForce);
    const approved = approvePolicy(filesWithLists(core, slug, files), slug, { on, by: actor.name });
    const at = store.now();
    const next = await records.shelf.add({ document: slug, files, by: actor.name, at });
    const moved = { ...files, 'approval.yaml': approved.text };
    const said = words.restored(number);
    await move(records, { slug, number: next, state: 'in-force', files: moved, note: said }, actor, at);
    await note(records, actor, at, {
      action: 'document.restore',
      subject: slug,
      before: `${number}`,
      after: `${next}`,
      comment,
    });
    return next;
  });

/**
 * Takes a document off: withdrawn, or replaced by the one named. One that lives in the knowledge folder gets a revision in the store that says
 * so: the store's counts.
 */
export async function endDocument(
  store: Store,
  {
    knowledge,
    slug,
    on,
    comment,
    successor,
  }: Omit<Edit, 'seen' | 'number'> & Deed & { successor: string | null },
  actor: Actor,
): Promise<void> {
  const core = coreOf(knowledge);
  const inFolder = core.files.some(({ path }) => path === `policies/${slug}/policy.yaml`)
    ? await openDraft(store, knowledge, slug, 'folder')
    : null;
  await store.transaction(async (records) => {
    const at = store.now();
    const state = successor === null ? 'withdrawn' : 'replaced';
    const inForce = (await records.shelf.list()).find(
      (one) => one.document === slug && one.state === 'in-force',
    );
    const files = inForce?.files ?? (inFolder?.state === 'in-force' ? inFolder.files : null);
    if (!files) throw new UserError(words.notInForce);
    const said = successor ?? comment;
    const ended = endPolicy(filesWithLists(core, slug, files), slug, {
      state,
      by: actor.name,
      on,
      ...(said && { note: said }),
    });
    let number = inForce?.number;
    if (number === undefined) {
      number = await records.shelf.add({ document: slug, files, by: actor.name, at });
      await move(records, { slug, number, state: 'in-force', files, note: null }, actor, at);
    }
    const moved = { ...files, 'approval.yaml': ended.text };
    await move(records, { slug, number, state, files: moved, note: said || null }, actor, at);
    await note(records, actor, at, {
      action: successor === null ? 'document.withdraw' : 'document.replace',
      subject: slug,
      after: successor,
      comment,
    });
  });
}
