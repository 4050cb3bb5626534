/** Conditions told by facts that all documents share. */
import { expect, it } from 'vitest';
import { holderOf } from '../../src/drafting/holders.ts';
import { factSchema } from '../../src/facts/index.ts';

const fact = (rest: object) => factSchema.parse({ topic: 't', question: '？', ...rest });
const shared = new Map([
  [
    'size',
    fact({
      type: 'choice',
      label: '规模',
      values: { large: ['大型企业', '大型'], small: ['小型'] },
      groups: [{ oneOf: ['small', 'micro'], words: ['小微企业', '小微'] }],
    }),
  ],
  ['sole', fact({ type: 'boolean', label: '个体工商户', words: ['个体(户|的)'] })],
]);

it.each([
  ['小微企业', { owned: null, tests: [{ size: { in: ['small', 'micro'] } }], rest: '' }],
  [
    '小微企业和个体工商户送检的棉胎',
    { owned: null, tests: [{ size: { in: ['small', 'micro'] } }, 'sole'], rest: '送检的棉胎' },
  ],
  ['民营小微企业', { owned: '民营企业', tests: [{ size: { in: ['small', 'micro'] } }], rest: '' }],
  ['大型仪器设备', null],
  ['新设立的平台', null],
])('%s', (words, holder) => {
  expect(holderOf(words, shared)).toEqual(holder);
});
