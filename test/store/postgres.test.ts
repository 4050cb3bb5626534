import { describe } from 'vitest';
import { postgresIsOff, sharedPostgres } from '../support/postgres.ts';
import { storeContract } from './contract.ts';

describe.skipIf(postgresIsOff)('PostgreSQL', () => {
  storeContract('the store on PostgreSQL', {
    fresh: async () => ({ databaseUrl: await (await sharedPostgres()).freshDatabase() }),
    isKept: true,
  });
});
