import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachTerm, normalise, segmentsOf, spell, type Term, wordsOf } from '../../src/retrieval/analyse.ts';

const terms = (text: string) => {
  const found: Term[] = [];
  eachTerm(text, (term) => found.push(term));
  return found.map(spell);
};

describe('analyse', () => {
  test.each([
    ['殘保金今年減不減', '残保金今年减不减'],
    ['长堎', '长堎'],
    ['長堎的補貼', '长堎的补贴'],
    ['（二）ＡＰＥＣ　展會', '(二)apec 展会'],
    ['58號文', '58号文'],
    ['着力推动', '着力推动'],
  ])('%s is normalised to %s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test.each([
    ['在岗人', ['在', '在岗', '岗', '岗人', '人']],
    ['补5万元', ['补', '5', '万', '万元', '元']],
    ['5g网络', ['5g', '网', '网络', '络']],
    ['停产、停工', ['停', '停产', '产', '停', '停工', '工']],
    ['', []],
  ])(
    'the terms of %s are single characters beside pairs, and words of letters and digits',
    (text, expected) => {
      expect(terms(text)).toEqual(expected);
    },
  );

  test('words are cut as the cuts of sureness were fitted on (they change with ICU)', () => {
    expect(wordsOf('房租能不能减免')).toEqual(['房租', '能不能', '减免']);
  });

  test('a clause alone is cut as it is within the whole', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'房租能不减免停工补贴多少1250,;!?。 \na'),
      maxLength: 24,
    });
    const alone = new Intl.Segmenter('zh', { granularity: 'word' });
    fc.assert(
      fc.property(text, (whole) => {
        wordsOf(whole);
        for (const clause of whole.split(/[,;!?。\n]/u)) {
          const segments = Array.from(alone.segment(clause));
          expect(segmentsOf(clause)).toEqual(segments.map(({ segment }) => segment));
          expect(wordsOf(clause)).toEqual(
            segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
