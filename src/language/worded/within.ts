/** 420人，其中80人是女工: a figure of some of those counted before is none of the whole. */

import type { Clause } from '../utterance.ts';
import type { Amount } from './amounts.ts';
import type { Anchor } from './anchors.ts';

const AMONG = /(?:其中|里面|里头|包括|包含|含)[^,。;!?\d]{0,6}$/u;
/** Whether these count as one's own staff on duty is not said. */
const MAY_NOT_COUNT =
  /派遣|外包|临时工|临时的|实习|学徒|兼职|小时工|钟点|返聘|借调|借来|借用|请假|休假|轮休|隔离|居家|没来|不在|缺勤|病假|驻外|出差/u;

/** Without figures that are only some of the one before; where those may not count, the one before is a range. */
export function withoutPortions(
  amounts: readonly Amount[],
  text: string,
  clauses: readonly Clause[],
  anchors: readonly Anchor[],
): Amount[] {
  const result: Amount[] = [];
  for (const amount of amounts) {
    const clause = clauses.find((c) => amount.start >= c.start && amount.start < c.end);
    const whole = result.findLast((one) => one.unit !== 'date');
    if (clause && !whole && isOfToldBefore(amount, clause, anchors)) continue;
    if (!clause || !whole || !isPortion(amount, whole, clause, { text, clauses, anchors })) {
      result.push(amount);
      continue;
    }
    const portion = text.slice(whole.end, clause.end);
    if (MAY_NOT_COUNT.test(portion) && amount.unit !== 'yuan')
      result[result.indexOf(whole)] = lessened(whole, amount);
  }
  return result;
}

/** 里面有5个是外包保安: some of what an earlier message counted; 里面在岗的350人 says of what it is. */
function isOfToldBefore(amount: Amount, clause: Clause, anchors: readonly Anchor[]): boolean {
  const isNamed = anchors.some(
    ({ role, start, end }) => role === 'level' && start >= clause.start && end <= clause.end,
  );
  if (amount.unit === 'date' || isNamed) return false;
  if (OF_THOSE.test(clause.text)) return true;
  // 劳务派遣的有六十多个: whether they count is not said, and they are not all.
  const counts = amount.unit === 'person' || amount.unit === 'bare';
  return counts && MAY_NOT_COUNT.test(clause.text.slice(0, Math.max(0, amount.start - clause.start)));
}
const OF_THOSE = /^(?:但是?|不过|可是?|还有)?(?:[这那]?里面|[这那]?里头|其中)/u;

function isPortion(
  amount: Amount,
  whole: Amount,
  clause: Clause,
  { text, clauses, anchors }: { text: string; clauses: readonly Clause[]; anchors: readonly Anchor[] },
): boolean {
  const home = clauses.find((c) => whole.start >= c.start && whole.start < c.end);
  if (!isOfKind(amount, whole) || amount.unit === 'date' || home?.sentence !== clause.sentence) return false;
  const lead = AMONG.exec(text.slice(clause.start, amount.start))?.[0];
  if (lead === undefined || high(amount) > high(whole)) return false;
  // 花名册600人，其中在岗350人: what it is of is said, and so it is a figure of its own.
  return !anchors.some((one) => one.role === 'level' && one.start >= whole.end && one.end <= clause.end);
}

/** 其中50个 is of persons too, where persons were counted. */
const isOfKind = (portion: Amount, whole: Amount): boolean =>
  portion.unit === whole.unit || (portion.unit === 'bare' && whole.unit === 'person');

/** 420人，其中80人是劳务派遣: between 340 and 420. */
function lessened(whole: Amount, portion: Amount): Amount {
  const { min } = whole.value;
  return typeof min === 'number' ? { ...whole, value: { ...whole.value, min: min - high(portion) } } : whole;
}

const high = ({ value }: Amount): number => Number(value.max ?? value.min ?? 0);
