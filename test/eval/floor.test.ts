import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureAll } from './measure.ts';

const floor = JSON.parse(readFileSync(new URL('floor.json', import.meta.url), 'utf8')) as Record<
  string,
  number
>;
const measured = await measureAll();

test('every figure of the floor is still measured', () => {
  expect(measured.map(({ set, name }) => `${set} ${name}`).sort()).toEqual(Object.keys(floor).sort());
});

test.each(measured)(
  '$set: $name does not fall behind the recorded figure',
  ({ set, name, value, better }) => {
    const recorded = floor[`${set} ${name}`]!;
    if (better === 'higher') expect(value).toBeGreaterThanOrEqual(recorded - 1e-4);
    else expect(value).toBeLessThanOrEqual(recorded + 1e-4);
  },
);
