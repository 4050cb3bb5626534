/** What people do not see in a document is not read: hidden, struck-out and deleted words; what they see small is. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/ingest/read/docx.ts';
import { readHtml } from '../../src/ingest/read/html.ts';

const word = (body: string, footnotes = ''): string =>
  readDocx(
    zipSync({
      'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
      'word/footnotes.xml': strToU8(`<w:footnotes>${footnotes}</w:footnotes>`),
    }),
    'test.docx',
  );
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

describe('a Word document', () => {
  test.each([
    ['struck-out words', `<w:p>${run('给予')}${run('3', '<w:strike/>')}${run('5万元')}</w:p>`, '给予5万元'],
    ['words struck out twice', `<w:p>${run('8', '<w:dstrike/>')}${run('5万元')}</w:p>`, '5万元'],
    ['hidden words', `<w:p>${run('88万元', '<w:vanish/>')}${run('3万元')}</w:p>`, '3万元'],
    ['a switch that is off', `<w:p>${run('3万元', '<w:strike w:val="0"/>')}</w:p>`, '3万元'],
    ['deleted words', `<w:p><w:del>${run('9')}</w:del>${run('2万元')}</w:p>`, '2万元'],
    [
      'a deleted row',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>${run('99万元')}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>${run('1万元')}</w:p></w:tc></w:tr></w:tbl>`,
      '1万元',
    ],
    [
      'a superscript',
      `<w:p>${run('10')}${run('4', '<w:vertAlign w:val="superscript"/>')}${run('千瓦时')}</w:p>`,
      '10⁴千瓦时',
    ],
    [
      'a formula',
      `<w:p>${run('补贴额=')}<m:oMath><m:r><m:t>展位费×50%</m:t></m:r></m:oMath></w:p>`,
      '补贴额=展位费×50%',
    ],
  ])('%s', (_, body, text) => expect(word(body)).toBe(`${text}\n`));

  test('footnotes stand behind their paragraph', () => {
    expect(
      word(
        `<w:p>${run('规上企业')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
        `<w:footnote w:id="2"><w:p>${run('指年收入2000万元以上的企业')}</w:p></w:footnote>`,
      ),
    ).toBe('规上企业\n注：指年收入2000万元以上的企业\n');
  });
});

describe('a page', () => {
  test.each([
    ['struck-out words', '<p>给予<del>3</del><s>4</s>5万元</p>', '给予5万元'],
    [
      'words struck out by style',
      '<p>给予<span style="text-decoration: line-through">3</span>5万元</p>',
      '给予5万元',
    ],
    ['a superscript', '<p>10<sup>4</sup>千瓦时</p>', '10⁴千瓦时'],
    ['a list that counts on', '<ol><li>支持甲</li><li value="4">支持乙</li></ol>', '1.支持甲\n4.支持乙'],
  ])('%s', (_, html, text) => expect(readHtml(`<html><body>${html}</body></html>`)).toBe(`${text}\n`));

  test('what hides the whole page is no hidden part of it', () => {
    expect(
      readHtml('<html><body><div style="visibility: hidden"><p>一、支持企业发展。</p></div></body></html>'),
    ).toContain('支持企业');
  });
});
