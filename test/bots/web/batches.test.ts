import { expect, test } from 'vitest';
import { inBatches } from '../../../bots/web/batches.ts';
import { openStore, type Records, type Store } from '../../../src/store/index.ts';

const entry = (id: string) => ({ id, channel: 'web', conversationId: 'v', senderId: 'v', body: '""', at: 1 });
const kept = (store: Store) =>
  store.transaction(async ({ shown }) =>
    (await shown.after({ channel: 'web', conversationId: 'v' }, 0)).map(({ id }) => id),
  );

test('what comes while a transaction is under way shares the next one, in order', async () => {
  const store = await openStore({ memory: true });
  let transactions = 0;
  const together = inBatches({
    transaction: <T>(work: (records: Records) => Promise<T>) => {
      transactions++;
      return store.transaction(work);
    },
  });
  const ids = Array.from({ length: 50 }, (_, i) => `e${i}`);
  const values = await Promise.all(
    ids.map((id) =>
      together(async (records) => {
        await records.shown.add(entry(id));
        return id;
      }),
    ),
  );
  expect(values).toEqual(ids);
  expect(await kept(store)).toEqual(ids);
  expect(transactions).toBeLessThanOrEqual(3);
  await store.close();
});

test('a piece that fails fails those beside it and nothing of them stays; later ones go on', async () => {
  const store = await openStore({ memory: true });
  const together = inBatches(store);
  const results = await Promise.allSettled([
    together((records) => records.shown.add(entry('a'))),
    together(() => Promise.reject(new Error('no'))),
  ]);
  expect(results.map(({ status }) => status)).toContain('rejected');
  const stored = results.flatMap(({ status }, i) => (status === 'fulfilled' ? [['a', 'b'][i]] : []));
  expect(await kept(store)).toEqual(stored);
  await together((records) => records.shown.add(entry('c')));
  expect(await kept(store)).toContain('c');
  await store.close();
});

test('a store that is gone is told to all who wait', async () => {
  const together = inBatches({ transaction: () => Promise.reject(new Error('gone')) });
  const results = await Promise.allSettled([together(async () => 1), together(async () => 2)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
