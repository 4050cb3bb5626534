/** What a cell of a table pays. */
import { figureOfCell, unitAbove } from '../policy/index.ts';
import { boundsOf } from './figures-of.ts';
import { EMPTY, type Payment } from './payment.ts';
import type { Marked } from './role.ts';

/** 最高补贴限额 over a sum: the most that is given. */
const MOST = /最高|上限|限额|封顶/u;
/** '每人每月' over a sum. */
const EACH = /[每／/](?<unit>[\p{Script=Han}㎡]{1,4}?)(?:$|[（(）)])/u;

/** '每座给予一次性补贴：' over the table; 每家 is the one who applies. */
const EACH_ABOVE = /(?:^|[，,])每(?![家户])(?<unit>\p{Script=Han})(?=给|予|一次|分|按|奖|补|资)/u;

/** Null where the cell is no sum of money by itself. */
export function paymentOfCell(cell: string, header: string, lead: string): Payment | null {
  const figure = figureOfCell(cell, header);
  if (figure?.kind !== 'money') return null;
  const mark: Marked = {
    figure,
    start: 0,
    end: 0,
    before: '',
    behind: '',
    phrase: '',
    list: null,
    role: 'amount',
  };
  const { value, max } = boundsOf(figure);
  const most = value === null || MOST.test(header);
  if (value === null && max === null) return null;
  const unit =
    unitAbove(header)?.per ?? EACH.exec(header)?.groups?.unit ?? EACH_ABOVE.exec(lead)?.groups?.unit ?? null;
  if (unit !== null && /[年月]/u.test(unit)) return null;
  return {
    ...EMPTY,
    form: most ? 'range' : unit === null ? 'yuan' : 'each',
    mark: most ? null : mark,
    per: unit === null ? null : { words: `元/${unit}`, unit, noun: '', measured: null },
    caps: most ? [{ mark, per: null }] : [],
    start: 0,
    end: 0,
  };
}
