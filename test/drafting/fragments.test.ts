/** Names of conditions and figures: what is left of a clause around a hole is none, and no rule is made of it. */
import { expect, test } from 'vitest';
import { isFragment } from '../../src/drafting/fragments.ts';
import { rulesOf } from '../../src/drafting/rules.ts';
import { draft } from './say.ts';

test.each([
  '中',
  '中3000万元以下的部分',
  '超过5000万元的部分',
  '增量部分',
  '在的陶艺体验店',
  '作品在省级展播的再奖',
  '出口增量部分每',
  '窑位单价高于',
  '前三年',
  '达到',
])('%s is a fragment', (name) => {
  expect(isFragment(name)).toBe(true);
});

test.each([
  '中水回用设施投资额',
  '中级工',
  '陶艺体验店面积',
  '首年租金',
  '亩均税收',
  '取得特种行业许可证',
  '租用窑位的月数',
  '再制造产品',
])('%s is a name', (name) => {
  expect(isFragment(name)).toBe(false);
});

test('a unit that counts nothing is no unit', () => {
  expect(isFragment('企业万数', '万')).toBe(true);
  expect(isFragment('机器人台数', '台')).toBe(false);
});

test('a rule that needs a fragment is quoted only', () => {
  const text = '陶瓷企业年出口陶器500万件以上的，增量部分给予2万元奖励。';
  const [rule] = rulesOf(new Map([['1', draft(text)]]), new Map(), null).benefits.get('1') ?? [];
  expect(rule).toMatchObject({ pays: [{ unstated: '给予' }], drafted: { grade: 'C' } });
});

test('what is counted is no condition, and its name is made whole by the bound', () => {
  const text = '陶瓷企业年出口陶器500万件以上的，增量部分按每件0.05元给予奖励。';
  const [rule] = rulesOf(new Map([['1', draft(text)]]), new Map(), null).benefits.get('1') ?? [];
  expect(rule).toMatchObject({ pays: [{ each: '0.05元', of: '年出口陶器增量' }], drafted: { grade: 'A' } });
});
