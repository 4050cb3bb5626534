import { matchAt } from '../matches.ts';
import { exact, lastPlace } from './exact.ts';
import type { NumberToken } from './number-token.ts';
import { BIG_UNITS, DIGITS, LATIN_UNITS, OPEN_DIGITS, SMALL_UNITS, TENS } from './numerals.ts';

/** 1,200 · 82，225.00 · 10233 · 2.5 · .5 · 2.789e-1. A full width comma groups only where a decimal point proves it. */
const ARABIC =
  /(?:\d{1,3}(?:[,，]\d{3}){1,8}\.\d+|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,2}(?![\da-zA-Z]))?/uy;

/** 100w, 3kw, 15k, 1w5: not 300km, 20kW, 50kg. */
const LATIN = /(?:kw|KW|[kKwW])(?=\d?(?![a-zA-Z\d]))/y;

/** 两个亿, 3个多亿, 个把亿. */
const GE_UNIT = /个(?<more>多|把|来|半)?(?<unit>亿|千万|百万|万)(?!人|户|家)/uy;

/** 三百多万, 300余, 20来万, 百把. 几 only behind a round number: 十几. 多 does not belong to 多少, 多次. */
const MORE =
  /多(?!少|个百分)|余(?!额|款|下|热|量)|来(?=[万亿个名人家台岁天户块吨项])|把(?=[个人块万亿号家台])/uy;

/** Longest numeral worth reading; what is longer is a code. */
const LONGEST = 40;

interface Interval {
  lo: number;
  hi: number;
}

const interval = (value: number): Interval => ({ lo: value, hi: value });
const times = (a: Interval, factor: number): Interval => ({
  lo: exact(a.lo * factor),
  hi: exact(a.hi * factor),
});
const plus = (a: Interval, b: Interval): Interval => ({ lo: exact(a.lo + b.lo), hi: exact(a.hi + b.hi) });

/** 三四(百), 两三(个), 三五(十): neighbours, or 三五. */
const isPair = (a: number, b: number): boolean => a > 0 && (b === a + 1 || (a === 3 && b === 5));

/**
 * The numeral that starts at `at`, the longest one the grammar allows, or null.
 * Sections of four places close with 万, 亿 or 兆; a lone digit behind a unit is one place down (一千五), behind 零 a one.
 */
export function readNumberAt(text: string, at: number): NumberToken | null {
  let position = at;
  let negative = false;
  const sign = text[position];
  if (sign === '负' || sign === '負') {
    negative = true;
    position += text[position + 1] === ' ' || text[position + 1] === '的' ? 2 : 1;
  } else if (sign === '-') {
    negative = true;
    position += text[position + 1] === ' ' ? 2 : 1;
  }
  const body = readUnsigned(text, position);
  if (!body) return null;
  body.start = at;
  if (negative) [body.lo, body.hi] = [-body.hi, -body.lo];
  body.text = text.slice(at, body.end);
  return body;
}

