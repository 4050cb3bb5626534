/** The unit that an amount is asked by, as people say it and as documents write it. */
import { expect, test } from 'vitest';
import { unitsAsked } from '../../src/retrieval/asked-unit.ts';

const grantsBy = (question: string, text: string) => unitsAsked(question).some((unit) => unit.test(text));

test.each([
  ['装修一平补多少', '按每平方米200元给予补助', '每亩补助200元'],
  ['电费一度能省几分', '每千瓦时补贴0.1元', '每吨补贴10元'],
  ['种茶一亩地能领几千', '每亩一次性补助1000元', '每人补助1000元'],
  ['带一个人出师奖几块', '每名学徒奖励3000元', '每家茶馆奖励3000元'],
  ['一个柜补几百', '每标箱补助100元', '每台补助100元'],
  ['演一场给多少', '每场奖励2000元', '每间奖励2000元'],
  ['一张床位一年补多少', '每张床位每年补助600元', '每平方米补助600元'],
])('%s', (question, granted, otherwise) => {
  expect(grantsBy(question, granted)).toBe(true);
  expect(grantsBy(question, otherwise)).toBe(false);
});

test('a question that asks by no unit has none', () => {
  expect(unitsAsked('装修补多少')).toEqual([]);
  expect(unitsAsked('我们一家茶馆，什么时候截止')).toEqual([]);
});
