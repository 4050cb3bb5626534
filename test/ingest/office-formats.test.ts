/** Documents as offices have them besides docx and pdf: old Word, Excel old and new, zip files. The two binary files were made with LibreOffice. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ingestText, readDocument, readDocuments } from '../../src/ingest/index.ts';
import { workbook } from '../support/workbook.ts';

const FILES = join(import.meta.dirname, 'files');
const folder = mkdtempSync(join(tmpdir(), 'huiqi-office-'));
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const idsAndTitles = (source: string) =>
  ingestText(source, { name: 'list' }).measures.map(({ number, title }) => `${number} ${title}`);

describe('an old Word document', () => {
  test('is read with its table, and without what is struck out or hidden', async () => {
    const text = await readDocument(join(FILES, 'grants.doc'));
    expect(text).toContain('给予5万元奖励');
    expect(text).not.toMatch(/35|88万元/u);
    expect(text).toContain('| 甲级 | 30万元 |\n| 乙级 | 10万元 |');
    const { number, validUntil, measures } = ingestText(text, { name: 'grants.doc' });
    expect([number?.value, validUntil?.value, measures.length]).toEqual([
      '某政办发〔2025〕9号',
      '2027-12-31',
      3,
    ]);
  });
  test('that is none is refused with one sentence', async () => {
    const path = file('broken.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(7)]));
    await expect(readDocument(path)).rejects.toThrow(/另存为 \.docx/u);
  });
});

describe('a list of policies in Excel', () => {
  const LIST = ['1 首次贷款贴息', '2 稳岗补助'];
  test('of before 2007 has a measure a row, merged cells said again', async () => {
    const text = await readDocument(join(FILES, 'list.xls'));
    expect(idsAndTitles(text)).toEqual(LIST);
    expect(text.match(/支持对象：在本市注册的小微企业/gu)).toHaveLength(2);
  });
  test('of today likewise; hidden rows, columns and sheets and struck-out words are left out', async () => {
    const rows = [
      ['序号', '政策名称', '支持标准', '内部备注'],
      ['1', '首次贷款贴息', '按贷款利息的50%给予贴息，单户企业每年最高不超过20万元', '勿外传'],
      [
        '2',
        '稳岗补助',
        { runs: ['每人每年给予', { struck: '8000' }, '500元，单个企业最高不超过10万元，按年申领'] },
        '勿外传',
      ],
      ['3', '已停止的补助', '给予99万元', '勿外传'],
    ];
    const path = file(
      'list.xlsx',
      workbook([
        { name: '清单', rows, hiddenRows: [3], hiddenColumns: [3] },
        { name: '内部', rows: [['66万元']], hidden: true },
      ]),
    );
    const text = await readDocument(path);
    expect(idsAndTitles(text)).toEqual(LIST);
    expect(text).toContain('支持标准：每人每年给予500元');
    expect(text).not.toMatch(/勿外传|99万元|66万元|8000/u);
  });
  test('of tiers stays a table', async () => {
    const path = file(
      'tiers.xlsx',
      workbook([
        {
          name: '标准',
          rows: [
            ['等级', '奖励'],
            ['甲级', '30万元'],
            ['乙级', '10万元'],
          ],
        },
      ]),
    );
    expect(await readDocument(path)).toBe('标准\n| 等级 | 奖励 |\n| 甲级 | 30万元 |\n| 乙级 | 10万元 |\n');
  });
  test('of questions has a measure a question', async () => {
    const answer = '在本市依法注册、信用良好、上一年度没有重大违法记录的中小微企业都可以申请这项补助。';
    const path = file(
      'qa.xlsx',
      workbook([
        {
          name: 'Sheet1',
          rows: [
            ['序号', '问题', '答案'],
            ['1', '哪些企业可以申请？', answer],
            ['2', '多久能拿到钱？', answer],
          ],
        },
      ]),
    );
    expect(idsAndTitles(await readDocument(path))).toEqual(['1 哪些企业可以申请？', '2 多久能拿到钱？']);
  });
  test('shows days as days and numbers without the noise of fractions', async () => {
    const path = file(
      'days.xlsx',
      workbook([
        {
          name: '日期',
          rows: [
            ['截止', { day: 46112 }],
            ['比例', { number: 0.1 + 0.2 }],
          ],
        },
      ]),
    );
    expect(await readDocument(path)).toBe('日期\n| 截止 | 2026-03-31 |\n| 比例 | 0.3 |\n');
  });
});

describe('a zip file', () => {
  test('is its documents, by name; what is none is left out', async () => {
    const path = file(
      'all.zip',
      zipSync({
        '乙.txt': strToU8('二、支持技改。给予20万元。'),
        '甲.txt': strToU8('一、支持上云。给予10万元。'),
        'photo.jpg': strToU8('x'),
        '__MACOSX/._甲.txt': strToU8('x'),
      }),
    );
    expect((await readDocuments(path)).map(({ name }) => name)).toEqual(['甲.txt', '乙.txt']);
  });
  test('in which one cannot be read hands out the others, and its sentence', async () => {
    const path = file(
      'mixed.zip',
      zipSync({ '甲.txt': strToU8('一、支持上云。给予10万元。'), '坏.pdf': strToU8('x') }),
    );
    expect(await readDocuments(path)).toEqual([
      { name: '坏.pdf', problem: expect.stringMatching(/^“坏\.pdf”/u) },
      { name: '甲.txt', text: '一、支持上云。给予10万元。' },
    ]);
  });
  test('without documents is refused with one sentence', async () => {
    await expect(readDocuments(file('none.zip', zipSync({ 'photo.jpg': strToU8('x') })))).rejects.toThrow(
      /没有可读的文件/u,
    );
  });
  test('of more than it may hold is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_, i) => [`${i}.txt`, strToU8('一、支持企业。')]),
    );
    await expect(readDocuments(file('many.zip', zipSync(many)))).rejects.toThrow(/太多/u);
  });
});