function readUnsigned(text: string, start: number): NumberToken | null {
  let position = start;
  let total = interval(0); // closed by 万, 亿
  let section = interval(0); // places below the next 万, 亿
  let current: Interval | null = null; // a digit waiting for its unit
  let currentIsArabic = '';
  let smallest = Number.POSITIVE_INFINITY; // the last 十, 百, 千 of this section
  let lastUnit = 0; // the unit directly before, 0 behind 零
  let lastBig = Number.POSITIVE_INFINITY;
  let any = false; // a digit stood somewhere
  let units = 0;
  let open = false;
  let approx = false;
  let decimal = false;
  let spelled = false;
  let scaleFrom = -1; // where the trailing run of units begins

  const tail = (): Interval => {
    if (!current) return interval(0);
    const single = currentIsArabic === '' || /^[1-9]$/.test(currentIsArabic);
    return lastUnit > 0 && single ? times(current, lastUnit / 10) : current;
  };
  const value = (): Interval => plus(plus(total, section), tail());

  while (position < text.length && position - start <= LONGEST) {
    const char = text[position]!;
    const code = char.charCodeAt(0);
    if ((code >= 48 && code <= 57) || (char === '.' && !any && units === 0)) {
      if (current) break;
      const literal = matchAt(ARABIC, text, position)?.[0];
      if (!literal || literal.length > LONGEST) break;
      if (literal.includes('.') && units > 0) break;
      current = interval(Number(literal.replace(/[,，]/g, '')));
      currentIsArabic = literal;
      any = true;
      position += literal.length;
      scaleFrom = -1;
      const latin = matchAt(LATIN, text, position)?.[0];
      if (latin && units === 0) {
        const unit = LATIN_UNITS.get(latin.toLowerCase())!;
        total = times(current, unit);
        current = null;
        scaleFrom = position;
        position += latin.length;
        lastUnit = unit;
        lastBig = unit;
        units++;
      }
      continue;
    }
    const digit = DIGITS.get(char);
    if (digit !== undefined) {
      scaleFrom = -1;
      if (current) {
        if (currentIsArabic || units > 0 || decimal) {
          // 一百七八十: a pair below a unit
          const next: Interval = current;
          if (currentIsArabic || decimal || next.lo !== next.hi || !isPair(next.lo, digit)) break;
          current = { lo: next.lo, hi: digit };
          position++;
          continue;
        }
        const run = digitRun(text, start);
        const two = run === 2 && isPair(current.lo, digit);
        if (two) {
          current = { lo: current.lo, hi: digit };
          position++;
        } else {
          current = interval(Number([...text.slice(start, start + run)].map((c) => DIGITS.get(c)).join('')));
          currentIsArabic = 'spelled';
          spelled = true;
          position = start + run;
        }
        continue;
      }
      any = true;
      if (digit === 0 && (units > 0 || position > start) && !decimal) {
        lastUnit = 0; // 一千零五
        position++;
        if (!continues(text, position)) {
          position--;
          break;
        }
        continue;
      }
      current = interval(digit);
      currentIsArabic = '';
      position++;
      continue;
    }
    const tens = TENS.get(char);
    if (tens !== undefined && !current && smallest > 10) {
      section = plus(section, interval(tens));
      smallest = 10;
      lastUnit = 10;
      any = true;
      units++;
      position++;
      continue;
    }
    const small = SMALL_UNITS.get(char);
    if (small !== undefined) {
      if (small >= smallest) break;
      if (!current && units > 0 && small !== 10 && lastUnit !== 0) break;
      if (current && currentIsArabic === 'spelled') break;
      if (current && current.lo === 0 && current.hi === 0) current = interval(1); // 零十
      if (scaleFrom < 0) scaleFrom = position;
      section = plus(section, times(current ?? interval(1), small));
      if (!current && units === 0 && small === 10) any = true;
      current = null;
      currentIsArabic = '';
      smallest = small;
      lastUnit = small;
      decimal = false;
      units++;
      position++;
      continue;
    }
    const big = BIG_UNITS.get(char);
    if (big !== undefined) {
      const below = plus(section, current ?? interval(0));
      const empty = below.lo === 0 && below.hi === 0;
      if (empty && total.hi === 0) {
        if (units > 0 || any) break;
        total = interval(big);
      } else if (big > lastBig || (empty && units > 0)) {
        if (total.hi >= 1e12) break;
        total = times(plus(total, below), big);
      } else if (big === lastBig) {
        break;
      } else {
        total = plus(total, times(below, big));
      }
      if (scaleFrom < 0) scaleFrom = position;
      section = interval(0);
      current = null;
      currentIsArabic = '';
      smallest = Number.POSITIVE_INFINITY;
      lastBig = big;
      lastUnit = big;
      decimal = false;
      units++;
      position++;
      continue;
    }
    if (OPEN_DIGITS.has(char)) {
      // 十几, 二十几万, 几百
      const next = text[position + 1] ?? '';
      const unitNext = SMALL_UNITS.has(next) || BIG_UNITS.has(next);
      if (current || decimal || !(units > 0 || unitNext)) break;
      if (char !== '几' && char !== '幾' && !(units === 0 && unitNext)) break;
      current = units === 0 ? { lo: 1, hi: 10 } : { lo: 0, hi: 10 };
      if (units > 0 && lastUnit > 10) current = times(current, unitNext ? 1 : lastUnit / 10);
      currentIsArabic = 'open';
      any = true;
      open = true;
      approx = true;
      position++;
      continue;
    }
    if (char === '点' || char === '點') {
      const fraction = /^(?:\d+|[零〇一壹二贰貳三叁參四肆五伍六陆陸七柒八捌九玖]+)/u.exec(
        text.slice(position + 1, position + 1 + LONGEST),
      )?.[0];
      const whole = value();
      if (!fraction || !any || open || approx || decimal || whole.lo !== whole.hi) break;
      if (currentIsArabic.includes('.')) break;
      const digits = [...fraction].map((c) => DIGITS.get(c) ?? c).join('');
      current = interval(Number(`${whole.lo}.${digits}`));
      total = interval(0);
      section = interval(0);
      currentIsArabic = 'decimal';
      smallest = Number.POSITIVE_INFINITY;
      lastBig = Number.POSITIVE_INFINITY;
      lastUnit = 0;
      units = 0;
      decimal = true;
      position += 1 + fraction.length;
      scaleFrom = -1;
      continue;
    }
    const ge = (any || position === start) && matchAt(GE_UNIT, text, position);
    if (ge && (any || ge.groups!.more === '把') && units === 0) {
      const unit = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4 }[ge.groups!.unit!]!;
      const base = any ? value() : interval(1);
      total = times(base, unit);
      if (ge.groups!.more === '半') total = times(base, unit + unit / (2 * base.lo));
      else if (ge.groups!.more) approx = true;
      if (ge.groups!.more === '多') {
        open = true;
        total.hi = exact(total.lo + lastPlace(base.lo) * unit);
      }
      section = interval(0);
      current = null;
      any = true;
      scaleFrom = position + ge[0].length - ge.groups!.unit!.length;
      position += ge[0].length;
      lastUnit = unit;
      units++;
      continue;
    }
    const more = (any || units > 0) && !open && matchAt(MORE, text, position)?.[0];
    if (more) {
      const whole = value();
      const next = text[position + 1] ?? '';
      const bigNext = BIG_UNITS.get(next);
      if (whole.lo !== whole.hi || whole.lo === 0 || (decimal && bigNext === undefined)) break;
      if (!any && more !== '把' && !bigNext && whole.lo > 1e4) break;
      approx = true;
      any = true;
      let reach = whole;
      if (more === '多' || more === '余') {
        open = true;
        reach = { lo: whole.lo, hi: exact(whole.lo + lastPlace(whole.lo)) };
      }
      position++;
      total = interval(0);
      section = reach;
      current = null;
      scaleFrom = -1;
      if (bigNext !== undefined) {
        total = times(reach, bigNext);
        section = interval(0);
        scaleFrom = position;
        position++;
        const bigger = BIG_UNITS.get(text[position] ?? '');
        if (bigger !== undefined) {
          total = times(total, bigger);
          position++;
        }
      }
      lastUnit = 0;
      break;
    }
    break;
  }

  if (!any && units === 0) return null;
  const result = value();
  if (!Number.isFinite(result.hi)) return null;
  return {
    start,
    end: position,
    lo: result.lo,
    hi: result.hi,
    open,
    approx,
    bare: !any,
    spelled,
    scales: scaleFrom >= 0 && any ? trailingScales(text.slice(scaleFrom, position)) : [],
    text: '',
  };
}

/** How many plain digits stand in a row. */
function digitRun(text: string, at: number): number {
  let end = at;
  while (end - at <= LONGEST && DIGITS.has(text[end] ?? '')) end++;
  return end - at;
}

/** 零 must be followed by more of the numeral: 一百零五, not the 零 of 一百零钱. */
function continues(text: string, at: number): boolean {
  const char = text[at] ?? '';
  return (
    DIGITS.has(char) || SMALL_UNITS.has(char) || TENS.has(char) || OPEN_DIGITS.has(char) || /\d/.test(char)
  );
}

/** '千万' → [1e7, 1e4]; 'kw' → [1e7]. */
function trailingScales(units: string): number[] {
  const latin = LATIN_UNITS.get(units.toLowerCase());
  if (latin !== undefined) return [latin];
  const factors = [...units].map((char) => SMALL_UNITS.get(char) ?? BIG_UNITS.get(char) ?? 1);
  return factors.map((_, from) => factors.slice(from).reduce((product, factor) => product * factor, 1));
}
