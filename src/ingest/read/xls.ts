/** An old Excel workbook (xls) → its text, sheet by sheet. Hidden sheets, rows and columns are not read. */
import BufferReader from 'word-extractor/lib/buffer-reader.js';
import OleCompoundDoc from 'word-extractor/lib/ole-compound-doc.js';
import { UserError } from '../../contract/index.ts';
import { RECORD, readRecords, readSharedStrings, readShortNumber, readString } from './biff.ts';
import { type Sheet, sheetsText } from './sheets.ts';
import { isDayFormat, numberText } from './spreadsheet-numbers.ts';

export async function readXls(bytes: Uint8Array, name: string): Promise<string> {
  const stream = await workbookStream(bytes);
  if (!stream)
    throw new UserError(
      `“${name}”打不开：不是 Excel 97 以后的 xls，或已损坏。请用 Excel 或 WPS 另存为 .xlsx 后再试。`,
    );
  const book = readBook(stream, name);
  return sheetsText(book.sheets.map(({ title, at }) => readSheet(stream, at, title, book)));
}

async function workbookStream(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    const reader = new BufferReader(Buffer.from(bytes));
    await reader.open();
    const file = new OleCompoundDoc(reader);
    await file.read();
    const stream = file.stream('Workbook');
    if (!stream) return null;
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}

interface Book {
  sheets: { title: string; at: number }[];
  strings: string[];
  /** By the cell's style: whether its number shows a day. */
  days: boolean[];
}

/** What stands before the first sheet. */
function readBook(stream: Buffer, name: string): Book {
  const sheets: Book['sheets'] = [];
  const shared: Buffer[] = [];
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inStrings = false;
  for (const { type, data } of readRecords(stream, 0)) {
    if (type === RECORD.end) break;
    if (type === RECORD.password) throw new UserError(`“${name}”有密码保护。请去掉密码另存后再试。`);
    if (type === RECORD.strings || (inStrings && type === RECORD.more)) shared.push(data);
    inStrings = type === RECORD.strings || (inStrings && type === RECORD.more);
    if (type === RECORD.sheet && (data[4]! & 3) === 0 && data[5] === 0)
      sheets.push({ at: data.readUInt32LE(0), title: readString(data, 6, 1) });
    if (type === RECORD.format) formats.set(data.readUInt16LE(0), readString(data, 2, 2));
    if (type === RECORD.style) styles.push(data.readUInt16LE(2));
  }
  return {
    sheets,
    strings: readSharedStrings(shared),
    days: styles.map((format) => isDayFormat(format, formats.get(format))),
  };
}

function readSheet(stream: Buffer, at: number, name: string, { strings, days }: Book): Sheet {
  const rows = new Map<number, Map<number, string>>();
  const hiddenRows = new Set<number>();
  const hiddenColumns: [number, number][] = [];
  const merged: Sheet['merged'] = [];
  let formula: { row: number; column: number } | null = null;
  const put = (row: number, column: number, text: string) => {
    const cells = rows.get(row) ?? new Map<number, string>();
    rows.set(row, cells);
    if (text) cells.set(column, text);
  };
  const number = (value: number, style: number) => numberText(value, days[style] ?? false);
  for (const { type, data } of readRecords(stream, at)) {
    if (type === RECORD.end) break;
    const [row, column, style] = data.length >= 6 ? [0, 2, 4].map((place) => data.readUInt16LE(place)) : [];
    if (type === RECORD.formulaString && formula) put(formula.row, formula.column, readString(data, 0, 2));
    if (row === undefined || column === undefined || style === undefined) continue;
    if (type === RECORD.string) put(row, column, strings[data.readUInt32LE(6)] ?? '');
    else if (type === RECORD.label) put(row, column, readString(data, 6, 2));
    else if (type === RECORD.number) put(row, column, number(data.readDoubleLE(6), style));
    else if (type === RECORD.shortNumber)
      put(row, column, number(readShortNumber(data.readInt32LE(6)), style));
    else if (type === RECORD.manyNumbers)
      for (let place = 4, next = column; place + 6 <= data.length - 2; place += 6, next++)
        put(row, next, number(readShortNumber(data.readInt32LE(place + 2)), data.readUInt16LE(place)));
    else if (type === RECORD.formula) {
      const ofText = data.readUInt16LE(12) === 0xffff;
      formula = ofText && data[6] === 0 ? { row, column } : null;
      if (!ofText) put(row, column, number(data.readDoubleLE(6), style));
    } else if (type === RECORD.row && data.readUInt16LE(12) & 0x20) hiddenRows.add(row);
    else if (type === RECORD.column && data.readUInt16LE(8) & 1) hiddenColumns.push([row, column]);
    else if (type === RECORD.merged)
      for (let place = 2; place + 8 <= data.length; place += 8) {
        const [top, bottom, left, right] = [0, 2, 4, 6].map((part) => data.readUInt16LE(place + part));
        merged.push({ from: { row: top!, column: left! }, to: { row: bottom!, column: right! } });
      }
  }
  return { name, rows, merged, hiddenRows, hiddenColumns };
}
