/** A table → lines of text. A list of policies or of questions becomes numbered items, a row each; every other table stays rows and cells. */
import { guidePartOf } from '../guide-labels.ts';
import { tableRow } from './table-row.ts';

export interface Cell {
  text: string;
  columns: number;
  rows: number;
}

/** More cells than any document has. */
const MOST_CELLS = 200_000;

/** Merged cells said again in every place they cover, so that each row can be read by itself. */
export function filledGrid(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  let cells = 0;
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const { text, columns, rows: height } of row) {
      while (grid[r]![column] !== undefined) column++;
      for (let down = r; down < Math.min(rows.length, r + Math.max(1, height)); down++)
        for (let right = column; right < column + Math.max(1, columns); right++) {
          if (++cells > MOST_CELLS) return grid.map((line) => [...line].map((cell) => cell ?? ''));
          grid[down]![right] ??= text;
        }
      column += Math.max(1, columns);
    }
  }
  return grid.map((line) => Array.from(line, (cell) => cell ?? ''));
}

export const tableLines = (grid: readonly (readonly string[])[]): string[] =>
  tableItems(grid) ?? grid.flatMap((cells) => rowLine(cells));

/** A list of policies or questions, or a guide set as a table, as numbered items; null for every other table. */
export const tableItems = (grid: readonly (readonly string[])[]): string[] | null =>
  listOf(grid) ?? guideItems(grid);

/** One text over the whole row is a heading or a remark, not a row. */
function rowLine(cells: readonly string[]): string[] {
  const said = cells.filter((cell) => cell.trim());
  if (said.length === 0) return [];
  return cells.length > 1 && new Set(said).size === 1 && said.length === cells.length
    ? [oneLine(said[0]!)]
    : [tableRow(cells)];
}

/** '政策名称', '事项', '奖补项目', '问题': the column that says what a row is called. */
const NAME =
  /^(?:(?:惠企|政策|项目|事项|措施|条款|奖补|补贴|补助|奖励|扶持|服务|支持|业务|办理)?(?:名称|事项|措施|项目|条款|标题)|政策|惠企政策|(?:常见)?(?:问题|题目|提问)(?:描述|内容)?)$/u;
const ANSWER = /^(?:问题)?(?:答案|答复|解答|回答|回复|官方答案|标准答案|参考答案)(?:内容)?$/u;
const SERIAL = /^(?:(?:问题|政策|项目)?(?:序号|编号)|号|No\.?|ID)$/iu;
/** A header says in a few characters what stands below it. */
const LONGEST_HEADER = 16;
/** A list of policies says sentences; a table of tiers has short cells. */
const LEAST_ROW = 20;

/** The rows as numbered items with 'header：value' lines, or null where the table is none of policies or questions. */
function listOf(grid: readonly (readonly string[])[]): string[] | null {
  const at = grid.slice(0, 4).findIndex(isHeader);
  if (at < 0) return null;
  const headers = grid[at]!.map(bare);
  const rows = grid.slice(at + 1).filter((cells) => cells.some((cell) => cell.trim()));
  const name = nameColumn(headers);
  const size = rows.reduce((sum, cells) => sum + cells.join('').length, 0);
  if (name < 0 || rows.length < 2 || size < rows.length * LEAST_ROW) return null;
  const answer = headers.findIndex((header) => ANSWER.test(header));
  const serials = serialsOf(headers, rows);
  const items = rows.flatMap((cells, i) => {
    const title = oneLine(cells[name] ?? '');
    if (!title) return rowLine(cells);
    const said = headers.flatMap((header, column) => {
      const value = oneLine(cells[column] ?? '');
      if (column === name || !value || SERIAL.test(header)) return [];
      const words = `${column === answer ? '答：' : header && `${header}：`}${value}`;
      return [/[。；！？.;!?]$/u.test(words) ? words : `${words}；`];
    });
    return [`${serials?.[i] ?? i + 1}. ${title}`, ...said];
  });
  return [...grid.slice(0, at).flatMap(rowLine), ...items];
}

/** A guide says at least so much of how to apply. */
const LEAST_PARTS = 3;
const LONGEST_LABEL = 14;

/** '服务对象 | 企业 | 办结时限 | 3个工作日': a guide whose rows are labels with what they say, each an item. */
function guideItems(grid: readonly (readonly string[])[]): string[] | null {
  const rows = grid.map((cells) =>
    cells.map(oneLine).filter((cell, i, all) => cell !== '' && cell !== all[i - 1]),
  );
  const pairs = rows.flatMap((cells) =>
    cells.length % 2 === 0 ? cells.flatMap((label, i) => (i % 2 === 0 ? [[label, cells[i + 1]!]] : [])) : [],
  );
  const labels = pairs.map(([label]) => label!);
  const parts = new Set(labels.flatMap((label) => guidePartOf(label) ?? []));
  const told = rows.filter(({ length }) => length % 2 === 0).length;
  if (parts.size < LEAST_PARTS || told < rows.length) return null;
  if (labels.some((label) => label.length > LONGEST_LABEL)) return null;
  return pairs.map(([label, said], i) => `${i + 1}. ${label}：${said}`);
}

const bare = (text: string): string => text.replaceAll(/\s/gu, '').replace(/[（(][^（()）]*[）)]$/u, '');
/** A cell's own lines in one: its inner numbers are no items of the document. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

const isHeader = (cells: readonly string[]): boolean =>
  cells.length >= 2 &&
  cells.every((cell) => bare(cell).length <= LONGEST_HEADER) &&
  new Set(cells.map(bare)).size >= Math.max(2, cells.length - 1) &&
  nameColumn(cells.map(bare)) >= 0;

/** '…名称' before '…事项', '项目' and the like. */
function nameColumn(headers: readonly string[]): number {
  const named = headers.findIndex((header) => NAME.test(header) && header.endsWith('名称'));
  return named >= 0 ? named : headers.findIndex((header) => NAME.test(header));
}

/** The numbers of the column 序号, where they are numbers that rise. */
function serialsOf(headers: readonly string[], rows: readonly (readonly string[])[]): string[] | null {
  const column = headers.findIndex((header) => SERIAL.test(header));
  if (column < 0) return null;
  const serials = rows.map((cells) => (cells[column] ?? '').trim());
  const rising = serials.every(
    (serial, i) => /^\d{1,4}$/u.test(serial) && (i === 0 || Number(serial) > Number(serials[i - 1])),
  );
  return rising ? serials : null;
}
