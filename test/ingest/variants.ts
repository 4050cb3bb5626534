/** The same document as different offices would hand it in: cut into printed lines, over pages, as Word, as a web page. */
import { strToU8, zipSync } from 'fflate';
import { readOrdinal } from '../../src/ingest/ordinal.ts';
import { makePdf, type Print } from './pdf-builder.ts';

const WIDTH = 28;
const NOT_AT_START = '，。；：、！？）】］〕”》';

/** Cuts a paragraph into lines of 28 characters, as a printed page has them. */
export function wrapLine(paragraph: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let rest = paragraph.trim();
  while (rest) {
    let end = 0;
    for (let columns = 0; end < rest.length && columns < width * 2; end++)
      columns += rest.charCodeAt(end) < 0x2e80 ? 1 : 2;
    while (end < rest.length && NOT_AT_START.includes(rest[end]!)) end++;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return lines;
}

const paragraphs = (source: string): string[] => source.split('\n').filter((line) => line.trim());

/** Every line divided by a blank line, with page numbers inside sentences. */
export const printed = (source: string): string =>
  withPages(
    paragraphs(source).flatMap((line) => wrapLine(line)),
    (page) => ['', `- ${page} -`, ''],
  ).join('\n\n');

/** Form feeds, a running header and a page number, wherever the page happens to end. */
export const paged = (source: string): string =>
  withPages(
    paragraphs(source).flatMap((line) => wrapLine(line, 34)),
    (page) => [`— ${page} —`, '\f某某市人民政府公报'],
  ).join('\n');

function withPages(lines: string[], foot: (page: number) => string[]): string[] {
  const every = 17;
  return lines.flatMap((line, i) => ((i + 1) % every === 0 ? [line, ...foot((i + 1) / every)] : [line]));
}

/** Paragraphs indented by two full-width blanks, lines cut without blank lines between them. */
export const indented = (source: string): string =>
  paragraphs(source)
    .map((line) =>
      wrapLine(`　　${line.trim()}`)
        .map((part, i) => (i ? part : `　　${part}`))
        .join('\n'),
    )
    .join('\n');

const asXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const webPage = (source: string): string =>
  `<!DOCTYPE html><html><head><meta charset="gb2312"><title>网站</title><script>var a="第一条";</script></head><body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div><div class="content">${paragraphs(
    source,
  )
    .map((line) => `<p>${asXml(line.trim())}</p>`)
    .join('\n')}</div><div class="foot">主办单位：某某市人民政府办公室　ICP备12345678号</div></body></html>`;

/** Numbering that Word counts: the kinds that the builder turns into w:numPr, by level of one list. */
const AUTOMATIC = {
  han: { level: 0, format: 'chineseCounting', text: '%1、' },
  hanParen: { level: 1, format: 'chineseCounting', text: '（%2）' },
  digit: { level: 2, format: 'decimal', text: '%3.' },
} as const;

/** A Word document; with `automatic`, numbers that Word would count itself are taken out of the text. */
export function wordDocument(source: string, automatic: boolean): Uint8Array {
  const counts = new Map<number, number>();
  const body = paragraphs(source)
    .map((line) => {
      const text = line.trim();
      const ordinal = automatic ? readOrdinal(text.replaceAll(/\s+/gu, '')) : null;
      const style =
        ordinal && Object.hasOwn(AUTOMATIC, ordinal.kind)
          ? AUTOMATIC[ordinal.kind as keyof typeof AUTOMATIC]
          : null;
      const next = style ? (counts.get(style.level) ?? 0) + 1 : 0;
      const counted = style && ordinal!.value === next;
      if (counted) {
        counts.set(style.level, next);
        for (const level of [...counts.keys()]) if (level > style.level) counts.delete(level);
      }
      const properties = counted
        ? `<w:pPr><w:numPr><w:ilvl w:val="${style.level}"/><w:numId w:val="3"/></w:numPr></w:pPr>`
        : '';
      const shown = counted ? text.slice(ordinal!.length) : text;
      const cut = Math.floor(shown.length / 2);
      return `<w:p>${properties}<w:r><w:t xml:space="preserve">${asXml(shown.slice(0, cut))}</w:t></w:r><w:r><w:t xml:space="preserve">${asXml(shown.slice(cut))}</w:t></w:r></w:p>`;
    })
    .join('');
  const levels = Object.values(AUTOMATIC)
    .map(
      ({ level, format, text }) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('');
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${space}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(
      `<?xml version="1.0"?><w:numbering ${space}><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
    ),
  });
}

const SIZE = 16;
const PAGE_LINES = 22;

/** A4 pages as an office prints them: first lines indented, a header and a page number on each. */
export function printedPdf(source: string): Uint8Array {
  const lines = paragraphs(source).flatMap((paragraph) => {
    const [first = '', ...rest] = wrapLine(paragraph, 26);
    return [
      { text: first, x: 72 + 2 * SIZE },
      ...wrapLine(rest.join(''), 28).map((text) => ({ text, x: 72 })),
    ];
  });
  const pages: Print[][] = [];
  for (let from = 0; from < lines.length; from += PAGE_LINES) {
    const page = lines
      .slice(from, from + PAGE_LINES)
      .map(({ text, x }, i) => ({ text, x, y: 750 - i * 28, size: SIZE }));
    pages.push([...page, { text: `— ${pages.length + 1} —`, x: 280, y: 60, size: 12 }]);
  }
  return makePdf(pages);
}
