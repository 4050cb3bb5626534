/** What is paid beside a sum and was not reckoned in is named, with what it asks. */
import { expect, test } from 'vitest';
import { ANYWHERE, evaluate } from '../../src/eligibility/index.ts';
import { type Fact, ownFactSchema } from '../../src/facts/index.ts';
import { benefitSchema } from '../../src/policy/index.ts';
import { sayBeside } from '../../src/words/verdict/amount.ts';

const declared = (name: string, type: object): [string, Fact] => [
  name,
  { ...ownFactSchema.parse({ question: `${name}？`, ...type }), label: name, topic: name },
];
const facts = new Map([
  declared('装修费用', { type: 'number', unit: 'yuan' }),
  declared('被评为特色店铺', { type: 'boolean' }),
]);
const benefit = benefitSchema.parse({
  benefit: '首店补助',
  quote: '按装修费用的20%给予补助；被评为特色店铺的，另奖励5万元',
  pays: [
    { share: '20%', of: '装修费用' },
    { when: '被评为特色店铺', yuan: '5万元', added: true },
  ],
});
const said = (profile: Record<string, number | boolean>): string | null =>
  sayBeside(evaluate(benefit, profile, { policy: ANYWHERE, today: '2031-06-01', facts }), facts);

test('it is named while nobody has spoken of it, and not behind a yes or a no', () => {
  expect(said({ 装修费用: 1_000_000 })).toBe('没有算进去的另有：被评为特色店铺，5万元。符合的话告诉我。');
  expect(said({ 装修费用: 1_000_000, 被评为特色店铺: true })).toBeNull();
  expect(said({ 装修费用: 1_000_000, 被评为特色店铺: false })).toBeNull();
});
