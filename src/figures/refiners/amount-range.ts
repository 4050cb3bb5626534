import { type AmountDraft, type Draft, isAmount } from '../draft.ts';
import { exact } from '../number/exact.ts';
import { between, joinNeighbours, type Refiner } from './refiner.ts';

const JOINT = /^ ?(?:(?<plain>[-—–~]{1,2}|至|到)|和|与|及) ?$/u;
const AROUND = /^ ?(?:之间|间(?!隔|接))/u;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** 200人到500人之间, 5万-10万, 20和30之间, 3天——8天, 100人（含）至300人（不含）. */
export const amountRange: Refiner = {
  name: 'amount-range',
  refine(drafts, { text }) {
    return joinNeighbours(drafts, (first, second) => {
      if (!isAmount(first) || !isAmount(second)) return null;
      const joint = JOINT.exec(between(text, first, second));
      if (!joint) return null;
      const around = AROUND.exec(text.slice(second.end, second.end + 4))?.[0] ?? '';
      if (!joint.groups!.plain && !around) return null;
      const range = rangeOf(first, second);
      if (!range) return null;
      range.end +=
        around.length || (/^ ?不等/u.exec(text.slice(second.end, second.end + 3))?.[0].length ?? 0);
      return range;
    });
  },
};

function rangeOf(first: AmountDraft, second: AmountDraft): Draft | null {
  const same = sameUnit(first, second);
  if (!same) return null;
  const [a, b] = same;
  const from = a.value ?? a.min;
  const to = b.value ?? b.max;
  if (from === undefined || to === undefined || from >= to || a.minExclusive || b.maxExclusive) return null;
  const { value: _, ...rest } = b;
  const range: AmountDraft = {
    ...rest,
    start: first.start,
    end: second.end,
    min: from,
    max: to,
    number: null,
  };
  range.trace = [...first.trace, ...second.trace, 'amount-range'];
  range.minExclusive = first.included === false;
  range.maxExclusive = second.included === false;
  return range;
}

/** Both in one unit: equal kinds, a plain number beside a count or a percent, days beside weeks. */
function sameUnit(a: AmountDraft, b: AmountDraft): [AmountDraft, AmountDraft] | null {
  if (a.kind === b.kind && (a.unit === b.unit || a.kind === 'count')) return [a, b];
  if (a.kind === 'duration' && b.kind === 'duration') {
    const [x, y] = [DAYS[a.unit], DAYS[b.unit]];
    return x && y ? [inDays(a, x), inDays(b, y)] : null;
  }
  // 百分之五到十, 100元到200
  if (b.kind === 'number' && b.number && a.value !== undefined && b.value !== undefined) {
    return a.kind === 'number'
      ? [a, b]
      : [a, { ...b, kind: a.kind, unit: a.unit, value: exact(b.value * a.factor) }];
  }
  if (a.kind === 'number' && b.kind !== 'percent') return [{ ...a, kind: b.kind, unit: b.unit }, b];
  return null;
}

const inDays = (draft: AmountDraft, size: number): AmountDraft => ({
  ...draft,
  unit: 'day',
  ...(draft.value === undefined ? {} : { value: draft.value * size }),
});
