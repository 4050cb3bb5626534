import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byFirstCharacter } from '../src/first-characters.ts';

const text = fc.string({ unit: fc.constantFrom(...'房租减免贷款𠮷a'), maxLength: 6 });

test('no word that stands in a text is left out, and the order is kept', () => {
  fc.assert(
    fc.property(fc.array(text.filter((word) => word !== '')), text, (words, message) => {
      const characters = new Set(message);
      expect(byFirstCharacter(words, (word) => word)(message)).toEqual(
        words.filter((word) => characters.has(Array.from(word)[0]!)),
      );
    }),
  );
});
