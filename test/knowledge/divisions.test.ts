/** The compiled provinces, cities and counties are those of the pinned package. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compilePlaces, DIVISIONS_FILE } from '../support/compile-places.ts';

test('divisions.yaml is what `npm run places` makes', () => {
  expect(readFileSync(DIVISIONS_FILE, 'utf8')).toBe(compilePlaces());
});
