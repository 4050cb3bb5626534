import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quickselect } from '../../src/retrieval/quickselect.ts';

test('gives the value that sorting would put at the place, repeated values or not', () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.nat(), (list, number) => {
      const place = number % list.length;
      const sorted = list.toSorted((a, b) => a - b);
      expect(quickselect(Float64Array.from(list), place)).toBe(sorted[place]);
    }),
  );
});
