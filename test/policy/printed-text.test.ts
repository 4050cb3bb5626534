import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, findQuote, sentencesOf } from '../../src/policy/index.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const whole = (source: string) => cleanText(source, { start: 0, end: source.length });

describe('the readable text of a source', () => {
  test.each([
    [
      'joins broken lines',
      '对每天实际在岗人数 300人至\n\n1000人之间的企业，给予补贴。',
      '对每天实际在岗人数300人至1000人之间的企业，给予补贴。',
    ],
    [
      'drops page numbers inside sentences',
      '给予 5万元一次\n\n- 3 -\n\n性补贴，当年兑现。',
      '给予5万元一次性补贴，当年兑现。',
    ],
    [
      'drops markup',
      '## 一、稳生产\n\n按 60%补偿。**[责任单位：市工信局]**',
      '一、稳生产\n按60%补偿。[责任单位：市工信局]',
    ],
    [
      'joins a year that was broken',
      '在 2023\n\n年 7—9 月期间，签订订单的企业',
      '在2023年7—9月期间，签订订单的企业',
    ],
    ['keeps blanks between Latin words', '参加 APEC SME 展会，支持 VR 产业', '参加APEC SME展会，支持VR产业'],
    [
      'parts numbered items',
      '一、加快复工\n（一）稳生产。给予补贴。\n（二）稳就业。给予奖励。',
      '一、加快复工\n（一）稳生产。给予补贴。\n（二）稳就业。给予奖励。',
    ],
    [
      'does not part a line that ends in a bracket',
      '各县区（开发区、管理局）\n严格落实属地管理责任，加强对企业工作的组织领导和统筹',
      '各县区（开发区、管理局）严格落实属地管理责任，加强对企业工作的组织领导和统筹',
    ],
    [
      'does not part 责任单位 from its units',
      '特事特办、快办快审，方便企业和群众办理。（责任单位：\n\n省政务服务办、省发展改革委）',
      '特事特办、快办快审，方便企业和群众办理。（责任单位：省政务服务办、省发展改革委）',
    ],
  ])('%s', (_, source, text) => expect(whole(source)).toBe(text));

  test('leaves characters out but changes none', () => {
    const piece = fc.constantFrom(
      '补贴',
      '。',
      '，',
      '\n',
      '\n\n',
      ' ',
      '- 3 -',
      '**',
      '#',
      '10%',
      'VR',
      '（',
      '）',
      '：',
      '一、',
      '\f',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        let at = 0;
        for (const character of whole(source).replace(/\s/gu, '')) {
          at = source.indexOf(character, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('a quote', () => {
  test.each([
    ['across a broken line', '在岗人数 300人至\n\n1000人之间', '300人至1000人'],
    ['across a page number', '给予 5万元\n\n- 3 -\n\n补贴', '5万元补贴'],
    ['with its own blanks', '超1000人的企业', '超 1000 人'],
    ['across markup', '条件。**[责任单位：市工信局]**', '条件。[责任单位'],
  ])('is found %s', (_, source, quote) => {
    const span = findQuote(source, quote)!;
    expect(cleanText(source, span)).toBe(cleanText(quote, { start: 0, end: quote.length }));
  });

  test.each([
    ['another figure', '给予5万元补贴', '给予50万元补贴'],
    ['other words', '同比增长10%以上', '同比增长10%及以上'],
    ['nothing', '给予5万元补贴', ' '],
  ])('is not found: %s', (_, source, quote) => expect(findQuote(source, quote)).toBeNull());

  test('that is any stretch of a real clause stands in its source', () => {
    const { policies } = shippedKnowledge();
    const clauses = policies.flatMap(({ source, measures }) =>
      measures.map(({ clause }) => ({ source, clause })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...clauses),
        fc.nat(),
        fc.integer({ min: 6, max: 60 }),
        ({ source, clause }, from, length) => {
          const start = from % clause.text.length;
          const quote = clause.text.slice(start, start + length);
          fc.pre(quote.trim() !== '');
          expect(findQuote(source, quote)).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('sentences end where a full stop does, with the marks that close them', () => {
  expect(
    sentencesOf({ text: '稳生产。给予“补贴。”按 4:6 分担；由市负担。\n【责任单位：市工信局】' }),
  ).toEqual(['稳生产。', '给予“补贴。”', '按 4:6 分担；由市负担。', '【责任单位：市工信局】']);
});
