import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aliasTablesOf, buildAliases, entriesNear, nearestAliases } from '../../src/retrieval/aliases.ts';
import { termsOf } from '../../src/retrieval/analyse.ts';
import { cutTexts } from '../../src/retrieval/cut-texts.ts';
import { lookUp, postingsOf } from '../../src/retrieval/postings.ts';

const FIELD = [{ name: 'aliases', boost: 1, b: 0 }];
const han = fc.string({
  unit: fc.constantFrom(...'补贴租金减免停产停工用电企业能拿多少'),
  minLength: 1,
  maxLength: 8,
});

function built(byEntry: string[][]) {
  const cut = cutTexts(byEntry.length, 1, (entry) => byEntry[entry]!);
  const text = postingsOf(cut, FIELD);
  const texts = byEntry.flat();
  const pieces = texts.map((_, piece) => piece);
  const entries = byEntry.flatMap((list, entry) => list.map(() => entry));
  return {
    text,
    texts,
    aliases: buildAliases(aliasTablesOf(text, cut, { pieces, entries }), byEntry.length),
  };
}

test('the alias written like the question is nearest, at a cosine of 1', () => {
  const { text, texts, aliases } = built([['租金减免'], ['停工补贴', '用电补贴'], []]);
  const asked = lookUp(text, new Map(Array.from(termsOf('用电补贴'), (term) => [term, 1])));
  const near = nearestAliases(aliases, asked, Math.hypot(...asked.idfs));
  const place = near.ofEntry[1]!;
  expect(texts[near.aliases[place]!]).toBe('用电补贴');
  expect(near.similarities[place]).toBeCloseTo(1, 5);
  expect([near.ofEntry[0], near.ofEntry[2]]).toEqual([-1, -1]);
  expect(entriesNear(aliases)).toEqual([1]);
});

test('of many aliases each entry keeps its nearest, however far down the list it stands', () => {
  const entries = fc.array(fc.array(han, { minLength: 40, maxLength: 60 }), { minLength: 8, maxLength: 10 });
  fc.assert(
    fc.property(entries, han, (byEntry, question) => {
      const { text, aliases } = built(byEntry);
      const asked = lookUp(text, new Map(Array.from(termsOf(question), (term) => [term, 1])));
      const near = nearestAliases(aliases, asked, 1);
      const terms = termsOf(question);
      const cosine = (alias: string) => {
        const own = [...termsOf(alias)];
        const square = (term: string | number) => text.idf[text.termIds.get(term)!]! ** 2;
        const sum = (list: (string | number)[]) => list.reduce<number>((all, term) => all + square(term), 0);
        return sum(own.filter((term) => terms.has(term))) / Math.sqrt(sum(own));
      };
      const order = entriesNear(aliases);
      const found = order.map((entry) => near.similarities[near.ofEntry[entry]!]!);
      expect(found).toEqual(found.toSorted((a, b) => b - a));
      const best = byEntry.map((list) => Math.max(...list.map(cosine)));
      order.forEach((entry, at) => {
        expect(found[at]).toBeCloseTo(best[entry]!, 4);
      });
      // Entries left out are farther away than a hundred aliases are.
      const nearer = (similarity: number) => byEntry.flat().filter((alias) => cosine(alias) > similarity);
      best.forEach((similarity, entry) => {
        if (similarity > 0 && !order.includes(entry))
          expect(nearer(similarity - 1e-4).length).toBeGreaterThanOrEqual(100);
      });
    }),
    { numRuns: 20 },
  );
});
