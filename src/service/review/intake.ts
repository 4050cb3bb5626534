/** Files brought in: kept at once, whatever they are; what can be made of them is found out by intake-reader.ts. */
import { randomUUID } from 'node:crypto';
import type { IntakeFile, Store } from '../../store/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';

export const MOST_FILE_BYTES = 30 * 1024 * 1024;
const MOST_LISTED = 300;

/** One that cannot be taken is on the list with its sentence, so that it keeps no other back. */
export const bringIn = (
  store: Store,
  { name, bytes }: { name: string; bytes: Uint8Array },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    const at = store.now();
    const id = randomUUID();
    const reason =
      bytes.length === 0 ? words.empty(name) : bytes.length > MOST_FILE_BYTES ? words.tooLarge(name) : null;
    const kept = reason === null ? bytes : new Uint8Array();
    await records.intake.add({ id, name, bytes: kept, by: actor.name, at });
    if (reason !== null) await records.intake.finish(id, { state: 'refused', reason });
    await note(records, actor, at, { action: 'intake.add', subject: name, after: reason });
  });

export const listIntake = (store: Store): Promise<IntakeFile[]> =>
  store.transaction(({ intake }) => intake.list(MOST_LISTED));

export const dismissIntake = (store: Store, id: string, actor: Actor): Promise<void> =>
  store.transaction(async (records) => {
    const file = (await records.intake.list(MOST_LISTED)).find((one) => one.id === id);
    await records.intake.dismiss(id);
    await note(records, actor, store.now(), { action: 'intake.dismiss', subject: file?.name ?? id });
  });
