import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/ingest-text.ts';
import { ordinalValue } from '../../src/ingest/ordinal.ts';
import { chineseNumber } from '../../src/ingest/read/docx-numbering.ts';
import { cleanStretch } from '../../src/ingest/stretch.ts';
import { oddText } from './odd-text.ts';

test('any text is read without an error, and every span lies in it', () => {
  fc.assert(
    fc.property(oddText, (source) => {
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
    fc.property(oddText, (source) => {
      const { text: clean, at } = cleanStretch(source, 0, source.length);
      expect(at.length).toBe(clean.length);
      for (let i = 1; i < at.length; i++) expect(at[i]).toBeGreaterThan(at[i - 1]!);
    }),
  );
});

test('Chinese numbers are written and read alike', () => {
  for (let n = 1; n < 200; n++) expect(ordinalValue(chineseNumber(n))).toBe(n);
});
