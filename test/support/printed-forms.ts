/** One invented document in the forms that offices print, save and send it in. What is to be read from it is the same in all of them. */
import { strToU8, zipSync } from 'fflate';
import { type Drawn, makePdf, type Print } from '../ingest/pdf-builder.ts';
import { wrapLine } from '../ingest/variants.ts';
import { workbook } from './workbook.ts';

/** A line or a table, from top to bottom. */
export type Block = string | { table: string[][] };
export interface InventedDocument {
  /** Printed in the middle, large. */
  title: string;
  number: string;
  body: Block[];
  /** Who signs, and the day; printed on the right. */
  signed: [string, string];
  annex?: Block[];
}

/** A file's name, which tells its kind, and its bytes. */
export interface Form {
  file: string;
  bytes: Uint8Array;
}

const RUNNING_HEAD = '云溪市人民政府公报　　2026年第3期';
const spaced = (text: string): string => [...text].join(' ');
const isTable = (block: Block): block is { table: string[][] } => typeof block !== 'string';
const blocksOf = ({ title, number, body, signed, annex = [] }: InventedDocument): Block[] => [
  title,
  number,
  ...body,
  ...signed,
  ...annex,
];

export const FORMS: Record<string, (document: InventedDocument) => Form> = {
  'text, a line a paragraph': (document) => text(document, (line) => [line]),
  'text, lines of a printed page': (document) => text(document, (line) => wrapLine(line)),
  'text, a blank line between all lines': (document) => text(document, (line) => [line, '']),
  'text, indented and set apart': (document) =>
    text({ ...document, title: spaced(document.title) }, (line) => [`　　${line}`]),
  'docx, plain': (document) => docx(document, {}),
  'docx, header, footer and stamp': (document) => docx(document, { furniture: true }),
  'docx, every character a run': (document) => docx(document, { cut: true }),
  'docx, title set apart over two lines': (document) => docx(document, { spacedTitle: true }),
  'html, plain': (document) => html(document, { frame: false }),
  'html, a saved page with its frame': (document) => html(document, { frame: true }),
  'html, lines in one paragraph': (document) => html(document, { frame: true, breaks: true }),
  'html, as Word saves it': (document) => html(document, { frame: false, word: true }),
  'pdf, one column': (document) => pdf(document, {}),
  'pdf, running heads and page numbers': (document) => pdf(document, { furniture: true }),
  'pdf, two columns': (document) => pdf(document, { columns: 2 }),
  'pdf, fake bold': (document) => pdf(document, { bold: true }),
  'pdf, every character by itself': (document) => pdf(document, { cut: true }),
  'pdf, title set apart, with a stamp': (document) => pdf(document, { spacedTitle: true, stamp: true }),
  'xlsx, a line a row': (document) => ({
    file: 'form.xlsx',
    bytes: workbook([
      {
        name: 'Sheet1',
        rows: blocksOf(document).flatMap((block) => (isTable(block) ? block.table : [[block]])),
      },
    ]),
  }),
};

function text(document: InventedDocument, print: (line: string) => string[]): Form {
  const lines = blocksOf(document).flatMap((block) =>
    isTable(block) ? block.table.map((cells) => cells.join('\t')) : print(block),
  );
  return { file: 'form.txt', bytes: strToU8(lines.join('\n')) };
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function docx(
  document: InventedDocument,
  { furniture, cut, spacedTitle }: { furniture?: boolean; cut?: boolean; spacedTitle?: boolean },
): Form {
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
  const paragraph = (words: string) => `<w:p>${cut ? [...words].map(run).join('') : run(words)}</w:p>`;
  const title = spacedTitle ? brokenTitle(document.title).map(spaced) : [document.title];
  const body = [...title, ...blocksOf(document).slice(1)]
    .map((block) =>
      isTable(block)
        ? `<w:tbl>${block.table.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
        : paragraph(block),
    )
    .join('');
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const stamp = furniture
    ? `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata/></v:shape></w:pict></w:r></w:p>`
    : '';
  return {
    file: 'form.docx',
    bytes: zipSync({
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document ${space}><w:body>${body}${stamp}</w:body></w:document>`,
      ),
      ...(furniture && {
        'word/header1.xml': strToU8(`<w:hdr ${space}>${paragraph(RUNNING_HEAD)}</w:hdr>`),
        'word/footer1.xml': strToU8(`<w:ftr ${space}>${paragraph('— 1 —')}</w:ftr>`),
      }),
    }),
  };
}

/** A long title as offices break it: behind the words that say whom and what about. */
const brokenTitle = (title: string): string[] => {
  const at = title.indexOf('关于');
  return at > 0 ? [title.slice(0, at), title.slice(at)] : [title];
};

