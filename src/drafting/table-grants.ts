/** A table under a sentence that grants: each of its rows is what one kind of applicant gets. */
import type { Table } from '../policy/index.ts';
import { figureOfCell } from '../policy/index.ts';
import { conditionsIn } from './conditions.ts';
import { GRANT } from './cues.ts';
import type { Limb } from './cut.ts';
import type { DraftRow } from './draft.ts';
import type { Grant } from './grant.ts';
import type { Composed, Payment } from './payment.ts';
import { composePayments } from './payments.ts';
import { markRoles } from './roles.ts';
import { type Column, columnsOf, conditionsOfRow, rowsBySize } from './table-rows.ts';
import { paymentOfCell, sharedBase, shareOfCell } from './table-sums.ts';

/** Each row's share is of its own stretch of the sum, and not of the whole. */
const ADDS_UP = /(?<!不)(?:分段累[计进]|超额累进|分段计算)/u;

export const isRow = ({ passage }: Limb): boolean => passage.text.includes('|');

/** `at`: the first of the limbs that are rows. A table whose sums or conditions cannot all be told is quoted only. */
export function grantsOfTable(
  limbs: readonly Limb[],
  at: number,
  tables: readonly Table[],
  ref: string | null,
): Grant[] {
  const lead = limbs[at - 1]!;
  const rest = limbs.slice(at);
  const behind = rest.findIndex((limb) => !isRow(limb));
  const last = rest[behind < 0 ? rest.length - 1 : behind - 1]!;
  const table = tables.find(({ columns }) => limbs[at]!.passage.text.startsWith(columns[0]!));
  if (!table || !GRANT.test(lead.plain.text)) return [];
  const marks = markRoles(lead.plain.text, ref);
  const composed: Composed = composePayments('', []);
  const conditions = conditionsIn(lead.plain.text, marks, 0, lead.plain.text.length);
  // 达到以下规模的: what the rows say.
  conditions.flags = conditions.flags.filter(({ words }) => !/以下|下列|如下|下表/u.test(words));
  const about = conditions.flags[0]?.words ?? conditions.who ?? '';
  const rows = rowsOfTable(table, lead.plain.text, about, composed);
  if (rows.length === 0) return [];
  if (limbs.some(({ plain }) => ADDS_UP.test(plain.text)))
    composed.troubles.push('各档的比例分段累计，没有能算出来');
  return [
    {
      limb: lead,
      conditions,
      payments: rows.map(({ payment }) => payment),
      marks,
      composed,
      reasons: [],
      raise: null,
      onTop: null,
      difference: false,
      pool: null,
      except: [],
      table: rows,
      from: lead.from,
      to: last.to,
    },
  ];
}

function rowsOfTable(table: Table, lead: string, about: string, composed: Composed): DraftRow[] {
  const columns = columnsOf(table);
  const paying = columns.filter(({ kind }) => kind === 'sum' || kind === 'share');
  if (paying.length === 0) return [];
  const pay = payerOf(columns, lead, composed);
  const rows = table.rows.flatMap((_, index) => {
    const own = conditionsOfRow(columns, index, about);
    composed.troubles.push(...own.troubles);
    return paying.flatMap((column): DraftRow[] => {
      const cell = column.cells[index]!;
      const payment = pay(column, index);
      if (payment === null) {
        if (cell !== '') composed.troubles.push(`表格里的“${cell}”没有读出来`);
        return [];
      }
      // 高温库, 低温库: where several columns pay, each says for what.
      const named =
        paying.length > 1 ? [{ kind: 'flag' as const, words: nameOf(column.header), start: 0, end: 0 }] : [];
      return [
        { payment: { ...payment, item: own.item }, bounds: own.bounds, flags: [...own.flags, ...named] },
      ];
    });
  });
  composed.troubles = [...new Set(composed.troubles)];
  return rowsBySize(rows);
}

/** What a cell of a paying column pays; a share needs to know of what, and takes the limit of its row. */
function payerOf(
  columns: readonly Column[],
  lead: string,
  composed: Composed,
): (column: Column, row: number) => Payment | null {
  const mosts = columns.filter(({ kind }) => kind === 'most');
  const base = sharedBase(
    lead,
    columns.filter(isBoundedByMoney).map(({ header }) => nameOf(header)),
  );
  const isShared = columns.some(({ kind }) => kind === 'share');
  if (isShared && base === null) composed.troubles.push('表格里的比例按什么计算，没有写明');
  if (mosts.length > 1) composed.troubles.push('表格里有几栏限额');
  return ({ kind, header, cells }, row) => {
    if (kind === 'sum') return paymentOfCell(cells[row]!, header, lead);
    const [most] = mosts;
    return base === null
      ? null
      : shareOfCell(cells[row]!, header, base, most ? { cell: most.cells[row]!, header: most.header } : null);
  };
}

const isBoundedByMoney = ({ kind, header, cells }: Column): boolean =>
  kind === 'bound' && cells.some((cell) => figureOfCell(cell, header)?.kind === 'money');

/** 高温库（元/立方米） → 高温库 */
const nameOf = (header: string): string => header.replace(/[（(][^）)]*[）)]/gu, '').trim();
