/** Kinds of figures that users of like programs have reported as read wrong. */
import { expect, test } from 'vitest';
import { readFigures } from '../../src/figures/index.ts';

const read = (text: string) => readFigures(text, { ref: '2022-06-15' });

test.each([
  ['英镑20万', { unit: 'GBP', value: 200_000 }],
  ['日元是500万', { unit: 'JPY', value: 5_000_000 }],
  ['¥2，500，000', { unit: 'CNY', value: 2_500_000 }],
  ['借了2，300万元', { unit: 'CNY', value: 23_000_000 }],
  ['利润80+万元', { unit: 'CNY', min: 800_000 }],
  ['贷款逾亿元', { unit: 'CNY', min: 100_000_000, minExclusive: true }],
  ['销售逾百万元', { unit: 'CNY', min: 1_000_000, minExclusive: true }],
  ['年产万吨', { kind: 'count', unit: '吨', value: 10_000 }],
  ['月产能千台', { kind: 'count', unit: '台', value: 1000 }],
  ['三十来年的师傅', { kind: 'duration', value: 30 }],
  ['六十好几个人', { kind: 'count', min: 60 }],
  ['上千万元', { unit: 'CNY', min: 10_000_000 }],
  ['大年初五', { value: '2022-02-05' }],
  ['农历五月初五', { value: '2022-06-03' }],
  ['下下个季度', { from: '2022-10-01', to: '2022-12-31' }],
  ['200±15人', { kind: 'count', min: 185, max: 215 }],
  ['8%±0.5%', { kind: 'percent', min: 0.075, max: 0.085 }],
])('%s', (text, expected) => {
  expect(read(text)).toMatchObject([expected]);
});

test.each(['单位：万元', '千家万户', '百亿元产业', '4月31日前交', '2023年2月30日', '年过半百的师傅'])(
  '%s: no figure',
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

test('two numerals of one size stay two', () => {
  expect(read('三百三百').map((figure) => 'value' in figure && figure.value)).toEqual([300, 300]);
});
