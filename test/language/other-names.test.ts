/** What else a fact may be called, ranks, and one figure under two measures that name the same thing in different words. */
import { expect, it } from 'vitest';
import { type Fact, oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';

const fact = (name: string, topic: string, declared: object): [string, Fact] => [
  name,
  {
    ...ownFactSchema.parse({ question: `${name}？`, ...declared }),
    label: name,
    topic,
    oppositions: oppositionsIn(name, OPPOSITIONS),
  },
];
const LISTED = '在岸边建设观鸟台、护鸟站、湿地学校等公共服务设施';
const facts = new Map([
  fact(LISTED, 'a', {
    type: 'boolean',
    words: ['建设观鸟台', '建设护鸟站', '建设湿地学校'],
  }),
  fact('陶艺大赛排名', 'b', { type: 'number', unit: '名次' }),
  fact('窑炉改造实际投入', 'c', { type: 'number', unit: 'yuan' }),
  fact('窑炉改造项目实际投入金额', 'd', { type: 'number', unit: 'yuan' }),
  fact('窑炉燃料费用', 'e', { type: 'number', unit: 'yuan' }),
  fact('主导制定陶艺国家标准', 'f', { type: 'boolean' }),
  fact('迁入当年的陶艺销售额', 'g', { type: 'number', unit: 'yuan' }),
  fact('新招陶艺学徒人数', 'h', { type: 'number', unit: 'person' }),
  fact('首次获得陶艺金奖', 'i', { type: 'boolean' }),
]);

it.each([
  ['我们建了湿地学校', { [LISTED]: true }],
  ['还没建湿地学校', { [LISTED]: false }],
  ['我们建了花园', {}],
  ['陶艺大赛我们排第8名', { 陶艺大赛排名: 8 }],
  ['陶艺大赛排名第十五', { 陶艺大赛排名: 15 }],
  ['陶艺大赛第二次参加', {}],
  ['窑炉改造实际投入300万', { 窑炉改造实际投入: 3_000_000, 窑炉改造项目实际投入金额: 3_000_000 }],
  ['我们主导制定了陶艺国家标准', { 主导制定陶艺国家标准: true }],
  ['我们参与制定了陶艺国家标准', {}],
  ['迁入当年陶艺卖了300万', { 迁入当年的陶艺销售额: 3_000_000 }],
  ['新招了8个陶艺学徒员工', { 新招陶艺学徒人数: 8 }],
  ['首次获得陶艺金奖', { 首次获得陶艺金奖: true }],
  ['第二次获得陶艺金奖', { 首次获得陶艺金奖: false }],
  ['窑炉燃料花了20万', { 窑炉燃料费用: 200_000 }],
])('%s', (say, heard) => {
  expect(
    readFacts(readUtterance(say, { today: '2031-05-20' }), { facts, meanings: MEANINGS, today: '2031-05-20' })
      .facts,
  ).toEqual(heard);
});
