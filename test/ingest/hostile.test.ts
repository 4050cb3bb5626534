/** Files made to do harm, or broken so that they do: each is read or refused with one sentence. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { UserError } from '../../src/contract/index.ts';
import { readDocument } from '../../src/ingest/read/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-hostile-'));
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const word = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('a pipe is refused at once', async () => {
  const pipe = join(folder, 'pipe.txt');
  execFileSync('mkfifo', [pipe]);
  await expect(readDocument(pipe)).rejects.toThrow(/不是普通文件/u);
});

test('a device is refused at once', async () => {
  await expect(readDocument('/dev/zero')).rejects.toThrow(/不是普通文件/u);
});

test('a file that unfolds to more than it may is refused', async () => {
  const path = file('bomb.docx', word(`<w:p/>${' '.repeat(61 * 1024 * 1024)}`));
  await expect(readDocument(path)).rejects.toThrow(UserError);
});

test('a page nested a hundred thousand deep is refused', async () => {
  const path = file('deep.html', `${'<div>'.repeat(100_000)}<p>一、支持企业。</p>`);
  await expect(readDocument(path)).rejects.toThrow(/嵌套太深/u);
});

test('a list that counts from twenty thousand millions is read', async () => {
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  for (const format of ['upperRoman', 'lowerLetter', 'chineseCounting'])
    expect(
      await readDocument(
        file(
          'list.docx',
          word(paragraph('支持企业', list), {
            'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="20000000000"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
          }),
        ),
      ),
    ).toBe('20000000000、支持企业\n');
});

test('styles that rest on each other are read', async () => {
  const styles = Array.from(
    { length: 3000 },
    (_, i) => `<w:style w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 3000}"/></w:style>`,
  ).join('');
  const path = file(
    'styles.docx',
    word(paragraph('支持企业', '<w:pStyle w:val="s0"/>'), {
      'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    }),
  );
  expect(await readDocument(path)).toContain('支持企业');
});
