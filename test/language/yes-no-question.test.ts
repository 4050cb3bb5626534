import { describe, expect, test } from 'vitest';
import { asksYesOrNo } from '../../src/language/index.ts';

describe('a question that wants a yes or a no is known by its form', () => {
  test.each([
    '算吗',
    '给补不',
    '周日开门不',
    '有奖没',
    '轮到我没',
    '评上没有',
    '给不给',
    '能不能缓几个月',
    '有人管冇',
  ])('%s', (text) => expect(asksYesOrNo(text)).toBe(true));
});

describe('what answers, tells or asks for a figure wants none', () => {
  test.each([
    '没有',
    '也没有',
    '都没',
    '是的没有',
    '不',
    '当然不',
    '我们还没',
    '减几个月',
    '多久到账',
    '去年350人',
  ])('%s', (text) => expect(asksYesOrNo(text)).toBe(false));
});
