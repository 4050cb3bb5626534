/** '2000万元以下的部分按8%，超过2000万元的部分按10%': what is paid for is cut, and each piece has a rate of its own. */
import { boundsOf } from './figures-of.ts';
import type { Grant } from './grant.ts';
import { BEYOND } from './hazards.ts';
import type { Composed, Payment } from './payment.ts';
import type { Marked } from './role.ts';

/** Behind the bound: 的部分. */
const PART = /^(?:人?次|[件台辆家户个])?(?:[（(][^）)]*[）)])?的?(?:超出|超过)?部分/u;
/** Without a bound: what lies over the one that the condition sets. */
const BEYOND_IT = /(?:超[出过]|超额|高出)的?部分/u;
/** 再奖5元: on top of what is paid for all of it. */
const ADDED = /再|另|额外|追加|叠加/u;

/** Each payment takes the bound of its piece; pieces that follow each other are one payment. */
export function cutPieces(text: string, marks: readonly Marked[], made: Composed): void {
  let from = 0;
  for (const payment of made.payments) {
    const own = marks.filter(({ start, end }) => start >= from && end <= payment.start);
    const mark = own.findLast(({ end, figure }) => figure.kind !== 'percent' && PART.test(text.slice(end)));
    const between = text.slice(from, payment.start);
    from = payment.end;
    if (!isCut(payment)) continue;
    if (mark) {
      const { min, max } = boundsOf(mark.figure);
      if ((min === null) === (max === null)) continue;
      mark.role = 'piece';
      made.used.add(mark);
      payment.piece = { side: min === null ? 'upTo' : 'over', mark, written: bare(mark) };
      payment.start = Math.min(payment.start, mark.end);
    } else if (BEYOND_IT.test(between)) payment.piece = { side: 'over', mark: null, written: null };
    else continue;
    if (payment.base !== null && /部分/u.test(payment.base)) payment.base = null;
    if (ADDED.test(between)) payment.added = true;
    else made.held.add(BEYOND);
  }
  const whole: Payment[] = [];
  for (const payment of made.payments) {
    const before = whole.at(-1);
    if (before && follows(before, payment)) whole[whole.length - 1] = joined(before, payment);
    else whole.push(payment);
  }
  made.payments = whole;
}

/** '按每人次10元给予奖励；超过10000人次的部分，按每人次15元计算': the piece of a limb of its own is one of the grant before it. */
export function joinPieces(grants: readonly Grant[]): Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) {
    const [payment, ...others] = grant.payments;
    if (payment?.piece?.side !== 'over' || payment.pieces.length > 0 || others.length > 0) {
      kept.push(grant);
      continue;
    }
    const bound = payment.piece.mark === null ? overBound(grant) : null;
    if (bound) payment.piece = { side: 'over', mark: null, written: bound };
    const alike = kept.filter(
      ({ limb, payments }) => limb.part === grant.limb.part && payments.some((one) => sameKind(one, payment)),
    );
    const before = antecedent(alike, grant);
    const [first] = before?.payments ?? [];
    // A heading that both stand under asks nothing of one alone.
    const own = grant.conditions.flags.filter(({ end }) => end > 0);
    const apart = own.length + grant.conditions.bounds.length > (bound ? 1 : 0);
    if (before && first && before.payments.length === 1 && payment.piece.written !== null && !apart) {
      before.payments = [joined(first, payment)];
      before.composed.held.add(BEYOND);
      before.to = Math.max(before.to, grant.to);
      continue;
    }
    if (alike.length === 0 && payment.piece.written !== null && bound === null) {
      kept.push(grant);
      continue;
    }
    // Above the bound they pay something else, and it is not said of which.
    for (const one of [...alike, grant]) one.composed.troubles.push(BEYOND);
    kept.push(grant);
  }
  return kept;
}

/** Of several the one whose own words stand in the piece's: 超出部分重箱. */
function antecedent(alike: readonly Grant[], { limb }: Grant): Grant | null {
  if (alike.length < 2) return alike[0] ?? null;
  const named = alike.filter(({ conditions }) =>
    conditions.flags.some(({ words }) => limb.plain.text.includes(words.slice(-2))),
  );
  return named.length === 1 ? named[0]! : null;
}

/** 年度运量在3000标箱以上的，超出部分: over the only bound there is. */
function overBound({ conditions }: Grant): string | null {
  const [bound, ...others] = conditions.bounds;
  return bound && others.length === 0 && ['atLeast', 'over'].includes(bound.comparator)
    ? bound.literals[0]!
    : null;
}

const isCut = ({ form, item, mark }: Payment): boolean =>
  ['share', 'each', 'interest'].includes(form) && item === null && mark !== null;

const sameKind = (one: Payment, other: Payment): boolean =>
  one.form === other.form &&
  one.form !== 'interest' &&
  one.item === null &&
  one.per?.unit === other.per?.unit;

/** The next piece of the same thing begins where the one before it ends. */
const follows = (before: Payment, { piece, ...next }: Payment): boolean =>
  piece?.side === 'over' &&
  piece.mark !== null &&
  before.mark !== null &&
  sameKind(before, { ...next, piece });

const joined = (before: Payment, next: Payment): Payment => ({
  ...before,
  pieces: [...(before.pieces.length > 0 ? before.pieces : [before]), next],
  caps: [...new Set([...before.caps, ...next.caps])],
  end: next.end,
});

const bare = ({ figure }: Marked): string =>
  figure.text
    .replace(/[（(][^）)]*[）)]/gu, '')
    .replace(/^(?:不得?超过|不高于|超过|超出|高于|大于|多于|低于|最高)+|(?:及?以上|及?以下|以内)$/gu, '');
