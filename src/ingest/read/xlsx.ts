/** An Excel workbook (xlsx) → its text, sheet by sheet. Hidden sheets, rows and columns and struck-out words are not read. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { UserError } from '../../contract/index.ts';
import { type Sheet, sheetsText } from './sheets.ts';
import { isDayFormat, numberText } from './spreadsheet-numbers.ts';
import { openArchive } from './zip.ts';

export function readXlsx(bytes: Uint8Array, name: string): string {
  const archive = openArchive(bytes, name);
  const workbook = archive.xml('xl/workbook.xml');
  if (!workbook) throw new UserError(`“${name}”不是完整的 xlsx 文件。请用 Excel 或 WPS 打开并另存后再试。`);
  const parts = sheetParts(archive.xml('xl/_rels/workbook.xml.rels'));
  const strings = sharedStrings(archive.xml('xl/sharedStrings.xml'));
  const isDate = dateStyles(archive.xml('xl/styles.xml'));
  const sheets = workbook('sheet')
    .toArray()
    .filter((sheet) => !/hidden/iu.test(sheet.attribs.state ?? ''))
    .flatMap((sheet): Sheet[] => {
      const part = parts.get(sheet.attribs['r:id'] ?? '');
      const $ = part ? archive.xml(part) : null;
      return $ ? [readSheet($, sheet.attribs.name ?? '', { strings, isDate })] : [];
    });
  return sheetsText(sheets);
}

interface Workbook {
  strings: readonly string[];
  /** Whether cells of a style show a day. */
  isDate(style: number): boolean;
}

/** Where each sheet stands in the archive. */
function sheetParts($: CheerioAPI | null): Map<string, string> {
  const parts = new Map<string, string>();
  $?.('Relationship').each((_i, { attribs }) => {
    const target = attribs.Target ?? '';
    parts.set(attribs.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  return parts;
}

const sharedStrings = ($: CheerioAPI | null): string[] =>
  $
    ? $('si')
        .toArray()
        .map((item) => richText($, item))
    : [];

/** The words of a cell: struck-out runs and the readings above characters are left out. */
function richText($: CheerioAPI, item: Element): string {
  const runs = $(item).children('r').toArray();
  if (runs.length === 0) return $(item).children('t').text();
  return runs
    .filter((run) => {
      const strike = $(run).children('rPr').children('strike');
      return strike.length === 0 || ['0', 'false'].includes(strike.attr('val') ?? '1');
    })
    .map((run) => $(run).children('t').text())
    .join('');
}

/** Which styles of cells show a day. */
function dateStyles($: CheerioAPI | null): (style: number) => boolean {
  if (!$) return () => false;
  const codes = new Map<number, string>();
  $('numFmt').each((_i, { attribs }) => {
    codes.set(Number(attribs.numFmtId), attribs.formatCode ?? '');
  });
  const formats = $('cellXfs')
    .children('xf')
    .toArray()
    .map(({ attribs }) => Number(attribs.numFmtId));
  return (style) => isDayFormat(formats[style] ?? 0, codes.get(formats[style] ?? 0));
}

function readSheet($: CheerioAPI, name: string, workbook: Workbook): Sheet {
  const hiddenColumns = $('cols')
    .children('col')
    .toArray()
    .filter(({ attribs }) => isOn(attribs.hidden))
    .map(({ attribs }): [number, number] => [Number(attribs.min) - 1, Number(attribs.max) - 1]);
  const rows = new Map<number, Map<number, string>>();
  const hiddenRows = new Set<number>();
  let r = -1;
  $('sheetData')
    .children('row')
    .each((_i, row) => {
      r = row.attribs.r ? Number(row.attribs.r) - 1 : r + 1;
      if (isOn(row.attribs.hidden)) hiddenRows.add(r);
      const cells = new Map<number, string>();
      let column = -1;
      for (const cell of $(row).children('c').toArray()) {
        column = cell.attribs.r ? columnOf(cell.attribs.r) : column + 1;
        const text = cellText($, cell, workbook);
        if (text) cells.set(column, text);
      }
      rows.set(r, cells);
    });
  const merged = $('mergeCell')
    .toArray()
    .flatMap(({ attribs }) => rangeOf(attribs.ref ?? ''));
  return { name, rows, merged, hiddenRows, hiddenColumns };
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function cellText($: CheerioAPI, cell: Element, { strings, isDate }: Workbook): string {
  const { t: type, s: style } = cell.attribs;
  if (type === 'inlineStr') return richText($, $(cell).children('is').get(0) ?? cell);
  const value = $(cell).children('v').text();
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type === 'e' || value === '') return '';
  if (type === 'str') return value;
  return numberText(Number(value), isDate(Number(style ?? 0)));
}

/** 'C7' → 2 */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/u.exec(reference)?.[0] ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** 'A2:B5' → its four borders. */
function rangeOf(reference: string): Sheet['merged'] {
  const ends = reference.split(':');
  if (ends.length !== 2) return [];
  const [from, to] = ends.map((end) => ({ row: Number(/\d+$/u.exec(end)?.[0]) - 1, column: columnOf(end) }));
  return from && to && Number.isFinite(from.row) && Number.isFinite(to.row) ? [{ from, to }] : [];
}
