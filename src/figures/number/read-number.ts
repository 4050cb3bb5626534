import type { NumberToken } from './number-token.ts';
import { BIG_UNITS, LATIN_UNITS, SMALL_UNITS } from './numerals.ts';
import { amountSoFar, newReading, type Reading } from './reading.ts';
import { LONGEST, STEPS } from './steps.ts';

/** 负, 负的, '- ' and the like, with the blank or 的 behind it. */
const SIGN = /[负負-][ 的]?/uy;

/** The numeral that starts at `at`, the longest one the grammar allows, or null. */
export function readNumberAt(text: string, at: number): NumberToken | null {
  SIGN.lastIndex = at;
  const sign = SIGN.exec(text)?.[0] ?? '';
  const reading = newReading(text, at + sign.length);
  while (reading.position < text.length && reading.position - reading.start <= LONGEST) {
    if (!step(reading)) break;
  }
  if (!reading.hasDigit && reading.units === 0) return null;
  const { lo, hi } = amountSoFar(reading);
  if (!Number.isFinite(hi)) return null;
  return {
    start: at,
    end: reading.position,
    lo: sign ? -hi : lo,
    hi: sign ? -lo : hi,
    open: reading.open,
    approx: reading.approx,
    bare: !reading.hasDigit,
    spelled: reading.spelled,
    scales: scalesOf(reading),
    text: text.slice(at, reading.position),
  };
}

function step(reading: Reading): boolean {
  const char = reading.text[reading.position]!;
  for (const read of STEPS) {
    const outcome = read(reading, char);
    if (outcome !== 'pass') return outcome === 'on';
  }
  return false;
}

/** The multipliers a numeral ends in, greatest first: 千万 → [1e7, 1e4]; kw → [1e7]. */
function scalesOf({ text, scaleFrom, position, hasDigit }: Reading): number[] {
  if (scaleFrom < 0 || !hasDigit) return [];
  const units = text.slice(scaleFrom, position);
  const latin = LATIN_UNITS.get(units.toLowerCase());
  if (latin !== undefined) return [latin];
  const factors = [...units].map((char) => SMALL_UNITS.get(char) ?? BIG_UNITS.get(char) ?? 1);
  return factors.map((_, from) => factors.slice(from).reduce((product, factor) => product * factor, 1));
}
