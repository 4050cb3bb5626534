/** A table under a sentence that grants: each of its rows is what one kind of applicant gets. */
import type { Table } from '../policy/index.ts';
import { conditionsIn } from './conditions.ts';
import { GRANT } from './cues.ts';
import type { Limb } from './cut.ts';
import type { DraftRow } from './draft.ts';
import type { Grant } from './grant.ts';
import type { Composed } from './payment.ts';
import { composePayments } from './payments.ts';
import { markRoles } from './roles.ts';
import { columnsOf, conditionsOfRow, rowsBySize } from './table-rows.ts';
import { paymentOfCell } from './table-sums.ts';

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
  return [
    {
      limb: lead,
      conditions,
      payments: rows.map(({ payment }) => payment),
      marks,
      composed,
      reasons: [],
      raise: null,
      difference: false,
      pool: null,
      table: rows,
      from: lead.from,
      to: last.to,
    },
  ];
}

function rowsOfTable(table: Table, lead: string, about: string, composed: Composed): DraftRow[] {
  const columns = columnsOf(table);
  const sums = columns.filter(({ kind }) => kind === 'sum');
  if (sums.length === 0) return [];
  const rows = table.rows.flatMap((_, index) => {
    const own = conditionsOfRow(columns, index, about);
    composed.troubles.push(...own.troubles);
    return sums.flatMap(({ header, cells }): DraftRow[] => {
      const payment = paymentOfCell(cells[index]!, header, lead);
      if (payment === null) {
        if (cells[index] !== '') composed.troubles.push(`表格里的“${cells[index]}”没有读出来`);
        return [];
      }
      // 高温库, 低温库: where several columns pay, each says for what.
      const named =
        sums.length > 1 ? [{ kind: 'flag' as const, words: nameOf(header), start: 0, end: 0 }] : [];
      return [
        { payment: { ...payment, item: own.item }, bounds: own.bounds, flags: [...own.flags, ...named] },
      ];
    });
  });
  composed.troubles = [...new Set(composed.troubles)];
  return rowsBySize(rows);
}

/** 高温库（元/立方米） → 高温库 */
const nameOf = (header: string): string => header.replace(/[（(][^）)]*[）)]/gu, '').trim();
