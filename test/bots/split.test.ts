import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText, textSize } from '../../bots/split.ts';

const codepoints = { max: 4096, unit: 'codepoints' } as const;
const bytes = { max: 2048, unit: 'bytes' } as const;

describe('a text at the edge of the limit', () => {
  test.each([
    ['4,096 code points pass', '𠀀'.repeat(4096), codepoints, 1],
    ['4,097 code points are split', '𠀀'.repeat(4097), codepoints, 2],
    ['2,048 bytes pass', `${'惠'.repeat(682)}ab`, bytes, 1],
    ['2,049 bytes are split', '惠'.repeat(683), bytes, 2],
    ['no limit, no split', '惠'.repeat(100_000), null, 1],
  ] as const)('%s', (_name, text, limit, count) => {
    const parts = splitText(text, limit);
    expect(parts).toHaveLength(count);
    expect(parts.join('')).toBe(text);
  });
});

test('lines stay whole while each fits', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `第${i}行：${'企业'.repeat(20)}`);
  const parts = splitText(lines.join('\n'), bytes);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap((part) => part.split('\n'))).toEqual(lines);
});

test('a line over the limit is cut after a sentence', () => {
  const line = `${'甲'.repeat(8)}。${'乙'.repeat(8)}`;
  expect(splitText(line, { max: 12, unit: 'codepoints' })).toEqual([`${'甲'.repeat(8)}。`, '乙'.repeat(8)]);
});

test('a comma serves where no sentence ends in the second half', () => {
  const line = `甲。${'乙'.repeat(8)}，${'丙'.repeat(8)}`;
  expect(splitText(line, { max: 14, unit: 'codepoints' })[0]).toBe(`甲。${'乙'.repeat(8)}，`);
});

const wholeThings = [
  '洪府办发〔2022〕58号#2',
  '东府办发〔2022〕28号#3-1',
  '赣工强省小组办字〔2022〕20号#16',
  'https://huiqi.example/p/nanchang-2022/58?measure=2',
  '2022-06-30',
];

test.each(wholeThings)('%s is never cut, wherever it stands', (whole) => {
  for (let before = 0; before < 60; before++) {
    const parts = splitText(`${'文'.repeat(before)} ${whole} ${'字'.repeat(60)}`, {
      max: 64,
      unit: 'codepoints',
    });
    expect(parts.some((part) => part.includes(whole))).toBe(true);
  }
});

test('any text: parts are within the limit, in order, and nothing but white space is lost', () => {
  const piece = fc.oneof(
    fc.constantFrom(...wholeThings, '\n', '\n\n', '。', '，', ' ', '𠀀', '👨‍👩‍👧', 'é'),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const limit = fc.record({
    max: fc.integer({ min: 60, max: 300 }),
    unit: fc.constantFrom('codepoints' as const, 'bytes' as const),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), limit, (pieces, oneLimit) => {
      const text = pieces.join('');
      const parts = splitText(text, oneLimit);
      for (const part of parts) expect(textSize(part, oneLimit.unit)).toBeLessThanOrEqual(oneLimit.max);
      expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
    { numRuns: 500 },
  );
});

test('a text of 100,000 characters without a line break is split', () => {
  const parts = splitText('惠企政策、'.repeat(20_000), bytes);
  expect(parts.join('')).toHaveLength(100_000);
});
