import { describe, expect, test } from 'vitest';
import { tablesIn } from '../../src/policy/index.ts';

const read = (source: string) =>
  tablesIn(source, { start: 0, end: source.length }).map(({ columns, labels, rows }) => ({
    columns,
    labels,
    rows: rows.map((row) => [...row.labels, ...row.cells.map(({ text }) => text)]),
  }));

describe('a table in a source', () => {
  test('of two dimensions keeps what stands above and beside each cell', () => {
    expect(
      read(
        '附件 奖励标准\n| 企业规模 | 国家级 | 省级 |\n| 大型 | 100万元 | 50万元 |\n| 中小微 | 60万元 | 30万元 |\n备注：…\n',
      ),
    ).toEqual([
      {
        columns: ['企业规模', '国家级', '省级'],
        labels: 1,
        rows: [
          ['大型', '100万元', '50万元'],
          ['中小微', '60万元', '30万元'],
        ],
      },
    ]);
  });

  test('with a header in two rows has both above its columns', () => {
    expect(
      read(
        '| 类别 | 首次认定 | 首次认定 | 复核通过 |\n| 类别 | 国家级 | 省级 | 省级 |\n| 甲 | 30万元 | 20万元 | 5万元 |\n',
      ),
    ).toEqual([
      {
        columns: ['类别', '首次认定／国家级', '首次认定／省级', '复核通过／省级'],
        labels: 1,
        rows: [['甲', '30万元', '20万元', '5万元']],
      },
    ]);
  });

  test('in markdown is read without its rule, and its serial numbers are no figures', () => {
    expect(
      read(
        '| 序号 | 档次 | 奖励 |\n|---|:---:|---|\n| 1 | 1亿元（含）以上的企业 | 20万元 |\n| 2 | 5亿元（含）以上的企业 | 50万元 |\n',
      ),
    ).toEqual([
      {
        columns: ['序号', '档次', '奖励'],
        labels: 2,
        rows: [
          ['1', '1亿元（含）以上的企业', '20万元'],
          ['2', '5亿元（含）以上的企业', '50万元'],
        ],
      },
    ]);
  });

  test('whose merged labels were not said again has them in every row, without marks of bold', () => {
    expect(
      read(
        '| 淘汰时间 | 车型 | 国三 | 国四 |\n| 2026年 | 微型 | **0.6** | 0.7 |\n|  | 中型 | 0.9 | 1.1 |\n',
      )[0]!.rows,
    ).toEqual([
      ['2026年', '微型', '0.6', '0.7'],
      ['2026年', '中型', '0.9', '1.1'],
    ]);
  });

  test('a sentence between two tables parts them, and one row is none', () => {
    const source =
      '| 甲 | 乙 |\n| 1 | 2万元 |\n对以下项目：\n| 丙 | 丁 |\n| 3 | 4万元 |\n\n\n| 只有 | 一行 |\n';
    expect(read(source).map(({ columns }) => columns)).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  test('every cell stands in the source where its span says', () => {
    const source = '前言\n|  档次 | 奖励 |\n| 甲档 |  100万元  |\n| 乙档 | |\n';
    const [table] = tablesIn(source, { start: 0, end: source.length });
    for (const { cells } of table!.rows)
      for (const { text, span } of cells) expect(source.slice(span.start, span.end)).toBe(text);
    expect(source.slice(table!.span.start, table!.span.end)).toMatch(/^档次.*乙档 \|\s*$/su);
  });
});
