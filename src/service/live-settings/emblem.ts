/**
 * The emblem that officers bring in: kept in the store, so that every worker shows it. PNG alone: what it is its bytes say, and it can only be
 * looked at. (A drawing can carry a script; one in a file stands in OFFICE_EMBLEM.)
 */
import { createHash } from 'node:crypto';
import { UserError } from '../../contract/index.ts';
import type { Records, Store } from '../../store/index.ts';
import { emblemWords as words } from '../../words/index.ts';
import { type Actor, note } from '../officers/index.ts';

export interface Emblem {
  type: 'image/png';
  body: Uint8Array<ArrayBuffer>;
  /** Follows from the bytes: part of the image's address. */
  version: string;
}

export const MOST_EMBLEM_BYTES = 200 * 1024;
/** Of a side: a small file can unfold to an image that no browser holds. */
export const MOST_EMBLEM_PIXELS = 2_000;

const PNG_BEGINS = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** In the first chunk, which every PNG begins with: two numbers of four bytes. */
const SIDES_AT = 16;

/** Beside the settings stands the version alone: to look for a new one, no bytes are read. */
const BYTES = 'emblem';
const SETTING = 'setting';
const VERSION = 'emblem';

/** Throws UserError with one sentence: no PNG, or too large. */
export function emblemOf(bytes: Uint8Array): Emblem {
  const body = new Uint8Array(bytes);
  if (body.length > MOST_EMBLEM_BYTES) throw new UserError(words.tooManyBytes(MOST_EMBLEM_BYTES / 1024));
  if (body.length < SIDES_AT + 8 || PNG_BEGINS.some((byte, at) => body[at] !== byte))
    throw new UserError(words.noPng);
  const head = new DataView(body.buffer, SIDES_AT);
  if (Math.max(head.getUint32(0), head.getUint32(4)) > MOST_EMBLEM_PIXELS)
    throw new UserError(words.tooManyPixels(MOST_EMBLEM_PIXELS));
  return {
    type: 'image/png',
    body,
    version: createHash('sha256').update(body).digest('base64url').slice(0, 10),
  };
}

/** Null: the one of OFFICE_EMBLEM, or huiqi's own. Throws UserError where it cannot be used. */
export async function changeEmblem(
  store: Store,
  { bytes, comment }: { bytes: Uint8Array | null; comment: string },
  actor: Actor,
): Promise<void> {
  const emblem = bytes === null ? null : emblemOf(bytes);
  await store.transaction(async (records) => {
    const { desk } = records;
    const was = await versionIn(desk);
    if (was === (emblem?.version ?? null)) return;
    if (was !== null) await desk.unlist(BYTES, was);
    if (emblem === null) await desk.unlist(SETTING, VERSION);
    else {
      await desk.list(BYTES, emblem.version, { body: Buffer.from(emblem.body).toString('base64') });
      await desk.list(SETTING, VERSION, { value: emblem.version });
    }
    await note(records, actor, store.now(), {
      action: 'setting.change',
      subject: words.name,
      before: was,
      after: emblem?.version ?? null,
      comment,
    });
  });
}

const versionIn = async (desk: Records['desk']): Promise<string | null> =>
  (await desk.listed(SETTING)).find(({ id }) => id === VERSION)?.value ?? null;

/** Which one officers have brought in; null: none. */
export const emblemVersion = (store: Store): Promise<string | null> =>
  store.transaction(({ desk }) => versionIn(desk));

/** Null where it cannot be read any more. */
export async function keptEmblem(store: Store, version: string): Promise<Emblem | null> {
  const rows = await store.transaction(({ desk }) => desk.listed(BYTES));
  const body = rows.find(({ id }) => id === version)?.body;
  try {
    return body === undefined ? null : emblemOf(Buffer.from(body, 'base64'));
  } catch {
    return null;
  }
}
