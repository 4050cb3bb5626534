/** Files made to do harm, or broken so that they do: what the tests bring in one way or another, by name. */
import { strToU8, zipSync } from 'fflate';

export interface HostileFile {
  name: string;
  bytes: Uint8Array;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A docx of this body and these parts beside it. */
export const wordFile = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

export const wordParagraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const wordNumbering = (format: string): string =>
  `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="20000000000"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
export const NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** Three thousand styles, each resting on the next, the last on the first. */
const ROUND_STYLES = `<w:styles ${W}>${Array.from(
  { length: 3000 },
  (_, i) => `<w:style w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 3000}"/></w:style>`,
).join('')}</w:styles>`;

/** Says of itself that it unfolds to 4 GB: the size stands in the directory at the end, four bytes of it. */
function boastingZip(): Uint8Array {
  const zip = zipSync({ 'a.txt': strToU8('一、支持企业。'.repeat(100)) });
  const directory = zip.findIndex(
    (_byte, i) => zip[i] === 0x50 && zip[i + 1] === 0x4b && zip[i + 2] === 1 && zip[i + 3] === 2,
  );
  zip.set([0xff, 0xff, 0xff, 0xf0], directory + 24);
  return zip;
}

const OFD_ROOT = strToU8('<ofd:OFD><ofd:DocBody><ofd:DocRoot>d.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>');
const OFD_PAGE = strToU8(
  '<ofd:Page><ofd:TextObject><ofd:TextCode>支持企业</ofd:TextCode></ofd:TextObject></ofd:Page>',
);
const OFD_ITS_OWN_PAGE =
  '<ofd:OFD><ofd:DocBody><ofd:DocRoot>OFD.xml</ofd:DocRoot></ofd:DocBody><ofd:Pages><ofd:Page BaseLoc="OFD.xml"/></ofd:Pages></ofd:OFD>';
const [OPEN_TABLE, CLOSE_TABLE] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];

/** What nothing packs any smaller, as pictures and scans are. */
const noise = (megabytes: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    { length: megabytes * 1024 * 1024 },
    (_, i) => Math.imul(i ^ (i >>> 7), 2_654_435_761) >>> 24,
  );

/** Each with its maker: the large ones are made when they are wanted. */
const MAKERS: Readonly<Record<string, () => Uint8Array>> = {
  'packed-bomb.zip': () => zipSync({ '长.txt': new Uint8Array(256 * 1024 * 1024) }, { level: 9 }),
  'boasting.zip': boastingZip,
  'zip-in-zip.zip': () => zipSync({ 'inner.zip': zipSync({ 'a.txt': strToU8('一、支持企业。') }) }),
  'unfolding.docx': () => wordFile(`<w:p/>${' '.repeat(61 * 1024 * 1024)}`),
  'cut-off.docx': () => zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }).slice(0, 60),
  'counting.docx': () =>
    wordFile(wordParagraph('支持企业', NUMBERED), { 'word/numbering.xml': wordNumbering('upperRoman') }),
  'round-styles.docx': () =>
    wordFile(wordParagraph('支持企业', '<w:pStyle w:val="s0"/>'), { 'word/styles.xml': ROUND_STYLES }),
  'nested-tables.docx': () =>
    wordFile(OPEN_TABLE.repeat(2000) + wordParagraph('支持企业') + CLOSE_TABLE.repeat(2000)),
  'deep.html': () => strToU8(`${'<div>'.repeat(400_000)}<p>一、支持企业。</p>`),
  'many-rows.html': () => strToU8(`<table>${'<tr><td>支持企业</td></tr>'.repeat(40_000)}</table>`),
  'wide.html': () => strToU8('<table><tr><td>甲</td><td colspan="1000000">乙支持企业</td></tr></table>'),
  'no-real.pdf': () => new Uint8Array(3_000).fill(7),
  'one-page-again.ofd': () =>
    zipSync({
      'OFD.xml': OFD_ROOT,
      'd.xml': strToU8(
        `<ofd:Document><ofd:Pages>${'<ofd:Page BaseLoc="p.xml"/>'.repeat(2001)}</ofd:Pages></ofd:Document>`,
      ),
      'p.xml': OFD_PAGE,
    }),
  'its-own-page.ofd': () => zipSync({ 'OFD.xml': strToU8(OFD_ITS_OWN_PAGE) }),
  'merged.xlsx': () =>
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Sheet1" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
      ),
      'xl/worksheets/s.xml': strToU8(
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>支持企业</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
      ),
    }),
  'endless-line.txt': () => strToU8('一、支持企业。给予10万元奖励'.repeat(20_000)),
  'too-long.txt': () => strToU8('一、支持企业。给予10万元奖励。\n'.repeat(150_000)),
  'noise.txt': () => noise(25),
  // Nothing is wrong with it: a document of many megabytes.
  'pictures.docx': () =>
    zipSync({
      'word/document.xml': strToU8(
        `<w:document ${W}><w:body>${wordParagraph('一、支持企业。给予10万元奖励。')}</w:body></w:document>`,
      ),
      'word/media/image1.png': [noise(25), { level: 0 }],
    }),
};

export const HOSTILE_NAMES: readonly string[] = Object.keys(MAKERS);

export const hostileFile = (name: string): HostileFile => ({ name, bytes: MAKERS[name]!() });
