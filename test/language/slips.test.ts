/** What is written wrong and sounds right is read as the word it sounds like; what is a word stays one. */
import { expect, it } from 'vitest';
import { ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { soundOf } from '../../src/language/sound.ts';
import { MEANINGS } from '../support/meanings.ts';
import { shippedKnowledge } from '../support/shipped.ts';

const knowledge = shippedKnowledge();
const today = '2031-05-20';
const count = { type: 'number', unit: '件', question: '多少件？' };
const declared = { 集成电路布图设计登记数量: count, 植物新品种权数量: count };
const facts = new Map([
  ...knowledge.facts,
  ...Object.entries(declared).map(
    ([name, fact]) => [name, { ...ownFactSchema.parse(fact), label: name, topic: name }] as const,
  ),
]);
const told = (say: string) =>
  readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, places: knowledge.places, today })
    .facts;

it.each([
  ['用典量涨了一成', { industrialElectricityGrowth: 0.1 }],
  ['每天在刚310人', { dailyOnDutyHeadcount: 310 }],
  ['丁单3000万', { orderAmountYuan: 30_000_000 }],
  ['应税消瘦涨了两成', {}],
  ['应税肖售涨了两成', { taxableSalesGrowth: 0.2 }],
  ['我们是制早业', { manufacturing: true }],
  ['集成店路布图设计登记了4件', { 集成电路布图设计登记数量: 4 }],
  ['植物新品种全有3件', { 植物新品种权数量: 3 }],
])('%s', (say, wanted) => {
  expect(told(say)).toMatchObject(wanted);
});

it.each(['用水量涨了一成', '欠了30万', '我们在港股上市', '厂里发了购物卡'])(
  '%s: what sounds otherwise, or is a word, stays as it is',
  (say) => {
    const { industrialElectricityGrowth, orderAmountYuan, dailyOnDutyHeadcount } = told(say);
    expect([industrialElectricityGrowth, orderAmountYuan, dailyOnDutyHeadcount]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  },
);

it.each(['电点', '岗冈', '销肖', '费废', '贴帖', '证政'])('%s sound alike', (pair) => {
  expect(soundOf(pair[0]!)).toBe(soundOf(pair[1]!));
});

it('电 and 水 do not, and a letter is its own sound', () => {
  expect(soundOf('电')).not.toBe(soundOf('水'));
  expect(soundOf('x')).toBe('x');
});
