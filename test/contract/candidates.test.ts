import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesOf } from '../../src/contract/candidates.ts';

const text = fc.string({
  unit: fc.constantFrom(...'补贴租金减免停产工用电企业abc 𠮷'),
  minLength: 1,
  maxLength: 12,
});

test('every word whose characters the text has is a candidate, once, in the order of the list', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), text, (words, question) => {
      const found = candidatesOf(words, (word) => word)(question);
      const standing = words.filter((word) => [...word].every((character) => question.includes(character)));
      expect(found.filter((word) => standing.includes(word))).toEqual(standing);
      const places = candidatesOf([...words.keys()], (place) => words[place]!)(question);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    }),
  );
});

test('a word that begins with no character of the text is none, nor is one that lacks a character', () => {
  const words = ['租金', '减免', '贴息', '补助', '补贴'];
  expect(candidatesOf(words, (word) => word)('补贴多少')).toEqual(['补贴']);
});
