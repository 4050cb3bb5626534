/** The columns of a table: which say what is paid, which for whom; and the conditions that a row of it sets. */
import { figureOfCell, saysMost, type Table } from '../policy/index.ts';
import { type Bound, boundOf } from './bounds.ts';
import type { Flag } from './condition.ts';
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
  /** 'share': of what is paid; 'most': the limit beside it. */
  kind: 'sum' | 'share' | 'most' | 'bound' | 'words' | 'remark' | 'serial';
}

const REMARK = /^(?:备注|说明|注|依据|责任单位|责任部门|主管部门|申报材料|联系人)/u;
const SERIAL = /^(?:序号|编号|项次)$/u;
/** 一档, 二档: only counts the rows that the bounds beside it tell apart. */
const COUNTS_ROWS = /^第?[一二三四五六七八九十\d]{1,3}档$/u;
/** 补助比例, 贴息比例; a share under 增速 or 占比 is a condition. */
const SHARE_GIVEN = /比例|标准|费率|贴息率/u;
const SHARE_HELD = /增[速幅长]|占比|占.{1,10}比例|完成|达到/u;

export function columnsOf({ columns, labels, rows }: Table): Column[] {
  const all = columns.map((header, i) => ({
    header,
    cells: rows.map((row) => (i < labels ? row.labels[i]! : row.cells[i - labels]!.text)),
  }));
  const isSum = ({ header, cells }: { header: string; cells: string[] }) =>
    mostly(cells, (cell) => figureOfCell(cell, header)?.kind === 'money' && !isOpen(cell, header));
  const isShare = ({ header, cells }: { header: string; cells: string[] }) =>
    (SHARE_GIVEN.test(header) || GRANT.test(header)) &&
    !SHARE_HELD.test(header) &&
    mostly(cells, (cell) => figureOfCell(cell, header)?.kind === 'percent' && !isOpen(cell, header));
  const shares = all.filter((column, i) => i > 0 && isShare(column));
  const sums = all.filter((column, i) => i > 0 && isSum(column));
  // 营业收入 and 奖励金额 are both money: the one that is named as given is.
  const given = sums.filter(
    ({ header }) => GRANT.test(header) || /标准|额度|金额|限额|最高|上限/u.test(header),
  );
  const paying = given.length > 0 ? given : shares.length > 0 ? [] : sums;
  const isMeasured = ({ header, cells }: { header: string; cells: string[] }) =>
    cells.some((cell) => figureOfCell(cell, header) !== null);
  const kindOf = (column: { header: string; cells: string[] }): Column['kind'] => {
    if (SERIAL.test(column.header)) return 'serial';
    if (shares.includes(column)) return 'share';
    if (paying.includes(column)) return shares.length > 0 && saysMost(column.header) ? 'most' : 'sum';
    if (REMARK.test(column.header)) return 'remark';
    if (isMeasured(column)) return 'bound';
    const onlyCounts = column.cells.every((cell) => COUNTS_ROWS.test(cell));
    return onlyCounts && all.some((other) => other !== column && isMeasured(other)) ? 'serial' : 'words';
  };
  return all.map((column): Column => ({ ...column, kind: kindOf(column) }));
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
    if (cell === '' || ['sum', 'share', 'most', 'serial'].includes(column.kind)) continue;
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