function html(
  document: InventedDocument,
  { frame, breaks, word }: { frame: boolean; breaks?: boolean; word?: boolean },
): Form {
  const lines = blocksOf(document).map((block) => {
    if (isTable(block))
      return `<table>${block.table.map((cells) => `<tr>${cells.map((cell) => `<td><p>${escaped(cell)}</p></td>`).join('')}</tr>`).join('')}</table>`;
    if (breaks) return `&#12288;&#12288;${escaped(block)}<br>`;
    return word
      ? `<p class=MsoNormal style='text-indent:32pt'><span lang=EN-US>${escaped(block.slice(0, 3))}</span><span style='mso-spacerun:yes'>${escaped(block.slice(3))}<o:p></o:p></span></p>`
      : `<p>${escaped(block)}</p>`;
  });
  const content = breaks ? `<p>${lines.join('\n')}</p>` : lines.join('\n');
  const head = `<div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">互动交流</a></div><div class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 规范性文件</div><div class="info">发布时间：2026-04-09　来源：市政府办公室　浏览次数：128</div>`;
  const foot =
    '<div class="share">【打印本页】【关闭窗口】</div><div class="foot">主办单位：云溪市人民政府办公室　ICP备12345678号　网站标识码：0000000000</div>';
  return {
    file: 'form.html',
    bytes: strToU8(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${document.title}_云溪市人民政府</title></head><body>${frame ? head : ''}<div class="content">${content}</div>${frame ? foot : ''}</body></html>`,
    ),
  };
}

interface PdfOptions {
  furniture?: boolean;
  columns?: 1 | 2;
  bold?: boolean;
  cut?: boolean;
  spacedTitle?: boolean;
  stamp?: boolean;
}

const LEFT = 72;
const TOP = 760;
const BOTTOM = 90;

function pdf(document: InventedDocument, options: PdfOptions): Form {
  const size = options.columns === 2 ? 10 : 15;
  const width = options.columns === 2 ? 20 : 30;
  const step = size * 1.7;
  const pages: Print[][] = [[]];
  const drawn: Drawn[][] = [[]];
  let column = 0;
  let y = TOP;
  const down = (lines: number) => {
    y -= step * lines;
    if (y >= BOTTOM) return;
    y = TOP;
    column = (column + 1) % (options.columns ?? 1);
    if (column > 0) return;
    pages.push([]);
    drawn.push([]);
  };
  const print = (words: string, x: number, large = size) =>
    pages.at(-1)!.push({ text: words, x, y, size: large });
  const middle = (words: string) => {
    print(words, Math.max(LEFT, 297 - words.length * size * (options.spacedTitle ? 0.45 : 0.6)), size * 1.2);
    down(1.3);
  };
  const title = options.spacedTitle
    ? brokenTitle(document.title).flatMap((line) => wrapLine(line, 14))
    : wrapLine(document.title, 22);
  for (const line of title) middle(options.spacedTitle ? spaced(line) : line);
  middle(document.number);
  const left = () => LEFT + column * (width + 2) * size;
  const paragraph = (words: string) => {
    const [first = '', ...rest] = wrapLine(words, width - 2);
    for (const [i, line] of [first, ...wrapLine(rest.join(''), width)].entries()) {
      if (!line) continue;
      print(line, left() + (i === 0 ? 2 * size : 0));
      down(1);
    }
  };
  const table = (rows: string[][]) => {
    const cellWidth = Math.floor((width - rows[0]!.length) / rows[0]!.length);
    const edges = Array.from(
      { length: rows[0]!.length + 1 },
      (_nothing, c) => left() - 3 + c * (cellWidth + 1.5) * size,
    );
    const line = (...ends: Drawn) => drawn.at(-1)!.push(ends);
    for (const cells of rows) {
      const lines = cells.map((cell) => wrapLine(cell, cellWidth));
      const height = Math.max(...lines.map(({ length }) => length)) * step * 0.8;
      // A row is not broken over pages.
      if (y - height < BOTTOM) down(BOTTOM);
      const top = y + size;
      for (const [c, cell] of lines.entries())
        for (const [i, words] of cell.entries())
          pages
            .at(-1)!
            .push({ text: words, x: left() + c * (cellWidth + 1.5) * size, y: y - i * step * 0.8, size });
      const bottom = top - height;
      for (const at of [top, bottom]) line(edges[0]!, at, edges.at(-1)!, at);
      for (const edge of edges) line(edge, top, edge, bottom);
      y = bottom - size;
    }
    down(0.5);
  };
  const show = (blocks: readonly Block[]) => {
    for (const block of blocks) isTable(block) ? table(block.table) : paragraph(block);
  };
  show(document.body);
  for (const line of document.signed) {
    print(line, left() + (width - line.length - 2) * size);
    down(1);
  }
  show(document.annex ?? []);
  return {
    file: 'form.pdf',
    bytes: makePdf(
      pages.map((page, i) => furnished(page, i + 1, options)),
      drawn,
    ),
  };
}

/** What else stands on a printed page. */
function furnished(page: Print[], number: number, { furniture, bold, cut, stamp }: PdfOptions): Print[] {
  const pieces = cut ? page.flatMap(byCharacter) : page;
  const doubled = bold ? pieces.flatMap((piece) => [piece, { ...piece, x: piece.x + 0.4 }]) : pieces;
  return [
    ...doubled,
    ...(furniture
      ? [
          { text: RUNNING_HEAD, x: LEFT, y: 800, size: 9 },
          { text: `— ${number} —`, x: 280, y: 50, size: 10 },
        ]
      : []),
    ...(stamp ? [{ text: '云溪市人民政府办公室', x: 380, y: 300, size: 12, turned: true }] : []),
  ];
}

function byCharacter(piece: Print): Print[] {
  let x = piece.x;
  return [...piece.text].map((character) => {
    const at = x;
    x += character.charCodeAt(0) < 0x7f ? piece.size / 2 : piece.size;
    return { ...piece, text: character, x: at };
  });
}
