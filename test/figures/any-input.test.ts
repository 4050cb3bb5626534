import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures, readNumber } from '../../src/figures/index.ts';

const SIZE = 100_000;
const filled = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

/** Pieces that patterns might stumble over when they come by the thousand. */
const PIECES = [
  '1',
  '一',
  '亿',
  '十',
  '万亿',
  '3亿5千万',
  '（',
  '〔2022',
  '《',
  '1-',
  '1、',
  '1,',
  '.1',
  '1.',
  ' ',
  '1 ',
  '\n',
  '第',
  '年',
  '2022年7月',
  '不超过',
  '最高给予',
  '分之',
  '不是3，',
  '“1',
  'a',
  'a-',
  'a1',
  '1a',
  '😀',
  '\ud83d',
  '\ude00',
  '-',
  '%',
  '周',
  '上',
  '大后天',
  '3天',
  '半',
  '点',
  '1:',
  '1/',
  '多',
  '至',
  '3以上（含3）',
  '（不含',
  '[1,2',
  '3≤甲<5',
  '1个亿',
  '半个',
  '三千一个',
  '一次都',
  '周一至',
  '广场1',
  '1.1-',
];

describe(`${SIZE} characters of the same are read`, () => {
  // A pattern that is not linear would take minutes here; the test's own time limit is the bound.
  test.each(PIECES)('%j', (piece) => {
    expect(Array.isArray(readFigures(filled(piece), { ref: '2022-06-15' }))).toBe(true);
  });
});

const ALPHABET = [
  ...'0123456789〇零一二三四五六七八九十百千万亿兆两半几数多余点元块毛角分%‰成折倍番个人家年月日号周天时小内前后上下底初至到-—~、，。：:/.（）()〔〕《》“”第条以不超过最高低于约含是哦去今明旬季度截止自起w k￥$ \n😀',
];
const soup = fc
  .array(fc.constantFrom(...ALPHABET, '\ud83d', '\ude00', '百分之', '工作日', '不低于', '以上'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('any text', () => {
  test('yields figures in order, apart from each other only by words, with true spans and whole values', () => {
    fc.assert(
      fc.property(
        fc.oneof(soup, fc.string({ unit: 'binary' })),
        fc.constantFrom(null, '2022-06-15T14:00:00', '2024-02-29'),
        (text, ref) => {
          for (const figure of readFigures(text, { ref })) {
            expect(figure.start).toBeGreaterThanOrEqual(0);
            expect(figure.end).toBeGreaterThan(figure.start);
            expect(text.slice(figure.start, figure.end)).toBe(figure.text);
            expect(figure.trace.length).toBeGreaterThan(0);
            if ('min' in figure && 'max' in figure) expect(figure.min!).toBeLessThanOrEqual(figure.max!);
            if (figure.kind === 'date') expect(figure.value).toMatch(/^\d{4}-\d\d-\d\d$/);
            if ('value' in figure && typeof figure.value === 'number')
              expect(Number.isFinite(figure.value)).toBe(true);
          }
          readNumber(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('is read the same a second time', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(readFigures(text, { ref: '2022-06-15' })).toEqual(readFigures(text, { ref: '2022-06-15' }));
      }),
      { numRuns: 300 },
    );
  });
});
