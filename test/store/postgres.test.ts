import { describe } from 'vitest';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { inEveryTimeZone } from '../support/time-zones.ts';
import { storeContract } from './contract.ts';

describe.skipIf(postgresIsOff)('PostgreSQL', () => {
  inEveryTimeZone(() => {
    storeContract('the store on PostgreSQL', {
      fresh: async () => ({ databaseUrl: await (await sharedPostgres()).freshDatabase() }),
      isKept: true,
    });
  });
});
