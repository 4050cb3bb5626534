/** The entries that may hold a stretch word for word. */
import { expect, test } from 'vitest';
import { holding, nameOf, withoutDepartments } from '../../src/retrieval/index.ts';
import { shippedMind } from '../support/shipped.ts';

const { knowledge, index } = shippedMind();

test('every sentence of every measure, its departments aside, is found in it by its words alone', () => {
  for (const { measures } of knowledge.policies)
    for (const { id, clause } of measures)
      for (const sentence of withoutDepartments(clause.text)
        .split(/[。；\n]/u)
        .filter(({ length }) => length > 20))
        expect(holding(index, sentence).map(nameOf), sentence).toContain(id);
});
