/**
 * One worker of the ledger as a process of its own, to be killed: `node worker-process.ts DATABASE_URL OUTSIDE LEASE_MS`. What it sends it
 * appends to the file OUTSIDE, which stands for the world: what is written there has arrived, whatever the ledger says.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveBack, sendDue, tidy, type Worker } from '../../src/reminders/ledger.ts';
import { openStore } from '../../src/store/index.ts';

const [databaseUrl = '', outside = '', leaseMs = '0'] = process.argv.slice(2);
const stopping = new AbortController();
process.on('SIGTERM', () => stopping.abort());

const store = await openStore({ databaseUrl });
const worker: Worker = {
  store,
  clock: store,
  sender: {
    canPush: () => true,
    send: async (row) => {
      appendFileSync(outside, `${row.id}\n`);
      return { kind: 'sent' };
    },
  },
  name: `worker-${process.pid}`,
  channels: ['test'],
  stopping: stopping.signal,
  leaseMs: Number(leaseMs),
};
while (!stopping.signal.aborted) {
  try {
    await tidy(store, store.now());
    await sendDue(worker);
  } catch (error) {
    // The server is away: the next round finds it again.
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
  await sleep(50, undefined, { signal: stopping.signal }).catch(() => {});
}
await giveBack(worker);
await store.close();
