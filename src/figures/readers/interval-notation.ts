import type { AmountDraft } from '../draft.ts';
import { allMatches } from '../matches.ts';
import { exact } from '../number/exact.ts';
import { readNumberAt } from '../number/read-number.ts';
import { readAmount } from './amounts.ts';

/** [300,1000), (0,5%], [10,20)万元: a square bracket holds its end, a round one does not; two round ones are no interval. */
const INTERVAL =
  /(?<open>[[(]) ?(?<low>\d{1,12}(?:\.\d{1,6})?%?) ?[,，] ?(?<high>\d{1,12}(?:\.\d{1,6})?%?) ?(?<close>[\])])/gu;
/** 350±10人, 5%±0.5%: so much on either side. */
const AROUND = /(?<middle>\d{1,12}(?:\.\d{1,6})?)%? ?± ?(?<by>\d{1,12}(?:\.\d{1,6})?%?)/gu;

/** As far as a unit may reach behind the bracket: 万平方米. */
const UNIT_REACH = 8;

/** Intervals as mathematics and scoring tables write them; the unit behind serves both ends. */
export function readIntervals(text: string): AmountDraft[] {
  return [...readBrackets(text), ...readAround(text)];
}

function readAround(text: string): AmountDraft[] {
  if (!text.includes('±')) return [];
  return allMatches(AROUND, text).flatMap((match) => {
    const { middle, by } = match.groups!;
    const end = match.index + match[0].length;
    const unit = by!.endsWith('%') ? '%' : text.slice(end, end + UNIT_REACH);
    const centre = amountIn(`${middle}${unit}`);
    const reach = amountIn(`${by!.replace('%', '')}${unit}`);
    if (centre?.value === undefined || reach?.value === undefined) return [];
    const { value, ...rest } = centre;
    const behind = by!.endsWith('%') ? 0 : Math.max(0, centre.end - middle!.length);
    const draft: AmountDraft = {
      ...rest,
      start: match.index,
      end: end + behind,
      number: null,
      min: exact(value! - reach.value),
      max: exact(value! + reach.value),
      trace: [...centre.trace, 'around'],
    };
    return [draft];
  });
}

function readBrackets(text: string): AmountDraft[] {
  if (!/[[\]]/.test(text)) return [];
  return allMatches(INTERVAL, text).flatMap((match) => {
    const { open, low, high, close } = match.groups!;
    if (open === '(' && close === ')') return [];
    const end = match.index + match[0].length;
    const unit = high!.endsWith('%') ? '' : text.slice(end, end + UNIT_REACH);
    const from = amountIn(`${low}${unit}`);
    const to = amountIn(`${high}${unit}`);
    if (from?.value === undefined || to?.value === undefined || !(from.value < to.value)) return [];
    const { value: _, ...rest } = to;
    const reach = Math.max(0, to.end - high!.length);
    const draft: AmountDraft = {
      ...rest,
      start: match.index,
      end: end + reach,
      number: null,
      min: from.value,
      max: to.value,
      minExclusive: open === '(',
      maxExclusive: close === ')',
      trace: [...to.trace, 'interval'],
    };
    return [draft];
  });
}

function amountIn(words: string): AmountDraft | null {
  const number = readNumberAt(words, 0);
  return number && readAmount(number, words);
}
