/** A small PDF with a text layer, made by hand: a font without glyphs whose codes are UTF-16 units and map to themselves. */

export interface Print {
  text: string;
  x: number;
  /** From the bottom of the page, in points. */
  y: number;
  size: number;
  /** Set askew, as a stamp or a watermark is. */
  turned?: boolean;
}

const RANGES = Array.from({ length: 256 }, (_nothing, high) => {
  const code = high.toString(16).padStart(2, '0');
  return `<${code}00> <${code}ff> <${code}00>`;
});
const block = (ranges: string[]) => `${ranges.length} beginbfrange\n${ranges.join('\n')}\nendbfrange\n`;
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${block(RANGES.slice(0, 100))}${block(RANGES.slice(100, 200))}${block(RANGES.slice(200))}endcmap end end`;

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_nothing, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join(
    '',
  );
const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A drawn line, from one point to another. */
export type Drawn = readonly [x: number, y: number, toX: number, toY: number];

export function makePdf(pages: Print[][], drawn: Drawn[][] = []): Uint8Array {
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, i) => `${7 + i * 2} 0 R`).join(' ')}] >>`,
    font,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>',
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    stream(TO_UNICODE),
  ];
  for (const [number, page] of pages.entries()) {
    const lines = (drawn[number] ?? []).map(([x, y, toX, toY]) => `${x} ${y} m ${toX} ${toY} l S`);
    const words = page.map(
      ({ text, x, y, size, turned }) =>
        `BT /F1 ${size} Tf ${turned ? '0.8 0.6 -0.6 0.8' : '1 0 0 1'} ${x} ${y} Tm <${hex(text)}> Tj ET`,
    );
    const content = [...lines, ...words].join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      stream(content),
    );
  }
  return pdfOf(objects);
}

/** The objects, the first of them the catalogue, as a file. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return new TextEncoder().encode(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}
