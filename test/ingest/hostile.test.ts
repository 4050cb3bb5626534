/** Files made to do harm, or broken so that they do: each is read or refused with one sentence. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { UserError } from '../../src/contract/index.ts';
import { ingestText } from '../../src/ingest/index.ts';
import { readDocument, readDocuments } from '../../src/ingest/read/index.ts';
import { readInThread } from '../../src/ingest/read/thread.ts';
import { hostileFile, NUMBERED, wordFile, wordNumbering, wordParagraph } from '../support/hostile-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-hostile-'));
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
test('a pipe is refused at once', async () => {
  const pipe = join(folder, 'pipe.txt');
  execFileSync('mkfifo', [pipe]);
  await expect(readDocument(pipe)).rejects.toThrow(/不是普通文件/u);
});

test('a device is refused at once', async () => {
  await expect(readDocument('/dev/zero')).rejects.toThrow(/不是普通文件/u);
});

test('a file that unfolds to more than it may is refused', async () => {
  const path = file('bomb.docx', wordFile(`<w:p/>${' '.repeat(61 * 1024 * 1024)}`));
  await expect(readDocument(path)).rejects.toThrow(UserError);
});

test('a page nested a hundred thousand deep is refused', async () => {
  const path = file('deep.html', `${'<div>'.repeat(100_000)}<p>一、支持企业。</p>`);
  await expect(readDocument(path)).rejects.toThrow(/嵌套太深/u);
});

test('a list that counts from twenty thousand millions is read', async () => {
  for (const format of ['upperRoman', 'lowerLetter', 'chineseCounting'])
    expect(
      await readDocument(
        file(
          'list.docx',
          wordFile(wordParagraph('支持企业', NUMBERED), {
            'word/numbering.xml': wordNumbering(format),
          }),
        ),
      ),
    ).toBe('20000000000、支持企业\n');
});

test('styles that rest on each other are read', async () => {
  const { name, bytes } = hostileFile('round-styles.docx');
  const path = file(name, bytes);
  expect(await readDocument(path)).toContain('支持企业');
});

test('an archive that names more than it may hold is refused before anything is unpacked', async () => {
  const { name, bytes } = hostileFile('boasting.zip');
  await expect(readDocuments(file(name, bytes))).rejects.toThrow(/展开后太大/u);
});

test('zip files within zip files are not opened', async () => {
  const inner = zipSync({ 'a.txt': strToU8('一、支持企业。') });
  await expect(readDocuments(file('outer.zip', zipSync({ 'inner.zip': inner })))).rejects.toThrow(
    /没有可读的文件/u,
  );
});

test('tables within tables two thousand deep are read', async () => {
  const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];
  const path = file(
    'nested.docx',
    wordFile(open.repeat(2000) + wordParagraph('支持企业') + close.repeat(2000)),
  );
  expect(await readDocument(path)).toBe('支持企业\n');
});

test('an OFD whose pages are one page again and again is refused', async () => {
  const pages = '<ofd:Page BaseLoc="p.xml"/>'.repeat(2001);
  const path = file(
    'pages.ofd',
    zipSync({
      'OFD.xml': strToU8('<ofd:OFD><ofd:DocBody><ofd:DocRoot>d.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'),
      'd.xml': strToU8(`<ofd:Document><ofd:Pages>${pages}</ofd:Pages></ofd:Document>`),
      'p.xml': strToU8(
        '<ofd:Page><ofd:TextObject><ofd:TextCode>支持企业</ofd:TextCode></ofd:TextObject></ofd:Page>',
      ),
    }),
  );
  await expect(readDocument(path)).rejects.toThrow(/太多了/u);
});

test('an OFD that is its own page is refused with one sentence', async () => {
  const self =
    '<ofd:OFD><ofd:DocBody><ofd:DocRoot>OFD.xml</ofd:DocRoot></ofd:DocBody><ofd:Pages><ofd:Page BaseLoc="OFD.xml"/></ofd:Pages></ofd:OFD>';
  await expect(readDocument(file('self.ofd', zipSync({ 'OFD.xml': strToU8(self) })))).rejects.toThrow(
    /扫描件/u,
  );
});

test('a text of one endless line is read', async () => {
  const source = await readDocument(file('line.txt', '一、支持企业。给予10万元奖励'.repeat(20_000)));
  expect(ingestText(source, { name: 'line' }).measures.length).toBeGreaterThan(0);
});

test('a table that claims a million columns stays small', async () => {
  const path = file('wide.html', '<table><tr><td>甲</td><td colspan="1000000">乙支持企业</td></tr></table>');
  expect((await readDocument(path)).length).toBeLessThan(2000);
});

test('a sheet that claims to merge all its rows stays small', async () => {
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>支持企业</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
  const path = file(
    'merged.xlsx',
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Sheet1" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
      ),
      'xl/worksheets/s.xml': strToU8(sheet),
    }),
  );
  expect((await readDocument(path)).length).toBeLessThan(3000);
});

test('an old workbook cut off in the middle is refused or read, never with a raw fault', async () => {
  const whole = readFileSync(join(import.meta.dirname, 'files/list.xls'));
  for (const share of [0.2, 0.5, 0.8, 0.95]) {
    const path = file(`cut-${share}.xls`, whole.subarray(0, Math.floor(whole.length * share)));
    const fault = await readDocument(path).then(
      () => null,
      (error: unknown) => error,
    );
    if (fault !== null) expect(fault).toBeInstanceOf(UserError);
  }
});

const LARGE = new TextEncoder().encode(`<table>${'<tr><td>支持企业</td></tr>'.repeat(40_000)}</table>`);

test('a file that needs more memory than it may is stopped with one sentence, and the next one is read', async () => {
  await expect(readInThread(LARGE, 'large.html', { milliseconds: 20_000, megabytes: 24 })).rejects.toThrow(
    /内存放不下/u,
  );
  expect(await readInThread(new TextEncoder().encode('<p>一、支持企业。</p>'), 'next.html')).toContain(
    '支持企业',
  );
});

test('a file that takes longer than it may is stopped with one sentence', async () => {
  const stopped = readInThread(LARGE, 'slow.html', { milliseconds: 5, megabytes: 512 });
  await expect(stopped).rejects.toThrow(/还没有读完/u);
});
