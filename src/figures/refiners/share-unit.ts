import { type AmountDraft, type Draft, isAmount, isValue } from '../draft.ts';
import { exact } from '../number/exact.ts';
import type { NumberToken } from '../number/number-token.ts';
import { amountOf } from '../readers/amount.ts';
import { between, type Refiner, traced } from './refiner.ts';

const LIST = /^ ?(?:[、,，/]|和|或者?|及|以及|与|[-—–~]{1,2}|至|到) ?$/u;

/** 10、20、30万元, 5.6到5.78元, 3-5千万: a unit and a scale said once, at the end, serve the numbers before it. */
export const shareUnit: Refiner = {
  name: 'share-unit',
  refine(drafts, { text }) {
    for (let index = drafts.length - 2; index >= 0; index--) {
      const first = drafts[index]!;
      const second = drafts[index + 1]!;
      if (!isAmount(first) || !isAmount(second)) continue;
      if (first.kind !== 'number' || !first.number || first.number.approx) continue;
      const number = sourceOf(second);
      if (!number || (second.kind === 'number' && number.scales.length === 0)) continue;
      const joint = between(text, first, second);
      if (!LIST.test(joint)) continue;
      // A comma may separate two statements (职工350，300万营收; 人数45，1200万) unless the list goes on.
      if (COMMA.test(joint)) {
        const listed = second.trace.includes('share-unit') || followsNumber(drafts, index, text);
        if (!listed || number.scales.length === 0 || hasScale(first.number)) continue;
      }
      share(first, second, number, RANGE.test(joint) ? 1 : 100);
    }
    return drafts;
  },
};

/** A range rises, so its first end is the smaller; a list may fall (30、20、10万元). */
const RANGE = /[-—–~至到]/u;
const COMMA = /[,，]/u;

/** 10，20，30万: one more number of the list stands before. */
function followsNumber(drafts: readonly Draft[], index: number, text: string): boolean {
  const before = drafts[index - 1];
  if (!isAmount(before) || before.kind !== 'number') return false;
  return /^ ?[,，、] ?$/u.test(between(text, before, drafts[index]!));
}

const sourceOf = (draft: AmountDraft): NumberToken | null =>
  isValue(draft) || draft.number ? draft.number : null;
const hasScale = (number: NumberToken): boolean => number.scales.some((scale) => scale >= 1000);

function share(first: AmountDraft, second: AmountDraft, number: NumberToken, reach: number): void {
  const scale = sharedScale(first.number!, number, reach);
  first.kind = second.kind;
  first.unit = second.unit;
  first.factor = second.factor;
  const { lo, hi } = first.number!;
  const scaled: NumberToken = {
    ...first.number!,
    lo: exact(lo * scale),
    hi: exact(hi * scale),
    scales: scale > 1 ? [scale] : first.number!.scales,
  };
  delete first.value;
  Object.assign(first, amountOf(scaled, second.factor));
  first.number = scaled;
  traced(first, 'share-unit');
}

/**
 * The greatest scale of the second under which the first is the smaller: 3-5千万 × 1e7, 一千到两千万 × 1e4,
 * 8000到1万 × 1. In a list it may be greater, but not by two places: 30、20、10万元, but 8000、1万元.
 */
function sharedScale(first: NumberToken, second: NumberToken, reach: number): number {
  if (first.scales.some((scale) => scale >= 1e4)) return 1;
  return second.scales.find((scale) => scale >= 100 && first.lo < (reach * second.hi) / scale) ?? 1;
}
