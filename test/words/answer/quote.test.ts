/** Which sentence of an invented clause is quoted. */
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/retrieval/index.ts';
import { quoteFrom } from '../../../src/words/answer/quote.ts';
import { shippedMind } from '../../support/shipped.ts';

const index = shippedMind().index;
const quote = (clause: string, question: string, focus: 'amount' | 'conditions' | null = null) =>
  quoteFrom(index, clause, '', {
    terms: new Map(Array.from(termsOf(question), (term) => [term, 1])),
    question,
    focus,
    aim: 60,
  }).text;

describe('the sentence quoted', () => {
  test('a line broken within a sentence is one sentence', () => {
    const clause =
      '开展行动，加强领域合作交流。\n对湖滨设施互通效果明显的项\n目，按等次分别给予90万元和60万元资助。';
    expect(quote(clause, '湖滨设施互通给多少')).toContain('90万元');
  });
  test('a heading is shown with what stands under it', () => {
    const clause =
      '（一）支持平台建设。对新设立的平台给予70万元资助。（二）支持平台发展。对上架产品达到30款的平台给予40万元奖励。';
    expect(quote(clause, '平台发展的奖励')).toContain('40万元');
  });
  test('what opens a list is shown with the list', () => {
    const clause =
      '摄影作品符合以下条件之一的可以申请：\n（1）获得奖项；\n（2）公开出版。\n其他作品另行规定。';
    expect(quote(clause, '摄影作品的条件', 'conditions')).toContain('获得奖项');
  });
  test('the sentence with the question’s own figure', () => {
    const clause = '对平台给予运营补助，最高500万元。对服务企业满20家的平台每年奖励80万元。';
    expect(quote(clause, '平台怎么拿80万', 'amount')).toContain('满20家');
  });
  test('several amounts where several are asked for', () => {
    const clause = '对企业给予补助，补助不超过30万元。对国家级、省级企业分别给予20万元、10万元补助。';
    expect(quote(clause, '企业补助国家级省级分别多少', 'amount')).toContain('20万元、10万元');
  });
});
