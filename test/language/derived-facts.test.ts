/** Figures that follow from two told ones, and names that are meant only where their deed and their qualifier are said of the thing. */
import { expect, it } from 'vitest';
import { oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';

const today = '2031-05-20';
const flag = { type: 'boolean', question: '是不是？' };
const sum = { type: 'number', unit: 'yuan', question: '是多少元？' };
const share = { type: 'number', unit: 'ratio', question: '是百分之多少？' };
const declared: Record<string, object> = {
  技术研发费用占销售收入比重: share,
  技术研发费用较上年增长: share,
  技术研发费用较上年增量部分: sum,
  实际支出: sum,
  项目总投资: sum,
  重点企业: flag,
  认定当年: flag,
  批准举办的展会: flag,
  首次纳入统计: flag,
};
const facts = new Map(
  Object.entries(declared).map(([name, fact]) => [
    name,
    {
      ...ownFactSchema.parse(fact),
      label: name,
      topic: name,
      oppositions: oppositionsIn(name, OPPOSITIONS),
    },
  ]),
);

it.each([
  [
    '去年销售收入5000万，技术研发花了300万，前年技术研发费用200万',
    { 技术研发费用占销售收入比重: 0.06, 技术研发费用较上年增长: 0.5, 技术研发费用较上年增量部分: 1_000_000 },
  ],
  [
    '去年技术研发费用200万，今年150万',
    { 技术研发费用较上年增长: -0.25, 技术研发费用较上年增量部分: -500_000 },
  ],
  // Of three years or of years far apart nothing is reckoned.
  ['2027年技术研发费用200万，去年技术研发费用300万', {}],
  ['前年技术研发费用100万，去年150万，今年200万', {}],
  // A share takes both figures of one year.
  ['去年销售收入5000万，今年技术研发费用300万', {}],
  ['我们技术研发花了300万', {}],
  ['这个项目总投资8000万', { 项目总投资: 80_000_000 }],
  ['实际支出是12万', { 实际支出: 120_000 }],
  ['我们是重点企业', { 重点企业: true }],
  ['我们企业参加了重点展会', {}],
  ['今年认定的', {}],
  ['我们办了一场批准的展会', { 批准举办的展会: true }],
  ['今年头一回进工业统计', { 首次纳入统计: true }],
])('%s', (say, told) => {
  expect(
    readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, today, asked: [] }).facts,
  ).toEqual(told);
});
