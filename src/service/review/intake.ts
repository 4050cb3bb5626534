/** Files brought in: kept at once, whatever they are, a part at a time; what can be made of them is found out by intake-reader.ts. */
import { randomUUID } from 'node:crypto';
import { isPlainText } from '../../ingest/index.ts';
import type { IntakeFile, Store } from '../../store/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import { keepFile } from '../kept-files.ts';
import { type Actor, note } from '../officers/index.ts';
import { MOST_CHARACTERS } from './read-draft.ts';

export const MOST_FILE_BYTES = 30 * 1024 * 1024;
/** What is nothing but text is no longer than this and can be read; an encoding takes four bytes for a character at most. */
const MOST_TEXT_BYTES = 4 * MOST_CHARACTERS;
const MOST_LISTED = 300;

/** One that cannot be taken is on the list with its sentence, so that it keeps no other back. */
export async function bringIn(
  store: Store,
  { name, bytes }: { name: string; bytes: Uint8Array },
  actor: Actor,
): Promise<void> {
  const reason = whyNotTaken(name, bytes);
  const file = reason === null ? await keepFile(store, bytes) : null;
  await store.transaction(async (records) => {
    const at = store.now();
    const id = randomUUID();
    await records.intake.add({ id, name, file, by: actor.name, at });
    if (reason !== null) await records.intake.finish(id, { state: 'refused', reason });
    await note(records, actor, at, { action: 'intake.add', subject: name, after: reason });
  });
}

/** Null: it may be read. What surely cannot is not kept. */
function whyNotTaken(name: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0) return words.empty(name);
  if (bytes.length > MOST_FILE_BYTES) return words.tooLarge(name);
  if (bytes.length > MOST_TEXT_BYTES && isPlainText(bytes, name))
    return words.tooLongText(name, Math.round(bytes.length / 1024 / 1024));
  return null;
}

export const listIntake = (store: Store): Promise<IntakeFile[]> =>
  store.transaction(({ intake }) => intake.list(MOST_LISTED));

export const dismissIntake = (store: Store, id: string, actor: Actor): Promise<void> =>
  store.transaction(async (records) => {
    const file = (await records.intake.list(MOST_LISTED)).find((one) => one.id === id);
    await records.intake.dismiss(id);
    await note(records, actor, store.now(), { action: 'intake.dismiss', subject: file?.name ?? id });
  });
