/** A figure without a name belongs to what its sentence tells of; a sum's name has to say what it is the money of. */
import { expect, it } from 'vitest';
import { oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';

const today = '2031-05-20';
const flag = { type: 'boolean', question: '是不是？' };
const sum = { type: 'number', unit: 'yuan', question: '是多少元？' };
const declared: Record<string, object> = {
  采购备案服务商的节能诊断: flag,
  实际发生费用: { ...sum, spentOn: ['采购备案服务商的节能诊断'] },
  实际支付评估费用: sum,
  为本市户籍老人送餐: flag,
  为本市户籍老人送餐人次: {
    type: 'number',
    unit: '人次',
    question: '多少？',
    implies: { 为本市户籍老人送餐: true },
  },
  照护等级: { type: 'number', unit: '级', question: '几级？' },
};
const facts = new Map(
  Object.entries(declared).map(([name, fact], i) => [
    name,
    {
      ...ownFactSchema.parse(fact),
      label: name,
      topic: i < 2 ? '一' : '二',
      oppositions: oppositionsIn(name, OPPOSITIONS),
    },
  ]),
);

it.each([
  ['我们采购了备案服务商的节能诊断，花了30万', { 采购备案服务商的节能诊断: true, 实际发生费用: 300_000 }],
  ['我们装修花了30万', {}],
  ['我们没有采购备案服务商的节能诊断，别的花了30万', { 采购备案服务商的节能诊断: false }],
  ['评估费实际支付了2万', { 实际支付评估费用: 20_000 }],
  [
    '我们给照护等级3级的本市户籍老人送餐，上月500人次',
    { 为本市户籍老人送餐: true, 为本市户籍老人送餐人次: 500, 照护等级: 3 },
  ],
  ['我们给外地户籍老人送餐', { 为本市户籍老人送餐: false }],
])('%s', (say, told) => {
  expect(
    readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, today, asked: [] }).facts,
  ).toEqual(told);
});
