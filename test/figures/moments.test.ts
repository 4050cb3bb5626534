import { describe, expect, test } from 'vitest';
import { holidayDay, lunarDay, readFigures } from '../../src/figures/index.ts';
import { inShort, onlyFigure, REF } from './figures-of.ts';

/** A moment, then every wording of it; asked on Wednesday, 15 June 2022, 14:00. */
const WORDINGS: readonly (readonly [figure: string, wordings: string[]])[] = [
  [
    'date 2022-07-30',
    [
      '7月30日',
      '七月三十号',
      '2022年7月30日',
      '2022年 7月 30日',
      '2022\n年7月30日',
      '2022-07-30',
      '2022.7.30',
      '2022/7/30',
      '20220730',
      '二〇二二年七月三十日',
      '22年7月30号',
      '今年7月30日',
      '7月30日（周六）',
      '7.30',
    ],
  ],
  ['date 2022-06-15', ['今天', '15号', '本月15日', '今日']],
  ['date 2022-06-17', ['后天', '本周五', '周五', '6月17', '两天后']],
  ['date 2022-06-22', ['下周三', '下个星期三', '一周后']],
  ['date 2022-06-03', ['端午', '端午节', '今年端午']],
  ['date 2022-09-10', ['中秋节']],
  ['date 2021-10-01', ['去年国庆节']],
  ['date 2022-05-01', ['五一', '五一那几天也没歇', '我们五一没停', '五一劳动节']],
  [
    'daterange …2022-07-30',
    [
      '7月30日前',
      '截至7月30日',
      '7月30日截止',
      '7月30日之前',
      '截止到2022年7月30日',
      '7.30截止',
      '延期至7月30日',
    ],
  ],
  ['daterange …2022-06-30', ['月底前', '6月底之前', '本季度末之前', '30号前', '上半年之前']],
  ['daterange …2022-10-01', ['国庆假期前', '国庆前', '10月1日前', '每年10月1日前']],
  ['daterange 2022-03-01…2022-05-31', ['每年3月1日至5月31日', '3.1—5.31期间']],
  ['daterange 2022-01-01…2022-12-31', ['年内', '今年', '本年度']],
  ['daterange 2022-06-01…', ['自2022年6月1日起', '6月1日起', '从6月1日开始', '6月1日以来']],
  ['daterange 2022-07-01…2022-07-31', ['22年7月', '2022年7月份', '下个月', '七月', '下月']],
  ['daterange 2022-06-01…2022-06-30', ['月内', '本月', '6月']],
  [
    'daterange 2022-01-01…2022-06-30',
    ['上半年', '今年上半年', '2022年 1-6 月', '1月至6月', '前两个季度', '一、二季度', '前6个月'],
  ],
  ['daterange 2022-04-01…2022-06-30', ['二季度', '第二季度', 'Q2', '本季度', '2022年第2季度']],
  [
    'daterange 2023-07-01…2023-09-30',
    ['2023年7—9月', '2023 年 7—9 月', '2023\n\n年 7—9 月', '2023年三季度', '明年第三季度'],
  ],
  ['daterange 2022-06-01…2023-05-31', ['2022年6月至2023年5月', '6月到明年5月']],
  ['daterange 2021-01-01…2021-12-31', ['去年', '2021年', '上年度', '21年', '去年同期']],
  ['daterange 2022-06-21…2022-06-30', ['月底', '6月下旬', '本月底']],
  ['daterange 2020-01-01…2022-12-31', ['2020—2022年', '2020年至2022年', '2020-2022']],
  ['daterange 2022-06-13…2022-06-19', ['本周', '这周', '这个星期']],
  ['time 2022-06-16T09:00', ['明早9点', '明天上午九点', '明天9:00']],
  ['time …2022-06-30T24:00', ['6月30日24时前']],
  ['time …2022-05-20T18:00', ['5月20日18:00前']],
  ['time 09:00…17:30', ['9:00—17:30', '上午9点到下午5点半', '9点至17点30分']],
  ['time 15:30', ['下午3点半', '15:30', '三点半', '3:30pm', '十五时三十分']],
  ['time 2022-06-15T16:00', ['两小时后', '两个小时以后']],
];

describe('a moment is the same day in all its wordings', () => {
  for (const [figure, wordings] of WORDINGS) {
    test.each(wordings)(`${figure}: %s`, (wording) => expect(inShort(onlyFigure(wording))).toBe(figure));
  }
});

test('what the text left out is told apart from what it said', () => {
  expect(onlyFigure('7月30日').assumed).toEqual(['year']);
  expect(onlyFigure('30号').assumed).toEqual(['year', 'month']);
  expect(onlyFigure('2022年7月30日').assumed).toBeUndefined();
});

test.each(['明天', '7月30日', '上半年', '3天后', '下周三'])(
  '%s yields nothing where no day is known',
  (text) => {
    expect(readFigures(text)).toEqual([]);
  },
);

test('a year said at one end of a range needs no day to count from', () => {
  expect(readFigures('2022年6月1日至7月30日').map(inShort)).toEqual(['daterange 2022-06-01…2022-07-30']);
});

test('every part of a list has the year or month that was said once', () => {
  const read = (text: string) => readFigures(text, { ref: REF }).map(inShort);
  expect(read('2021、2022年')).toEqual([
    'daterange 2021-01-01…2021-12-31',
    'daterange 2022-01-01…2022-12-31',
  ]);
  expect(read('7、8月')).toEqual(['daterange 2022-07-01…2022-07-31', 'daterange 2022-08-01…2022-08-31']);
  expect(read('9月10日、11日和12日')).toEqual(['date 2022-09-10', 'date 2022-09-11', 'date 2022-09-12']);
});

describe('holidays', () => {
  test.each([
    ['端午节', 2022, '2022-06-03'],
    ['端午', 2006, '2006-05-31'],
    ['中秋', 2023, '2023-09-29'],
    ['中秋节', 2020, '2020-10-01'],
    ['春节', 2026, '2026-02-17'],
    ['除夕', 2026, '2026-02-16'],
    ['清明节', 2025, '2025-04-04'],
    ['清明', 2019, '2019-04-05'],
    ['国庆', 2022, '2022-10-01'],
    ['母亲节', 2013, '2013-05-12'],
  ])('%s in %i is %s', (name, year, day) => expect(holidayDay(name, year)).toBe(day));

  test('a name that is none has no day', () => expect(holidayDay('发薪日', 2022)).toBeNull());
  test('a lunar day outside the calendar is none', () => expect(lunarDay(3000, 1, 1)).toBeNull());
  test('lunar days follow a leap month', () => expect(lunarDay(2023, 5, 5)).toBe('2023-06-22'));
});
