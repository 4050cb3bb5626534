/** Scans: pages go to a recogniser of its own process; what it sees becomes text for a person to check. A stand-in recogniser answers here. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/ingest/read/index.ts';
import { recognisedLines } from '../../src/ingest/read/recognised.ts';
import { recogniseScan } from '../../src/ingest/read/scan.ts';
import { pngOf } from '../../src/ingest/read/scan-images.ts';
import { pdfOf } from './pdf-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiqi-scan-test-'));
const standIn = (detect: string): string => {
  const path = join(folder, `recogniser-${detect.length}.mjs`);
  writeFileSync(path, `export default { create: async () => ({ detect: async (path) => { ${detect} } }) };`);
  return pathToFileURL(path).href;
};

/** A PDF whose pages are grey pictures and nothing else. */
function scan(pages: number): Uint8Array {
  const [width, height] = [600, 20];
  const picture = 'A'.repeat(width * height);
  const draw = 'q 595 0 0 842 0 0 cm /I Do Q';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${'5 0 R '.repeat(pages)}] >>`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${picture.length} >>\nstream\n${picture}\nendstream`,
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 3 0 R >> >> /Contents 4 0 R >>',
  ];
  return pdfOf(objects);
}
const SEES = `return [{ text: '最高20万元', mean: 0.99, box: [[10, 60], [200, 60], [200, 90], [10, 90]] },
  { text: '云府办发〔2026〕8号', mean: 0.8, box: [[10, 10], [300, 10], [300, 40], [10, 40]] }];`;

describe('a scan', () => {
  test('is read page by page, lines from top to bottom, unsure ones marked', async () => {
    const pages: number[] = [];
    const text = await recogniseScan(scan(2), 'a.pdf', {
      progress: (page) => pages.push(page),
      library: standIn(SEES),
    });
    const page = '【待核】云府办发〔2026〕8号\n最高20万元';
    expect(text).toBe(`${page}\n\f${page}`);
    expect(pages).toEqual([1, 2]);
  });
  test('in a picture is one page, handed on as it is', async () => {
    const photograph = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const tells = `const { readFileSync } = await import('node:fs'); return [{ text: readFileSync(path).length + '字节', mean: 0.99, box: [[1, 1], [9, 1], [9, 9], [1, 9]] }];`;
    expect(await recogniseScan(photograph, 'a.jpg', { progress: () => {}, library: standIn(tells) })).toBe(
      '7字节',
    );
  });
  test('without --ocr is answered with what to do', async () => {
    const path = join(folder, 'photo.jpg');
    writeFileSync(path, Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    await expect(readDocument(path)).rejects.toThrow(/是图片.*--ocr/u);
  });
  test.each([
    [
      'without the recogniser',
      'no-such-recogniser',
      scan(1),
      /npm install .*@gutenye\/ocr-node@[\d.]+ .*--ocr/u,
    ],
    ['with one that fails', standIn(`throw new Error('x')`), scan(1), /识别不了/u],
    ['with one that ends its process', standIn('process.exit(3)'), scan(1), /识别不了/u],
    ['of too many pages', standIn(SEES), scan(51), /51 页.*最多 50 页/u],
  ])('%s is refused with one sentence', async (_case, library, bytes, sentence) => {
    await expect(recogniseScan(bytes, 'a.pdf', { progress: () => {}, library })).rejects.toThrow(sentence);
  });
});

test('lines without a place or words are left out', () => {
  expect(
    recognisedLines([
      { text: '甲', mean: 1 },
      {
        text: ' ',
        mean: 1,
        box: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      },
    ]),
  ).toEqual([]);
});
test('a picture of one bit a point becomes a PNG of one bit a point', () => {
  const png = Buffer.from(pngOf({ width: 10, height: 2, data: Uint8Array.from([0xff, 0xc0, 0, 0x40]) }));
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([10, 2, 1, 0]);
  const length = png.readUInt32BE(33);
  expect([...inflateSync(png.subarray(41, 41 + length))]).toEqual([0, 0xff, 0xc0, 0, 0, 0x40]);
});
