/** Makes Excel workbooks (xlsx) out of rows, for tests. */
import { strToU8, zipSync } from 'fflate';

type Value = string | { runs: (string | { struck: string })[] } | { day: number } | { number: number };
export interface TestSheet {
  name: string;
  rows: Value[][];
  hidden?: boolean;
  /** From 0. */
  hiddenRows?: number[];
  hiddenColumns?: number[];
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function workbook(sheets: readonly TestSheet[]): Uint8Array {
  const strings: string[] = [];
  const parts = sheets.map((sheet) => sheetXml(sheet, strings));
  const named = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const related = sheets.map(
    (_sheet, i) => `<Relationship Id="r${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook><sheets>${named.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${related.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    ...Object.fromEntries(parts.map((part, i) => [`xl/worksheets/sheet${i + 1}.xml`, strToU8(part)])),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.join('')}</sst>`),
  });
}

function sheetXml({ rows, hiddenRows = [], hiddenColumns = [] }: TestSheet, strings: string[]): string {
  const shared = (item: string) => `t="s"><v>${strings.push(`<si>${item}</si>`) - 1}</v>`;
  const cell = (value: Value): string => {
    if (typeof value === 'string') return shared(`<t>${escaped(value)}</t>`);
    if ('day' in value) return `s="1"><v>${value.day}</v>`;
    if ('number' in value) return `s="0"><v>${value.number}</v>`;
    return shared(
      value.runs
        .map((run) =>
          typeof run === 'string'
            ? `<r><t>${escaped(run)}</t></r>`
            : `<r><rPr><strike/></rPr><t>${escaped(run.struck)}</t></r>`,
        )
        .join(''),
    );
  };
  const columns = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`);
  const lines = rows.map(
    (values, r) =>
      `<row r="${r + 1}"${hiddenRows.includes(r) ? ' hidden="1"' : ''}>${values.map((value, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" ${cell(value)}</c>`).join('')}</row>`,
  );
  return `<worksheet><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}
