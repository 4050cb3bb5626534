/** Workers on one PostgreSQL: who runs, and what each answers from. */
import { afterEach, describe, expect, test } from 'vitest';
import { sayPresent, versionsAtWork } from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';

const PATIENCE = { timeout: 15_000, interval: 50 };
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test('alone on its store a process counts itself', async () => {
  const store = await openStore({ memory: true });
  ends.push(store.close);
  expect(await versionsAtWork(store, 'v1')).toEqual(['v1']);
});

describe.skipIf(postgresIsOff)('on PostgreSQL', () => {
  test('all that run are seen with what they answer from; one that ends is not', async () => {
    const databaseUrl = await (await sharedPostgres()).freshDatabase();
    const worker = async (version: string) => {
      const store = await openStore({ databaseUrl });
      const stopping = new AbortController();
      const errors: unknown[] = [];
      const saying = sayPresent({
        store,
        version: () => version,
        stopping: stopping.signal,
        onError: (error) => errors.push(error),
      });
      const stop = async () => {
        stopping.abort();
        await saying;
        expect(errors).toEqual([]);
      };
      ends.push(store.close, stop);
      return { store, stop };
    };
    const first = await worker('v1');
    const second = await worker('v2');
    const seen = async () => (await versionsAtWork(first.store, 'v1')).sort();
    await expect.poll(seen, PATIENCE).toEqual(['v1', 'v2']);
    await second.stop();
    expect(await seen()).toEqual(['v1']);
  });
});
