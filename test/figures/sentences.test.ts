import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/figures/index.ts';
import { inShort, onlyFigure, REF, read } from './figures-of.ts';

/** Sentences of policies and of chats, with every figure in them and the words it was read from. */
const SENTENCES: readonly (readonly [sentence: string, figures: string[]])[] = [
  [
    '工业用电量同比增长 10%以上，每天实际在岗人数超 1000 人的制造业企业，给予 10万元一次性补贴；对每天实际在岗人数 300人\n\n至1000人之间的企业，给予 5万元一次性补贴',
    [
      '10%以上 = percent ≥0.1 ratio',
      '超 1000 人 = count >1000 人',
      '10万元 = money 100000 CNY',
      '300人\n\n至1000人之间 = count ≥300≤1000 人',
      '5万元 = money 50000 CNY',
    ],
  ],
  [
    '对应税销售收入实现 1 亿元、5 亿元、10 亿元以上的按比例给予奖励，单个企业最高奖励不超过 200 万元',
    [
      '1 亿元 = money 100000000 CNY',
      '5 亿元 = money 500000000 CNY',
      '10 亿元以上 = money ≥1000000000 CNY',
      '不超过 200 万元 = money ≤2000000 CNY',
    ],
  ],
  ['给予10、20、30万元补助', ['10 = money 100000 CNY', '20 = money 200000 CNY', '30万元 = money 300000 CNY']],
  ['信贷规模由3亿元扩大到6亿元', ['3亿元 = money 300000000 CNY', '6亿元 = money 600000000 CNY']],
  ['1. 职工95人 2. 营收3800万元', ['95人 = count 95 人', '3800万元 = money 38000000 CNY']],
  ['职工350，300万营收', ['350 = number 350', '300万 = money 3000000 CNY']],
  [
    '在岗320人，用电比去年多11%',
    ['320人 = count 320 人', '去年 = daterange 2021-01-01…2021-12-31', '11% = percent 0.11 ratio'],
  ],
  [
    '补不超过设备额的20%、最高300万元',
    ['不超过设备额的20% = percent ≤0.2 ratio', '最高300万元 = money ≤3000000 CNY'],
  ],
  [
    '不超过上年度缴费的50%',
    ['上年度 = daterange 2021-01-01…2021-12-31', '不超过上年度缴费的50% = percent ≤0.5 ratio'],
  ],
  ['前3年全额、后2年减半', ['3年 = duration 3 year', '2年 = duration 2 year', '减半 = percent 0.5 ratio']],
  ['第1-3名分别奖励10万', ['10万 = money 100000 CNY']],
  ['“14天隔离+7天监测”', ['14天 = duration 14 day', '7天 = duration 7 day']],
  [
    '一、二、三等奖分别奖励30、20、10万元',
    ['30 = money 300000 CNY', '20 = money 200000 CNY', '10万元 = money 100000 CNY'],
  ],
  ['8000、1万元', ['8000 = money 8000 CNY', '1万元 = money 10000 CNY']],
  ['奖励10，20，30万元', ['10 = money 100000 CNY', '20 = money 200000 CNY', '30万元 = money 300000 CNY']],
  ['人数、营收：45，1200万', ['45 = number 45', '1200万 = money 12000000 CNY']],
  [
    '一笔贷款300万一笔150万',
    ['一笔 = count 1 笔', '300万 = money 3000000 CNY', '一笔 = count 1 笔', '150万 = money 1500000 CNY'],
  ],
  ['房租三千一个月', ['三千 = number 3000', '一个月 = duration 1 month']],
  ['电费五毛六一吨', ['五毛六 = money 0.56 CNY', '一吨 = count 1 吨']],
  ['说好的5万只到了4万8', ['5万 = number 50000', '4万8 = number 48000']],
  ['有俩博士，他们俩是股东', ['俩 = count 2 个']],
  ['签了8000万7月10号签的', ['8000万 = money 80000000 CNY', '7月10号 = date 2022-07-10']],
  ['订单一个亿七月十五号签的', ['一个亿 = money 100000000 CNY', '七月十五号 = date 2022-07-15']],
  ['不止一个，最大那个7200万', ['不止一个 = count >1 个', '最大那个7200万 = number ≤72000000']],
  ['比1.6亿元多了2000万元', ['1.6亿元 = money 160000000 CNY', '2000万元 = money 20000000 CNY']],
  ['涨了9个点多一点', ['9个点多 = percent >0.09<0.1 ratio']],
  ['市里给过3万元', ['3万元 = money 30000 CNY']],
  ['满打满算三百二十人', ['三百二十人 = count 320 人']],
  ['占比过20%', ['过20% = percent >0.2 ratio']],
  ['超过500万元的，按超出部分的10%补助', ['超过500万元 = money >5000000 CNY', '10% = percent 0.1 ratio']],
  ['一年多花四十多万元', ['一年 = duration 1 year', '四十多万元 = money >400000<500000 CNY']],
  ['从业人员300≤X<1000', ['300≤X<1000 = number ≥300<1000']],
  ['周一至周五9:00-17:00', ['9:00-17:00 = time 09:00…17:00']],
  ['周一到周五（节假日除外）上午9点到12点', ['上午9点到12点 = time 09:00…12:00']],
  [
    '受理后10个工作日内，公示后1个月内',
    ['10个工作日内 = duration ≤10 workday', '1个月内 = duration ≤1 month'],
  ],
  ['满负荷24小时运转', ['24小时 = duration 24 hour']],
  [
    '第3季度和第4季度',
    ['第3季度 = daterange 2022-07-01…2022-09-30', '第4季度 = daterange 2022-10-01…2022-12-31'],
  ],
  ['对前三季度发展较好的', ['前三季度 = daterange 2022-01-01…2022-09-30']],
  ['不低于100万元且不超过1000万元', ['不低于100万元且不超过1000万元 = money ≥1000000≤10000000 CNY']],
];

