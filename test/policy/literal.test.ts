import { expect, test } from 'vitest';
import { readLiteral } from '../../src/policy/literal.ts';

test.each([
  ['10万', 100_000, 'money', null],
  ['亿元', 1e8, 'money', null],
  ['一万元', 10_000, 'money', null],
  ['1,000万', 10_000_000, 'money', null],
  ['300万美元', 3_000_000, 'money', 'USD'],
  ['20%', 0.2, 'ratio', null],
  ['3个百分点', 0.03, 'ratio', null],
  ['全额', 1, 'ratio', null],
  ['300人', 300, 'number', null],
  ['50亩', 50, 'number', '亩'],
  ['1万人次', 10_000, 'number', '人次'],
  ['三年', 3, 'number', '年'],
  ['12个月', 12, 'number', '个月'],
  ['三级', 3, 'level', '级'],
  ['5A级', 5, 'level', 'A级'],
] as const)('%s is %d %s %s', (text, value, kind, unit) => {
  expect(readLiteral(text)).toEqual({ text, value, kind, unit });
});

test.each(['很多', '300人以上', '10万至20万', '2031年', ''])('%s is no figure of a rule', (text) => {
  expect(readLiteral(text)).toBeNull();
});
