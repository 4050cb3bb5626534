import type { NumberToken } from '../number/number-token.ts';
import { BIG_UNITS, DIGITS, OPEN_DIGITS, SMALL_UNITS, TENS } from '../number/numerals.ts';
import { readNumberAt } from '../number/read-number.ts';

/** A minus only where no range can be meant: 同比-1.5%, -10000; not 5万-10万, 2020-2021, A-1. */
const ENDS_FIGURE = /[\d%‰A-Za-z)十百千万亿元块人年月日号天时点分秒家个名户台周期页至到—–~-]/;

const isStart = (char: string): boolean =>
  (char >= '0' && char <= '9') ||
  DIGITS.has(char) ||
  SMALL_UNITS.has(char) ||
  BIG_UNITS.has(char) ||
  TENS.has(char) ||
  OPEN_DIGITS.has(char);

/** Every numeral of the text, from left to right. Each character is read once, so the time is linear. */
export function readNumbers(text: string): NumberToken[] {
  const numbers: NumberToken[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    let start = at;
    if (!isStart(char)) {
      const next = text[at + 1] ?? '';
      const signed =
        (char === '-' &&
          (at === 0 || !ENDS_FIGURE.test(text[at - 1]!)) &&
          (/[\d.]/.test(next) || (next === ' ' && at === 0 && /\d/.test(text[2] ?? '')))) ||
        (char === '负' && (isStart(next) || next === ' ' || next === '的'));
      const decimal = char === '.' && /\d/.test(next) && !/[\d.A-Za-z]/.test(text[at - 1] ?? '');
      const ge = (char === '个' && next === '把') || (char === '半' && next === '个');
      if (!signed && !decimal && !ge) {
        at++;
        continue;
      }
      start = at;
    }
    const number = readNumberAt(text, start);
    if (number && number.end > start) {
      const last = numbers.at(-1);
      // 十几二十个: the second only says where the first ends.
      if (last?.open && last.end === number.start && last.hi === number.lo) {
        Object.assign(last, { end: number.end, text: last.text + number.text, open: false });
      } else {
        numbers.push(number);
      }
      at = number.end;
      // The rest of a run of digits that was too long is a code, and never read again.
      while (/\d/.test(text[at] ?? '') && /\d/.test(text[at - 1]!)) at++;
      continue;
    }
    if (char >= '0' && char <= '9') while (/\d/.test(text[at] ?? '')) at++;
    else at++;
  }
  return numbers;
}
