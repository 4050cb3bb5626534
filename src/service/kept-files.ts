/** Received files, kept and read a part at a time: whoever asks meanwhile gets in between two parts. */
import { randomUUID } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Records, Store } from '../store/index.ts';

/** Small enough to be written in one breath on a slow disk; the last part has the rest. */
export const PART_BYTES = 192 * 1024;
/** A file that is being kept has no name yet; after so long it never gets one. */
const NAMELESS_MS = 3_600_000;

/** The name under which it is kept. Nothing points to it yet: that is for the transaction that follows. */
export async function keepFile(store: Store, bytes: Uint8Array): Promise<string> {
  const file = randomUUID();
  for (const [position, part] of partsOf(bytes).entries()) {
    await store.transaction(({ files }) => files.addPart({ file, position, bytes: part, at: store.now() }));
    await othersFirst();
  }
  return file;
}

/** All of it within a transaction under way: for commands, which nobody waits for. */
export async function keepFileIn({ files }: Records, bytes: Uint8Array, at: number): Promise<string> {
  const file = randomUUID();
  for (const [position, part] of partsOf(bytes).entries())
    await files.addPart({ file, position, bytes: part, at });
  return file;
}

export async function keptFile(store: Store, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = await store.transaction(({ files }) => files.part(file, parts.length));
    if (part === null) return Buffer.concat(parts);
    parts.push(part);
    await othersFirst();
  }
}

export async function keptFileIn({ files }: Records, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = await files.part(file, parts.length);
    if (part === null) return Buffer.concat(parts);
    parts.push(part);
  }
}

export async function dropFile(store: Store, file: string): Promise<void> {
  while (await store.transaction(({ files }) => files.dropPart(file))) await othersFirst();
}

/** What a process left that ended in the middle of keeping or dropping one. */
export async function dropNamelessFiles(store: Store): Promise<void> {
  const nameless = await store.transaction(({ files }) => files.unnamed(store.now() - NAMELESS_MS));
  for (const file of nameless) await dropFile(store, file);
}

function partsOf(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / PART_BYTES);
  return Array.from({ length: count }, (_, place) =>
    bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES),
  );
}
