/** A figure without a name: its unit says whose it is where one benefit has one open figure of it, and the message one such figure. */
import { expect, it } from 'vitest';
import { type Fact, oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';

const declared: Record<string, object> = {
  租用区内标准窑房: { type: 'number', unit: '平方米' },
  剥离烧窑业务的月数: { type: 'number', unit: '个月' },
  利用自有窑房屋顶建设分布式光伏: { type: 'boolean' },
  光伏装机规模: { type: 'number', unit: '千瓦' },
  陶瓷企业: { type: 'boolean' },
  陶土运费支出: { type: 'number', unit: 'yuan' },
  毕业5年内高校毕业生: { type: 'boolean' },
  年出口陶器: { type: 'number', unit: '件' },
  年出口陶器同比增长: { type: 'number', unit: 'ratio' },
};
const BESIDE: Record<string, string[]> = {
  剥离烧窑业务的月数: ['租用区内标准窑房', '陶瓷企业'],
  光伏装机规模: ['利用自有窑房屋顶建设分布式光伏'],
};
const facts = new Map(
  Object.entries(declared).map(([name, fact]): [string, Fact] => [
    name,
    {
      ...ownFactSchema.parse({ ...fact, question: '？' }),
      label: name,
      topic: 't',
      oppositions: oppositionsIn(name, OPPOSITIONS),
      beside: BESIDE[name] ?? [],
    },
  ]),
);
const heard = (say: string) =>
  readFacts(readUtterance(say, { today: '2031-05-20' }), { facts, meanings: MEANINGS, today: '2031-05-20' })
    .facts;

it.each([
  ['去年租了区内标准窑房5000平，整整租了12个月', { 租用区内标准窑房: 5000, 剥离烧窑业务的月数: 12 }],
  // Two figures of the unit leave it open.
  ['租了区内标准窑房5000平，头一份合同6个月，后一份9个月', { 租用区内标准窑房: 5000 }],
  // Who one is opens no benefit.
  ['我们是陶瓷企业，开了12个月', { 陶瓷企业: true }],
  // In another size of the unit, and the deed in everyday words.
  ['自家窑房屋顶装了0.8兆瓦光伏', { 利用自有窑房屋顶建设分布式光伏: true, 光伏装机规模: 800 }],
  // Of two years the later one is meant, and the earlier says how much it grew.
  ['去年出口陶器1200万件，前年1000万件', { 年出口陶器: 12_000_000, 年出口陶器同比增长: 0.2 }],
  // A time that the name allows is judged by the one that is told, and told of oneself.
  ['我大学毕业三年', { 毕业5年内高校毕业生: true }],
  ['我大学毕业十年了', { 毕业5年内高校毕业生: false }],
  ['接了8个毕业一年没工作的大学生', {}],
  ['去年陶土运费一共花了80万', { 陶土运费支出: 800_000 }],
])('%s', (say, is) => {
  expect(heard(say)).toEqual(is);
});
