import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/ingest/read/docx.ts';
import { chineseNumber } from '../../src/ingest/read/docx-numbering.ts';

const SPACE =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
function docx(body: string, numbering = '', styles = ''): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${SPACE}><w:body>${body}</w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(`<?xml version="1.0"?><w:numbering ${SPACE}>${numbering}</w:numbering>`),
    'word/styles.xml': strToU8(`<?xml version="1.0"?><w:styles ${SPACE}>${styles}</w:styles>`),
  });
}
const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const p = (text: string, list?: number, depth = 0, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${list === undefined ? '' : `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const list = (id: number, abstract: number, override = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${override}</w:num>`;
const read = (body: string, numbering?: string, styles?: string) =>
  readDocx(docx(body, numbering, styles), 'a.docx')
    .trimEnd()
    .split('\n');

describe('automatic numbering of Word', () => {
  const three = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>${list(1, 0)}`;

  test('counts each level and starts deeper ones anew', () => {
    expect(
      read(
        p('甲', 1) +
          p('乙', 1, 1) +
          p('丙', 1, 2) +
          p('丁', 1, 2) +
          p('戊', 1, 1) +
          p('己', 1, 2) +
          p('庚', 1) +
          p('辛', 1, 1),
        three,
      ),
    ).toEqual(['一、甲', '（一）乙', '1.丙', '2.丁', '（二）戊', '1.己', '二、庚', '（一）辛']);
  });
  test('goes on over the chapters where the level never restarts', () => {
    const on = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>${list(1, 0)}`;
    expect(read(p('甲', 1) + p('乙', 1, 1) + p('丙', 1) + p('丁', 1, 1), on)).toEqual([
      '一、甲',
      '（一）乙',
      '二、丙',
      '（二）丁',
    ]);
  });
  test('two lists of one definition count together, one with a start of its own does not', () => {
    const lists = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '第%1条 ')}</w:abstractNum>${list(1, 0)}${list(2, 0)}${list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')}`;
    expect(read(p('甲', 1) + p('乙', 2) + p('丙', 3) + p('丁', 3), lists)).toEqual([
      '第1条 甲',
      '第2条 乙',
      '第5条 丙',
      '第6条 丁',
    ]);
  });
  test('takes the numbering of the style, also of the style it is based on; list 0 switches it off', () => {
    const styles =
      '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>';
    expect(
      read(
        p('甲', undefined, 0, 'Own') + p('乙', 0, 0, 'Own') + p('丙', undefined, 0, 'Base'),
        three,
        styles,
      ),
    ).toEqual(['一、甲', '乙', '二、丙']);
  });
  test('shows every level of 1.1 and no sign for bullets; empty paragraphs do not count', () => {
    const legal = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2 ')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum>${list(1, 0)}${list(2, 1)}`;
    expect(read(p('甲', 1) + p('', 1) + p('乙', 1, 1) + p('丙', 1, 1) + p('丁', 2), legal)).toEqual([
      '1.甲',
      '',
      '1.1 乙',
      '1.2 丙',
      '丁',
    ]);
  });
  test('writes Chinese numbers', () => {
    expect([1, 10, 11, 20, 21, 99, 100, 101, 110, 123].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '一百',
      '一百零一',
      '一百一十',
      '一百二十三',
    ]);
  });
});

describe('the text of Word', () => {
  test('a table is a line a row, a box of one cell is its lines', () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    expect(
      read(
        `<w:tbl><w:tr>${cell('项目')}${cell('标准')}</w:tr><w:tr>${cell('上规')}${cell('10万元')}</w:tr></w:tbl><w:tbl><w:tr><w:tc>${p('甲')}${p('乙')}</w:tc></w:tr></w:tbl>`,
      ),
    ).toEqual(['| 项目 | 标准 |', '| 上规 | 10万元 |', '甲', '乙']);
  });
  test('leaves out what was deleted, keeps what was put in, and reads a text box once', () => {
    const box =
      '<mc:AlternateContent><mc:Choice><w:t>框</w:t></mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent>';
    expect(
      read(
        `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:tab/><w:t>甲</w:t>${box}</w:r></w:p>`,
      ),
    ).toEqual(['新\t甲框']);
  });
});
