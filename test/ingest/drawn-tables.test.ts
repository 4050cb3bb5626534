import { describe, expect, test } from 'vitest';
import { ingestText } from '../../src/ingest/index.ts';
import { withTableRows } from '../../src/ingest/read/drawn-tables.ts';

const drawn = (...lines: string[]) => withTableRows(lines.join('\n')).split('\n');

describe('tables of a plain text', () => {
  test('bars alone part the cells', () => {
    expect(
      drawn('标准如下表：', '　　┃档次┃投资额┃补助┃', '　　┃一档┃500万元以上┃20万元┃', '以上为税前。'),
    ).toEqual([
      '标准如下表：',
      '| 档次 | 投资额 | 补助 |',
      '| 一档 | 500万元以上 | 20万元 |',
      '以上为税前。',
    ]);
  });

  test('lines around each row: a cell may be several lines high', () => {
    expect(
      drawn(
        '┌──┬────┬──┐',
        '│级别│对象　　│金额│',
        '├──┼────┼──┤',
        '│省级│新认定的│10万│',
        '│　　│工程中心│元　│',
        '├──┼────┼──┤',
        '│市级│技术中心│5万元│',
        '└──┴────┴──┘',
      ),
    ).toEqual([
      '| 级别 | 对象 | 金额 |',
      '| 省级 | 新认定的工程中心 | 10万元 |',
      '| 市级 | 技术中心 | 5万元 |',
    ]);
  });

  test('one line below the header parts no rows', () => {
    expect(drawn('｜级别｜金额｜', '｜----｜----｜', '｜省级｜10万元｜', '｜市级｜5万元｜')).toEqual([
      '| 级别 | 金额 |',
      '| 省级 | 10万元 |',
      '| 市级 | 5万元 |',
    ]);
  });

  test('cells set with tabs, as they come out of a sheet', () => {
    expect(drawn('级别\t条件\t金额', '省级\t新认定\t10万元', '市级\t新认定\t5万元')).toEqual([
      '| 级别 | 条件 | 金额 |',
      '| 省级 | 新认定 | 10万元 |',
      '| 市级 | 新认定 | 5万元 |',
    ]);
  });

  test.each([
    ['a list with a tab behind its number', '一、\t支持技改\n二、\t支持研发\n三、\t支持上市'],
    ['a line drawn across', '第一条 支持技改\n————————\n──────\n第二条 支持研发'],
    ['one bar in a sentence', '工业｜服务业企业均可申报'],
    ['rows of different widths', '┃甲┃乙┃\n┃甲┃乙┃丙┃'],
    ['one row', '┃地址┃电话┃'],
  ])('%s stays as received', (_what, text) => {
    expect(withTableRows(text)).toBe(text);
  });

  test('as many rules as lines are read once', () => {
    const text = '│\n──\n'.repeat(50_000);
    expect(withTableRows(text)).toBe(text);
  });

  test('the sums of a drawn table belong to the measure above it', () => {
    const { measures } = ingestText(
      withTableRows(
        '云溪市技术改造补助办法\n第一条 对技术改造项目按设备投资额给予补助，标准如下：\n┃设备投资额┃补助┃\n┃500万元以上┃20万元┃\n┃1000万元以上┃50万元┃\n第二条 本办法自2026年1月1日起施行。',
      ),
      { name: 'drawn' },
    );
    expect(measures.find(({ number }) => number === '1')?.text).toContain('1000万元以上|50万元');
  });
});
