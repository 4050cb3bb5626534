/** A rule as policy.yaml writes it → what it pays, in words. */
import { expect, test } from 'vitest';
import { benefitSchema } from '../../src/policy/benefit.ts';
import { sayRule } from '../../src/words/index.ts';

const PAYS: [string, Record<string, unknown>, string][] = [
  ['a sum', { yuan: '5万' }, '5万'],
  ['a range', { range: ['1万元', '3万元'] }, '1万元至3万元'],
  ['a share', { share: '10%', of: '窑炉投资额', cap: '80万' }, '按窑炉投资额的10%，最高80万'],
  ['what is still charged', { share: '80%', of: '检验费', kept: true, saved: true }, '只收检验费的80%'],
  ['a least', { share: '60%', of: '保费', atLeast: true }, '按保费的不低于60%'],
  ['each', { each: '30元', of: '窑位面积', most: '500' }, '按窑位面积，每份30元（最多算500）'],
  [
    'steps',
    { step: '2万元', each: '100万元', of: '出口额', over: '500万元', base: '5万元' },
    '5万元，出口额超过500万元后每100万元再给2万元',
  ],
  ['years', { yearly: ['10万元', '5万元'] }, '第1年10万元、第2年5万元'],
  ['several', { sum: [{ yuan: '5万元' }, { share: '1%', of: '贷款额' }] }, '5万元，加上按贷款额的1%'],
  ['months', { monthly: '1000元', of: '月数', most: '12个月' }, '每月1000元，最多12个月'],
  [
    'a part with a limit of its own',
    { sum: [{ yuan: '3万元' }, { capped: { share: '10%', of: '窑炉投资额' }, at: '30万元' }] },
    '3万元，加上按窑炉投资额的10%（最高30万元）',
  ],
  ['a limit of each', { share: '40%', of: '展位费', capEach: '2万元' }, '按展位费的40%，每个最高2万元'],
  ['no figure', { unstated: '给予一定奖励' }, '文件写的是“给予一定奖励”，没有写明金额'],
  ['no money', { service: '优先推荐' }, '支持的内容是“优先推荐”'],
];

const benefitOf = (...pays: Record<string, unknown>[]) =>
  benefitSchema.parse({ benefit: '烧窑奖励', quote: '对烧窑的企业给予奖励。', pays });

test.each(PAYS)('%s', (_, pay, said) => {
  expect(sayRule(benefitOf(pay), new Map()).pays).toEqual([said]);
});

test('of several rows each says when, and the last what is left', () => {
  const rows = benefitOf({ when: { 窑口数: { atLeast: '5' } }, yuan: '5万元' }, { yuan: '2万元' });
  expect(sayRule(rows, new Map()).pays).toEqual(['窑口数：5万元', '其余：2万元']);
});
