import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { emptiedPlaces } from '../support/emptied-places.ts';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { inEveryTimeZone } from '../support/time-zones.ts';
import { storeContract } from './contract.ts';

describe.skipIf(postgresIsOff)('PostgreSQL', () => {
  const places = emptiedPlaces(sharedPostgres);
  inEveryTimeZone(() => {
    storeContract('the store on PostgreSQL', {
      fresh: async () => ({ databaseUrl: await places.take() }),
      done: () => places.giveBack(),
      isKept: true,
    });
  });

  describe('a store on PostgreSQL', () => {
    it('opens in several processes at the same time, migrated once', async () => {
      const databaseUrl = await (await sharedPostgres()).freshDatabase();
      const stores = await Promise.all(Array.from({ length: 5 }, () => openStore({ databaseUrl })));
      for (const store of stores) {
        expect(await store.transaction(({ outbox }) => outbox.counts())).toEqual({});
        await store.close();
      }
    });

    it('is refused where commits are acknowledged before they are written', async () => {
      const url = new URL(await (await sharedPostgres()).freshDatabase());
      url.searchParams.set('options', `${url.searchParams.get('options')} -c synchronous_commit=off`);
      await expect(openStore({ databaseUrl: url.href })).rejects.toThrow('关闭了 synchronous_commit');
    });

    it('goes on when its connections are cut, idle or in the middle of a transaction', async () => {
      const databaseUrl = await (await sharedPostgres()).freshDatabase();
      const store = await openStore({ databaseUrl });
      await cutConnections(databaseUrl);
      let runs = 0;
      await store.transaction(async ({ inbound }) => {
        runs += 1;
        await inbound.receive({
          channel: 'c',
          eventId: 'e',
          conversationId: 'c',
          senderId: 's',
          body: '',
          receivedAt: 1,
        });
        if (runs === 1) await cutConnections(databaseUrl);
        await inbound.unanswered();
      });
      expect(runs).toBe(2);
      expect(await store.transaction(({ inbound }) => inbound.unanswered())).toHaveLength(1);
      await store.close();
    });
  });
});

/** As when the server is restarted, or a firewall forgets. Only the stores' own connections, which no other test has open meanwhile. */
async function cutConnections(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'huiqi' and pid <> pg_backend_pid()",
  );
  await client.end();
}
