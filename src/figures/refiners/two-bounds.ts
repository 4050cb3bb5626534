import { type AmountDraft, isAmount } from '../draft.ts';
import { between, joinNeighbours, type Refiner } from './refiner.ts';

const JOINT = /^(?:的?[,，、;；]? ?)?(?:同时|并且?|而且|且|和|但|而|又|至|到|或)?(?:的?同时)? ?$/u;

/** 10%≤增速<20%: what is measured stands between the two signs. */
const MEASURED = /^ ?[\p{L}·（）()]{1,12} ?$/u;
const SIGN_BEHIND = /[≤≦≥≧<>=]$/u;
const SIGN_BEFORE = /^[≤≦≥≧<>]/u;

/** 300人以上、1000人以下; 大于10小于20: a floor and a ceiling side by side are one range. */
export const twoBounds: Refiner = {
  name: 'two-bounds',
  refine(drafts, { text }) {
    return joinNeighbours(drafts, (first, second) => {
      if (!isAmount(first) || !isAmount(second)) return null;
      if (!joined(first, second, text) || !compatible(first, second)) return null;
      const [low, high] =
        first.min !== undefined && first.max === undefined ? [first, second] : [second, first];
      if (low.min === undefined || low.max !== undefined || high.max === undefined || high.min !== undefined)
        return null;
      if (low.min >= high.max) return null;
      const unit = second.kind === 'number' ? first : second;
      return {
        ...unit,
        start: first.start,
        end: second.end,
        number: null,
        min: low.min,
        max: high.max,
        minExclusive: low.minExclusive ?? false,
        maxExclusive: high.maxExclusive ?? false,
        trace: [...first.trace, ...second.trace, 'two-bounds'],
      };
    });
  },
};

function joined(first: AmountDraft, second: AmountDraft, text: string): boolean {
  const gap = between(text, first, second);
  if (JOINT.test(gap)) return true;
  const signs =
    SIGN_BEHIND.test(text.slice(first.start, first.end)) &&
    SIGN_BEFORE.test(text.slice(second.start, second.end));
  return signs && MEASURED.test(gap);
}

const compatible = (a: AmountDraft, b: AmountDraft): boolean =>
  a.kind === b.kind
    ? a.unit === b.unit || a.kind === 'count'
    : [a.kind, b.kind].includes('number') && [a.kind, b.kind].includes('count') && !isMoneyBesidePieces(a, b);

/** 不止一个，最大7200万: so many pieces, and what one of them is worth. */
const isMoneyBesidePieces = (a: AmountDraft, b: AmountDraft): boolean =>
  [a, b].some((one) => one.unit === '个') && [a, b].some((one) => (one.max ?? one.min ?? 0) >= 1e6);
