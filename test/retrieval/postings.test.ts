import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../src/retrieval/analyse.ts';
import {
  buildPostings,
  explain,
  impactOf,
  insert,
  lookUp,
  type Postings,
  search,
} from '../../src/retrieval/postings.ts';

const FIELD = [{ name: 'text', boost: 1, b: 0.75 }];
const index = (texts: string[]) => buildPostings(texts.length, FIELD, (document) => texts[document]!);
const ask = (question: string) => new Map(Array.from(termsOf(question), (term) => [term, 1]));
const asked = (built: Postings, question: string) => lookUp(built, ask(question));

const han = fc.string({
  unit: fc.constantFrom(...'补贴租金减免停产停工用电企业'),
  minLength: 1,
  maxLength: 12,
});

describe('postings', () => {
  test('the document with the rarer words of the question comes first, a shorter one before a longer one', () => {
    const built = index(['企业补贴标准', '企业租金减免', '企业用电']);
    expect(search(built, asked(built, '企业租金'), 3).map(({ document }) => document)).toEqual([1, 2, 0]);
  });

  test('a word in a field with more boost weighs more', () => {
    const fields = [
      { name: 'title', boost: 3, b: 0 },
      { name: 'body', boost: 1, b: 0 },
    ];
    const texts = [
      ['甲', '租金'],
      ['租金', '甲'],
    ];
    const built = buildPostings(2, fields, (document, field) => texts[document]![field]!);
    expect(search(built, asked(built, '租金'), 2).map(({ document }) => document)).toEqual([1, 0]);
  });

  test('only documents that may be found are found', () => {
    const built = index(['租金减免', '租金减免', '租金']);
    expect(search(built, asked(built, '租金'), 3, (document) => document === 1)).toHaveLength(1);
  });

  test('explain names every word that adds to the score, and they add up to it', () => {
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 8 }), han, (texts, question) => {
        const built = index(texts);
        for (const { document, score } of search(built, asked(built, question), texts.length)) {
          const sum = explain(built, ask(question), document).reduce((total, { adds }) => total + adds, 0);
          expect(sum).toBeCloseTo(score, 3);
        }
      }),
    );
  });

  test('hits are sorted, no more than asked for, and exactly the documents with a word of the question', () => {
    fc.assert(
      fc.property(
        fc.array(han, { minLength: 1, maxLength: 8 }),
        han,
        fc.integer({ min: 1, max: 8 }),
        (texts, question, limit) => {
          const built = index(texts);
          const terms = ask(question);
          const hits = search(built, lookUp(built, terms), limit);
          const having = texts.filter((_, document) =>
            [...terms.keys()].some((term) => impactOf(built, term, document) > 0),
          );
          expect(hits).toHaveLength(Math.min(limit, having.length));
          expect(hits.map(({ score }) => score)).toEqual(
            hits.map(({ score }) => score).sort((a, b) => b - a),
          );
        },
      ),
    );
  });
});

test('insert keeps the best in order, and of equals the ones that came first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      (scores, limit) => {
        const items = scores.map((score, place) => ({ score, place }));
        const list: typeof items = [];
        for (const item of items) insert(list, item, limit);
        expect(list).toEqual(items.toSorted((a, b) => b.score - a.score).slice(0, limit));
      },
    ),
  );
});
