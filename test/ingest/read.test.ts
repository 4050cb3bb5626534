import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/contract/user-error.ts';
import { readDocument } from '../../src/ingest/read/index.ts';
import { makePdf } from './pdf-builder.ts';
import { wordDocument } from './variants.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-ingest-'));
function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const TEXT = '关于支持企业的措施\n一、支持上规。奖励10万元。\n';
/** GB18030 bytes of 措施：奖励企业10万元。 */
const GB18030 = Uint8Array.of(
  0xb4,
  0xeb,
  0xca,
  0xa9,
  0xa3,
  0xba,
  0xbd,
  0xb1,
  0xc0,
  0xf8,
  0xc6,
  0xf3,
  0xd2,
  0xb5,
  0x31,
  0x30,
  0xcd,
  0xf2,
  0xd4,
  0xaa,
  0xa1,
  0xa3,
);
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++)
    new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
};

describe('encodings', () => {
  const cases: [string, Uint8Array | string, string][] = [
    ['utf-8.txt', TEXT, TEXT],
    ['utf-8-mark.txt', `\ufeff${TEXT}`, TEXT],
    ['utf-16le.txt', utf16(`\ufeff${TEXT}`, true), TEXT],
    ['utf-16be.txt', utf16(`\ufeff${TEXT}`, false), TEXT],
    ['utf-16-unmarked.txt', utf16(TEXT, true), TEXT],
    ['gb18030.txt', GB18030, '措施：奖励企业10万元。'],
    ['gb18030.md', GB18030, '措施：奖励企业10万元。'],
  ];
  for (const [name, bytes, text] of cases)
    test(`${name} is read as it was written`, async () =>
      expect(await readDocument(file(name, bytes))).toBe(text));

  test('a web page in GB18030 that says gb2312 is read', async () => {
    const open = strToU8('<html><head><meta charset="gb2312"></head><body><p>');
    const page = new Uint8Array([...open, ...GB18030, ...strToU8('</p></body></html>')]);
    expect(await readDocument(file('page.html', page))).toBe('措施：奖励企业10万元。\n');
  });
});

describe('what cannot be read is refused with a sentence', () => {
  const encryptedPdf = strToU8(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\n3 0 obj\n<< /Filter /Standard /V 1 /R 2 /O <' +
      `${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>\nendobj\ntrailer << /Root 1 0 R /Encrypt 3 0 R /ID [<00><00>] /Size 4 >>\n%%EOF`,
  );
  const cases: [string, Uint8Array | string, RegExp][] = [
    ['empty.txt', '', /空文件/u],
    ['blank.txt', ' \n\n', /没有文字/u],
    ['picture.txt', Uint8Array.from({ length: 400 }, (_nothing, i) => (i * 7) % 32), /读不出文字/u],
    ['slides.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), /不认识/u],
    ['photo.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /是图片/u],
    ['old.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /另存为 \.docx/u],
    ['old.wps', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /另存为 \.docx/u],
    ['locked.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /密码/u],
    ['broken.docx', wordDocument(TEXT, false).slice(0, 300), /损坏/u],
    ['other.docx', zipSync({ 'a.xml': strToU8('<a/>') }), /不是完整的 docx/u],
    ['scan.pdf', makePdf([[]]), /扫描件/u],
    ['broken.pdf', '%PDF-1.4\nnothing more', /损坏/u],
    ['locked.pdf', encryptedPdf, /密码/u],
    ['broken.ofd', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /损坏/u],
  ];
  for (const [name, bytes, message] of cases)
    test(name, async () => {
      const error = await readDocument(file(name, bytes)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).message).toMatch(message);
      expect((error as UserError).message).not.toContain('\n');
    });

  test('a file that is not there', async () =>
    expect(readDocument(join(folder, 'none.txt'))).rejects.toThrow(/没有找到文件/u));
  test('a folder', async () => expect(readDocument(folder)).rejects.toThrow(/文件夹/u));
});

test('an OFD document is read in the order of its lines', async () => {
  const text = (y: number, x: number, words: string) =>
    `<ofd:TextObject Boundary="${x} ${y} 100 5" Size="5"><ofd:TextCode X="0" Y="4">${words}</ofd:TextCode></ofd:TextObject>`;
  const ofd = zipSync({
    'OFD.xml': strToU8(
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ),
    'Doc_0/Document.xml': strToU8(
      '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    ),
    'Doc_0/Pages/Page_0/Content.xml': strToU8(
      `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${text(40, 10, '一、支持企业上规。')}${text(20, 10, '若干措施')}${text(40, 110, '奖励10万元。')}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
  });
  expect(await readDocument(file('a.ofd', ofd))).toBe('若干措施\n一、支持企业上规。奖励10万元。\n');
});
