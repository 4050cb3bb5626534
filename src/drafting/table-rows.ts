/** The columns of a table: which say what is paid, which for whom; and the conditions that a row of it sets. */
import { figureOfCell, type Table } from '../policy/index.ts';
import { type Bound, boundOf } from './bounds.ts';
import type { Flag } from './conditions.ts';
import { GRANT } from './cues.ts';
import type { DraftRow } from './draft.ts';
import { boundsOf } from './figures-of.ts';
import type { Items } from './items.ts';
import type { Payment } from './payment.ts';
import type { Marked } from './role.ts';

export interface Column {
  header: string;
  /** One a row; what a merged cell left empty is said again. */
  cells: string[];
  kind: 'sum' | 'bound' | 'words' | 'remark' | 'serial';
}

const REMARK = /^(?:备注|说明|注|依据|责任单位|责任部门|主管部门|申报材料|联系人)/u;
const SERIAL = /^(?:序号|编号|项次)$/u;

export function columnsOf({ columns, labels, rows }: Table): Column[] {
  const all = columns.map((header, i) => ({
    header,
    cells: rows.map((row) => (i < labels ? row.labels[i]! : row.cells[i - labels]!.text)),
  }));
  const isSum = ({ header, cells }: { header: string; cells: string[] }) =>
    mostly(cells, (cell) => figureOfCell(cell, header)?.kind === 'money' && !isOpen(cell, header));
  const sums = all.filter((column, i) => i > 0 && isSum(column));
  // 营业收入 and 奖励金额 are both money: the one that is named as given is.
  const given = sums.filter(({ header }) => GRANT.test(header) || /标准|额度|金额|限额/u.test(header));
  const paying = given.length > 0 ? given : sums;
  return all.map((column): Column => {
    const { header, cells } = column;
    if (SERIAL.test(header)) return { ...column, kind: 'serial' };
    if (paying.includes(column)) return { ...column, kind: 'sum' };
    if (REMARK.test(header)) return { ...column, kind: 'remark' };
    const measured = cells.some((cell) => figureOfCell(cell, header) !== null);
    return { ...column, kind: measured ? 'bound' : 'words' };
  });
}

const mostly = (cells: readonly string[], test: (cell: string) => boolean): boolean =>
  cells.filter(test).length > cells.filter((cell) => cell !== '').length / 2;

/** 1000万元以上 and 100—500 leave room: conditions, and no sums. */
function isOpen(cell: string, header: string): boolean {
  const figure = figureOfCell(cell, header);
  return figure !== null && boundsOf(figure).min !== null;
}

interface RowConditions {
  bounds: Bound[];
  flags: Flag[];
  item: Payment['item'];
  troubles: string[];
}

/** `about`: what the sentence above speaks of. */
export function conditionsOfRow(columns: readonly Column[], row: number, about: string): RowConditions {
  const found: RowConditions = { bounds: [], flags: [], item: null, troubles: [] };
  for (const column of columns) {
    const cell = column.cells[row]!;
    if (cell === '' || column.kind === 'sum' || column.kind === 'serial') continue;
    if (column.kind === 'remark') found.troubles.push(`表格的“${column.header}”一栏另有说明`);
    else if (column.kind === 'bound') {
      const bound = boundOfCell(cell, column.header);
      if (bound) found.bounds.push(bound);
      else found.troubles.push(`表格里的“${cell}”没有读出来`);
    } else if (found.item === null) found.item = itemOf(column, row, about);
    else found.flags.push({ kind: 'flag', words: cell, start: 0, end: 0 });
  }
  return found;
}

/** The header names what is measured: 库容（立方米） over 100—500. */
function boundOfCell(cell: string, header: string): Bound | null {
  const figure = figureOfCell(cell, header);
  if (figure === null || (boundsOf(figure).min === null && boundsOf(figure).max === null)) return null;
  const label = header.replace(/[（(][^）)]*[）)]/gu, '').trim();
  const text = `${label}${figure.text}`;
  const start = label.length;
  const mark: Marked = {
    figure,
    start,
    end: text.length,
    before: label,
    behind: '',
    phrase: label,
    list: null,
    role: 'threshold',
  };
  return boundOf(text, mark, { text, start: 0, end: text.length });
}

/** 国家级, 省级 under 级别: one of what the column lists. */
function itemOf({ header, cells }: Column, row: number, about: string): Payment['item'] {
  const names = [...new Set(cells.filter((cell) => cell !== ''))];
  const items: Items = { names, head: `${about}${header}`, tail: '', start: 0, end: 0 };
  return { items, index: names.indexOf(cells[row]!) };
}

/** Highest first: the first row that holds is paid. */
export const rowsBySize = (rows: readonly DraftRow[]): DraftRow[] =>
  rows.toSorted((one, other) => leastOf(other) - leastOf(one));

const leastOf = ({ bounds: [bound] }: DraftRow): number => bound?.least ?? Number.NEGATIVE_INFINITY;
