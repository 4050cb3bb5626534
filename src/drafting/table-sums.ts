/** What a cell of a table pays. */
import type { Figure } from '../figures/index.ts';
import { figureOfCell, saysMost, unitAbove } from '../policy/index.ts';
import { capPerOf } from './caps.ts';
import { boundsOf } from './figures-of.ts';
import { EMPTY, type Payment } from './payment.ts';
import type { Marked } from './role.ts';

/** '每人每月' over a sum. */
const EACH = /[每／/](?<unit>[\p{Script=Han}㎡]{1,4}?)(?:$|[（(）)])/u;

/** '每座给予一次性补贴：' over the table; 每家 is the one who applies. */
const EACH_ABOVE = /(?:^|[，,])每(?![家户])(?<unit>\p{Script=Han})(?=给|予|一次|分|按|奖|补|资)/u;

/** A figure of a cell: the words beside it stand in its header. */
const markOf = (figure: Figure): Marked => ({
  figure,
  start: 0,
  end: 0,
  before: '',
  behind: '',
  phrase: '',
  list: null,
  role: 'amount',
});

/** '按照设备投资额分档给予补助' · '按合同额的一定比例': what the shares below it are of. */
const SHARED =
  /按照?(?:其|企业|项目)?(?<base>[^，,；;：:。]{2,30}?)的?(?:分[档级类段]|(?:一定|不同|相应|下列|以下|下表|如下|对应)(?:的)?比例)/u;

/** What the shares of a table are of: named above it, or the one sum of money that its rows are bounded by; null where neither says it. */
export function sharedBase(lead: string, bounded: readonly string[]): string | null {
  const named = SHARED.exec(lead)?.groups?.base ?? null;
  if (named !== null) return named;
  return bounded.length === 1 ? bounded[0]! : null;
}

/** Null where the cell is no share by itself. `most`: the limit of its row and what stands above that. */
export function shareOfCell(
  cell: string,
  header: string,
  base: string,
  most: { cell: string; header: string } | null,
): Payment | null {
  const figure = figureOfCell(cell, header);
  if (figure?.kind !== 'percent') return null;
  const { value } = boundsOf(figure);
  const limit = most && most.cell !== '' ? figureOfCell(most.cell, most.header) : null;
  if (value === null || (most && most.cell !== '' && limit?.kind !== 'money')) return null;
  return {
    ...EMPTY,
    form: 'share',
    mark: markOf(figure),
    base,
    per: null,
    caps: limit ? [{ mark: markOf(limit), per: capPerOf(most!.header) }] : [],
    start: 0,
    end: 0,
  };
}

/** Null where the cell is no sum of money by itself. */
export function paymentOfCell(cell: string, header: string, lead: string): Payment | null {
  const figure = figureOfCell(cell, header);
  if (figure?.kind !== 'money') return null;
  const mark = markOf(figure);
  const { value, max } = boundsOf(figure);
  const most = value === null || saysMost(header);
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
