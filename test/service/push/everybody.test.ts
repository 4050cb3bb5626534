/** Those who told something are read some at a time: held in steps, so that nobody waits for all of them, whatever the machine. */
import { expect, test } from 'vitest';
import { statementsOf } from '../../../src/facts/index.ts';
import { reachOf } from '../../../src/service/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import { shippedKnowledge } from '../../support/shipped.ts';

const TODAY = '2022-06-20';
const ENTERPRISES = 45;

test('none of the reads brings more than twenty enterprises, and each is counted once', async () => {
  const store = await openStore({ memory: true });
  await store.transaction(async ({ profiles }) => {
    for (let i = 0; i < ENTERPRISES; i += 1)
      await profiles.believe(
        { channel: i % 2 ? 'web' : 'test', senderId: `e${i}` },
        null,
        { told: statementsOf({ manufacturing: true, dailyOnDutyHeadcount: 350 }, TODAY) },
        i,
      );
  });
  const reads: number[] = [];
  const watched: Store = {
    ...store,
    transaction: (work) =>
      store.transaction((records) =>
        work({
          ...records,
          profiles: {
            ...records.profiles,
            async following(after, most) {
              const some = await records.profiles.following(after, most);
              reads.push(some.length);
              return some;
            },
          },
        }),
      ),
  };
  const { enterprises } = await reachOf(watched, { knowledge: shippedKnowledge(), today: TODAY });
  expect(enterprises).toBe(ENTERPRISES);
  expect(reads).toEqual([20, 20, 5]);
  await store.close();
});
