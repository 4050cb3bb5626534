/** The pictures of a scan: its pages as PNG files, so that a recogniser can read them. */
import { crc32, deflateSync } from 'node:zlib';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { UserError } from '../../contract/index.ts';

/** Recognising takes long: more pages are asked for in parts. */
export const MOST_SCANNED_PAGES = 50;
/** A stamp or a logo is smaller, in pixels. */
const NARROWEST = 500;

/** Each page's picture, one after the other; a picture is its own page. Throws UserError for too many pages. */
export async function* scannedPages(bytes: Uint8Array, name: string): AsyncGenerator<Uint8Array | null> {
  if (!Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('%PDF'))) {
    yield bytes;
    return;
  }
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  if (document.numPages > MOST_SCANNED_PAGES)
    throw new UserError(
      `“${name}”是 ${document.numPages} 页的扫描件，文字识别一次最多 ${MOST_SCANNED_PAGES} 页。请拆成几份后再试。`,
    );
  const { OPS } = await getResolvedPDFJS();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const pictures: Picture[] = [];
    for (const [i, operator] of fnArray.entries()) {
      if (operator !== OPS.paintImageXObject) continue;
      const [key] = argsArray[i] as [string];
      const picture = await new Promise<Picture | null>((resolve) =>
        (key.startsWith('g_') ? page.commonObjs : page.objs).get(key, resolve),
      );
      if (picture?.data && picture.width >= NARROWEST) pictures.push(picture);
    }
    const largest = pictures.sort((one, other) => other.width * other.height - one.width * one.height)[0];
    yield largest ? pngOf(largest) : null;
    page.cleanup();
  }
}

export interface Picture {
  width: number;
  height: number;
  /** A bit a point, or 1, 3 or 4 bytes a point, by row. */
  data: Uint8Array | Uint8ClampedArray;
}

/** As defined by the PNG specification (ISO/IEC 15948): a header, the compressed rows, an end. */
export function pngOf({ width, height, data }: Picture): Uint8Array {
  const size = data.length / (width * height);
  const isBits = size < 1;
  const row = isBits ? Math.ceil(width / 8) : width * size;
  const colour = isBits || size === 1 ? 0 : size === 3 ? 2 : 6;
  const rows = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([isBits ? 1 : 8, colour], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
