import { expect, test } from 'vitest';
import { productionPackages } from '../support/dependencies.ts';

const FREE =
  /^(?:MIT|MIT-0|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0)$/u;
/** What may run a script of its own when it is installed: the runtime fetches its program. */
const SCRIPTS = ['node'];

test('a production install has its runtime, at most 130 packages, each under a free licence', () => {
  const all = productionPackages();
  expect(all.map(({ name }) => name)).toContain('node');
  expect(all.length).toBeGreaterThan(50);
  expect(all.length).toBeLessThanOrEqual(130);
  for (const { name, license } of all)
    for (const part of license.replaceAll(/[()]/gu, '').split(/ (?:AND|OR) /u))
      expect(`${name} ${FREE.test(part) ? '' : part}`).toBe(`${name} `);
  expect(all.filter(({ script }) => script).map(({ name }) => name)).toEqual(SCRIPTS);
});
