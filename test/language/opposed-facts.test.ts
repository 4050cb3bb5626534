/** Facts whose names differ by words that oppose one another: the one that is said is heard, the other is not. */
import { expect, it } from 'vitest';
import { oppositionsIn, ownFactSchema } from '../../src/facts/index.ts';
import { readFacts, readUtterance } from '../../src/language/index.ts';
import { MEANINGS } from '../support/meanings.ts';
import { OPPOSITIONS } from '../support/oppositions.ts';

const today = '2031-05-20';
const flag = { type: 'boolean', question: '是不是？' };
const sum = { type: 'number', unit: 'yuan', question: '是多少元？' };
const area = { type: 'number', unit: '平方米', question: '面积是多少？' };

const factsCalled = (declared: Record<string, object>) =>
  new Map(
    Object.entries(declared).map(([name, fact]) => [
      name,
      {
        ...ownFactSchema.parse(fact),
        label: name,
        topic: '一',
        oppositions: oppositionsIn(name, OPPOSITIONS),
      },
    ]),
  );
const hear = (say: string, declared: Record<string, object>, asked: string[] = []) => {
  const facts = factsCalled(declared);
  return readFacts(readUtterance(say, { today }), { facts, meanings: MEANINGS, today, asked });
};

const AWARDED = { 首次认定为绿色港口: flag, 重新认定为绿色港口: flag };

it.each([
  ['我们今年首次认定为绿色港口', { 首次认定为绿色港口: true, 重新认定为绿色港口: false }],
  ['绿色港口是头一回评上', { 首次认定为绿色港口: true, 重新认定为绿色港口: false }],
  ['我们重新认定为绿色港口了', { 首次认定为绿色港口: false, 重新认定为绿色港口: true }],
  ['绿色港口复审通过了，认定下来了', { 首次认定为绿色港口: false, 重新认定为绿色港口: true }],
])('%s: again is not the first time', (say, told) => {
  expect(hear(say, AWARDED).facts).toEqual(told);
});

it('what may be either is said back and not stored', () => {
  const { facts, unsure } = hear('我们认定为绿色港口了', AWARDED);
  expect(facts).toEqual({});
  expect(unsure.map(({ fact }) => fact)).toEqual(['首次认定为绿色港口', '重新认定为绿色港口']);
});

it('whether it is the first time is said back where the message leaves it out, and an answer to the question settles it', () => {
  const declared = { 首次认定为绿色港口: flag };
  const { facts, unsure } = hear('我们认定为绿色港口了', declared);
  expect(facts).toEqual({});
  expect(unsure).toEqual([{ fact: '首次认定为绿色港口', value: true, why: 'doubt' }]);
  expect(hear('我们没认定为绿色港口', declared).facts).toEqual({ 首次认定为绿色港口: false });
  expect(hear('认定为绿色港口了', declared, ['首次认定为绿色港口']).facts).toEqual({
    首次认定为绿色港口: true,
  });
});

it.each([
  ['我们是国有独资企业', { 民营企业: false }],
  ['我们公司是国企', { 民营企业: false }],
  ['我们是民营企业', { 民营企业: true }],
  ['我们跟国有企业合作开了一家店', {}],
  ['我们租了国有厂房', {}],
])('%s: whose it is', (say, told) => {
  expect(hear(say, { 民营企业: flag }).facts).toEqual(told);
});

const BOUGHT = { 购买新能源乘用车: flag, 购买燃油乘用车: flag };
it.each([
  ['我们买了一辆新能源乘用车', { 购买新能源乘用车: true }],
  ['我们买了一辆燃油乘用车', { 购买燃油乘用车: true }],
  ['我们买了一辆乘用车', {}],
])('%s: of names that are nearly the same, that of which more is said', (say, told) => {
  expect(hear(say, BOUGHT).facts).toEqual(told);
});

it('what is shortened keeps its last character', () => {
  expect(hear('我们进了规上库', { '纳入“规上”企业库': flag }).facts).toEqual({ '纳入“规上”企业库': true });
  expect(hear('我们还没进规上库', { '纳入“规上”企业库': flag }).facts).toEqual({ '纳入“规上”企业库': false });
});

it('of what was asked it need not be said', () => {
  expect(hear('认定为绿色港口了', AWARDED, ['首次认定为绿色港口']).facts).toEqual({
    首次认定为绿色港口: true,
  });
});

it.each([
  ['去年水果出口额300万元', { 水果出口额: 3_000_000 }],
  ['去年水果进口额300万元', { 水果进口额: 3_000_000 }],
  ['水果出口额300万元，水果进口额200万元', { 水果出口额: 3_000_000, 水果进口额: 2_000_000 }],
])('%s', (say, told) => {
  expect(hear(say, { 水果出口额: sum, 水果进口额: sum }).facts).toEqual(told);
});

it.each([
  ['我们租赁冷库800平方米', { 租赁冷库面积: 800 }],
  ['冷库是买的，购置冷库面积900平方米', { 购置冷库面积: 900 }],
])('%s', (say, told) => {
  expect(hear(say, { 租赁冷库面积: area, 购置冷库面积: area }).facts).toEqual(told);
});

it.each([
  ['我们通过一级养老机构评定了', { 通过一级养老机构评定: true }],
  ['通过二级养老机构评定了', {}],
])('%s: another rank is another thing', (say, told) => {
  expect(hear(say, { 通过一级养老机构评定: flag }).facts).toEqual(told);
});

it('a longer word with such a word in it opposes nothing', () => {
  expect(hear('水果进出口300万元', { 水果出口额: sum }).unsure).toEqual([]);
  expect(hear('流水线上的直播设备采购花了300万元', { 线下直播设备采购额: sum }).facts).toEqual({
    线下直播设备采购额: 3_000_000,
  });
});

it('a side that is denied gives way to the one that is said', () => {
  const declared = { 主导编制船舶标准: flag, 参与编制船舶标准: flag };
  const { facts } = hear('我们参与编制了一项船舶标准，不是主导单位', declared);
  expect(facts.参与编制船舶标准).toBe(true);
  expect(facts.主导编制船舶标准).not.toBe(true);
});
