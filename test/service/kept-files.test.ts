/** Received files of many megabytes: nobody waits for more than a part of one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropFile, dropNamelessFiles, keepFile, keptFile, PART_BYTES } from '../../src/service/kept-files.ts';
import { openStore, type Store } from '../../src/store/index.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore({ memory: true });
});
afterEach(() => store.close());

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7) % 253);

/** How many turns others get while this goes on. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const other = () => {
    turns += 1;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  await work;
  isOver = true;
  return turns;
}

test.each([0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES])(
  'what was kept is what came: %i bytes',
  async (length) => {
    const bytes = bytesOf(length);
    const file = await keepFile(store, bytes);
    expect(Buffer.compare(await keptFile(store, file), bytes)).toBe(0);
  },
);

test('others get in after each part that is written, read or dropped', async () => {
  const PARTS = 20;
  const transaction = vi.spyOn(store, 'transaction');
  const begun = () => {
    const count = transaction.mock.calls.length;
    transaction.mockClear();
    return count;
  };
  let file = '';
  const keeping = keepFile(store, bytesOf(PARTS * PART_BYTES)).then((name) => {
    file = name;
  });
  expect(await turnsDuring(keeping)).toBeGreaterThanOrEqual(PARTS);
  expect(begun()).toBe(PARTS);
  expect(await turnsDuring(keptFile(store, file))).toBeGreaterThanOrEqual(PARTS);
  expect(begun()).toBe(PARTS + 1);
  expect(await turnsDuring(dropFile(store, file))).toBeGreaterThanOrEqual(PARTS);
  expect(begun()).toBe(PARTS + 1);
  expect(await keptFile(store, file)).toHaveLength(0);
});

test('what a crash left without a name goes after an hour, what is just being brought in stays', async () => {
  const left = await keepFile(store, bytesOf(PART_BYTES + 5));
  const HOUR = 3_600_000;
  vi.spyOn(store, 'now').mockReturnValue(Date.now() + HOUR + 1);
  const young = await keepFile(store, bytesOf(10));
  await dropNamelessFiles(store);
  expect(await keptFile(store, left)).toHaveLength(0);
  expect(await keptFile(store, young)).toHaveLength(10);
});