describe('sentences', () => {
  test.each(SENTENCES)('%s', (sentence, figures) => expect(read(sentence)).toEqual(figures));
});

describe('a figure that is taken back is left out', () => {
  test.each([
    ['不是300，是250', ['250 = number 250']],
    ['350，哦不，380', ['380 = number 380']],
    ['200人，说错了，是220人', ['220人 = count 220 人']],
    ['大概有300人吧，不对，320', ['320 = number 320']],
    ['300人，不是250人', ['300人 = count 300 人']],
    ['一百九，不对不对，一百六', ['一百六 = number 160']],
    ['四千五，哎呀记错了，是五千四', ['五千四 = number 5400']],
    ['占比30%……等等，是35%', ['35% = percent 0.35 ratio']],
    ['2018年成立，记错了，2016年', ['2016年 = daterange 2016-01-01…2016-12-31']],
    ['65个人，哦不对，加上外包是80个人', ['80个人 = count 80 个人']],
    ['88人 打错 98人', ['98人 = count 98 人']],
    ['1个亿元，不不不，10个亿元', ['10个亿元 = money 1000000000 CNY']],
    ['没有400人，只有280人', ['280人 = count 280 人']],
    ['把60人改为75人', ['75人 = count 75 人']],
    // A change of a rule states both, and another sort of figure takes nothing back.
    ['由5万元改为8万元', ['5万元 = money 50000 CNY', '8万元 = money 80000 CNY']],
    ['320人，不对，营收3000万元', ['320人 = count 320 人', '3000万元 = money 30000000 CNY']],
  ])('%s', (text, figures) => expect(read(text)).toEqual(figures));
});

describe('a bare number is read by what was asked', () => {
  test.each([
    ['350', 'people', 'count 350 人'],
    ['5000万', 'yuan', 'money 50000000 CNY'],
    ['三百多', 'people', 'count >300<400 人'],
    ['12', 'ratio', 'percent 0.12 ratio'],
    ['0.12', 'ratio', 'percent 0.12 ratio'],
    ['不到50', 'people', 'count <50 人'],
    ['20号吧', 'date', 'date 2022-06-20'],
    ['20', 'date', 'date 2022-06-20'],
    ['7.30前', 'date', 'daterange …2022-07-30'],
    ['7.8', 'date', 'date 2022-07-08'],
    ['350', undefined, 'number 350'],
  ] as const)('%s asked for %s', (text, asked, figure) => {
    expect(inShort(onlyFigure(text, { ref: REF, asked }))).toBe(figure);
  });
});

test('beside an answer to what was asked a bare number is something else', () => {
  expect(read('350人，去年营收5000万', { ref: REF, asked: 'people' })).toEqual([
    '350人 = count 350 人',
    '去年 = daterange 2021-01-01…2021-12-31',
    '5000万 = money 50000000 CNY',
  ]);
});

test('spans point into the text as given, blanks and full width included', () => {
  const text = '共有６８\n 个，超 1000 人';
  for (const figure of readFigures(text)) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
  expect(read(text)).toEqual(['６８\n 个 = count 68 个', '超 1000 人 = count >1000 人']);
});

test('the trace names the readers and refiners in order', () => {
  expect(onlyFigure('不超过五到八万元').trace).toEqual([
    'number',
    'share-unit',
    'money',
    'amount-range',
    'bound',
  ]);
});
