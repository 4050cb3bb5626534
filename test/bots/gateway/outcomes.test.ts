import { expect, test } from 'vitest';
import { createOutcomes } from '../../../bots/gateway/outcomes.ts';
import { silentLog } from '../../../bots/log.ts';
import { realTiming } from '../../../bots/timing.ts';
import type { Records, Store } from '../../../src/service/index.ts';

test('a stop waits for the note that is being written, so that the store can be closed after it', async () => {
  const began = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const noted: string[] = [];
  const records = {
    outbox: { finish: async (id: string) => void noted.push(id) },
  } as unknown as Records;
  const store = {
    now: () => 0,
    async transaction(work: (records: Records) => Promise<void>) {
      began.resolve();
      await mayEnd.promise;
      await work(records);
    },
  } as unknown as Store;
  const outcomes = createOutcomes({ store, timing: realTiming(), log: silentLog, worker: 'one' });
  outcomes.add('first', { kind: 'sent' });
  outcomes.noteWithin(0);
  await began.promise;
  const stopped = outcomes.stop().then(() => noted.push('stopped'));
  mayEnd.resolve();
  await stopped;
  expect(noted).toEqual(['first', 'stopped']);
  expect(outcomes.areNoted()).toBe(true);
});
