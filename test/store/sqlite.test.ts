import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { inEveryTimeZone } from '../support/time-zones.ts';
import { storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let stores = 0;
inEveryTimeZone(() => {
  storeContract('the store on node:sqlite in memory', {
    fresh: async () => ({ memory: true }),
    isKept: false,
  });

  storeContract('the store on a node:sqlite file', {
    fresh: async () => ({ dataDir: join(folder, String(stores++)) }),
    isKept: true,
  });
});
