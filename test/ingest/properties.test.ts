import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';
import { ordinalValue } from '../../src/ingest/ordinal.ts';
import { chineseNumber } from '../../src/ingest/read/docx-numbering.ts';
import { cleanStretch } from '../../src/ingest/stretch.ts';

/** Pieces that documents are made of, in any order. */
const piece = fc.constantFrom(
  '一、',
  '（一）',
  '1.',
  '（1）',
  '第一条',
  '第 1 0 条',
  '第二章',
  '附件1',
  '附件：',
  '责任单位：',
  '【责任单位：市工信局】',
  '（',
  '）',
  '【',
  '《',
  '》',
  '“',
  '关于印发若干措施的通知',
  '某政发〔2024〕1号',
  '某某市人民政府',
  '2024年3月8日',
  '二〇二四年三月八日',
  '本措施自印发之日起施行，有效期3年。',
  '申报截止时间为4月30日。',
  '支持企业上规。',
  '给予10万元奖励',
  '，',
  '。',
  '；',
  '\n',
  '\n\n',
  '\r\n',
  '\f',
  '- 3 -',
  '　　',
  ' ',
  '**',
  '# ',
  '| a | b |',
  '①',
  'A',
  '9',
  '\u0000',
  '😀',
  '\ud800',
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('any text is read without an error, and every span lies in it', () => {
  fc.assert(
    fc.property(text, (source) => {
      const { measures, chapters, clauses, number, title, issuer, issued } = ingestText(source, {
        name: 'test',
      });
      for (const { start, end } of [...measures, ...chapters, ...clauses].map(({ span }) => span)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(source.length);
      }
      for (const found of [number, title, issuer, issued])
        if (found) expect(source.slice(found.span.start, found.span.end)).toBe(found.quote);
      expect(new Set(measures.map((measure) => measure.number)).size).toBe(measures.length);
      for (const measure of measures) expect(measure.number).toMatch(/^\d+(?:-\d+)?$/u);
    }),
    { numRuns: 300 },
  );
});

test('clean text keeps the place of every character', () => {
  fc.assert(
    fc.property(text, (source) => {
      const { text: clean, at } = cleanStretch(source, 0, source.length);
      expect(at.length).toBe(clean.length);
      for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThan(at[i - 1]!);
    }),
  );
});

test('Chinese numbers are written and read alike', () => {
  for (let n = 1; n < 200; n++) expect(ordinalValue(chineseNumber(n))).toBe(n);
});
