import { expect, test } from 'vitest';
import { mainFigure } from '../../../src/words/answer/main-figure.ts';

test.each([
  ['超1000人的企业，给予10万元一次性补贴；300人至1000人的，给予 5 万元一次性补贴', '10万元、5万元'],
  ['按净增额的1‰给予最高 50万元的增收奖励', '最高50万元'],
  ['单个企业最高奖励不超过 200 万元', '最高不超过200万元'],
  ['按不低于保险费用 60%的比例实施保险补偿，年保险补偿不超过 100 万元', '不低于60%、不超过100万元'],
  ['签订5000万元以上订单的企业，优先保障', null],
  ['按规定给予资金奖励', null],
])('%s → %s', (clause, figure) => {
  expect(mainFigure(clause)).toBe(figure);
});
