import { matchAt } from '../matches.ts';
import { exact, lastPlace } from './exact.ts';
import { interval, isSingle, isZero, plus, times } from './interval.ts';
import { BIG_UNITS, DIGITS, LATIN_UNITS, OPEN_DIGITS, SMALL_UNITS, TENS } from './numerals.ts';
import { amountSoFar, closeUnit, collapse, type Reading, wait } from './reading.ts';

/** Reads what stands at the position: 'on' when it did, 'end' when the numeral ends there, 'pass' when another step must try. */
export type Step = (reading: Reading, char: string) => 'on' | 'end' | 'pass';

/** Longest numeral worth reading; what is longer is a code. */
export const LONGEST = 40;

/** 1,200 · 82，225.00 · 3，200，000 · 1，100万 · 10233 · 2.5 · .5 · 2.789e-1. A full width comma groups where a decimal point, a second group or a lone digit before 万 proves it. */
const ARABIC =
  /(?:\d{1,3}(?:[,，]\d{3}){1,8}\.\d+|\d{1,3}(?:，\d{3}){2,8}(?!\d)|[1-9]，\d{3}(?=万|亿|元)|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,2}(?![\da-zA-Z]))?/uy;

/** 100w, 3kw, 15k, 1w5: not 300km, 20kW, 50kg. */
const LATIN = /(?:kw|KW|[kKwW])(?=\d?(?![a-zA-Z\d]))/y;

/** 8000万7月签的, 一个亿七月十五号: behind 万 or 亿 a month or a year begins a date; 3万5月薪 has none. */
const DATE = /(?:(?:20)?\d\d年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?![薪租息供费产均销]))/uy;
const date: Step = ({ text, position, units, smallest }) =>
  units > 0 && smallest === Number.POSITIVE_INFINITY && matchAt(DATE, text, position) ? 'end' : 'pass';

const arabic: Step = (reading, char) => {
  const starts = (char >= '0' && char <= '9') || (char === '.' && !reading.hasDigit && reading.units === 0);
  if (!starts) return 'pass';
  const literal = reading.pending ? undefined : matchAt(ARABIC, reading.text, reading.position)?.[0];
  if (!literal || literal.length > LONGEST || (literal.includes('.') && reading.units > 0)) return 'end';
  const value = interval(Number(literal.replace(/[,，]/g, '')));
  wait(reading, value, 'arabic', literal.length, literal);
  const latin = matchAt(LATIN, reading.text, reading.position)?.[0];
  if (latin && reading.units === 0) {
    const unit = LATIN_UNITS.get(latin.toLowerCase())!;
    reading.total = times(value, unit);
    reading.lastBig = unit;
    closeUnit(reading, unit, latin.length);
  }
  return 'on';
};

/** 三四(百), 两三(个), 三五(十): neighbours, or 三五. */
const isPair = (a: number, b: number): boolean => a > 0 && (b === a + 1 || (a === 3 && b === 5));

const chineseDigit: Step = (reading, char) => {
  const digit = DIGITS.get(char);
  if (digit === undefined) return 'pass';
  if (isRate(reading, digit) || opensAnother(reading)) return 'end';
  reading.scaleFrom = -1;
  if (reading.pending) return anotherDigit(reading, digit);
  const begun = reading.units > 0 || reading.position > reading.start;
  if (digit === 0 && begun && !reading.decimal) {
    // 一千零五: the five is a one. 零 at the end belongs to the next word.
    reading.lastUnit = 0;
    if (!continues(reading.text[reading.position + 1] ?? '')) return 'end';
    reading.position++;
    return 'on';
  }
  wait(reading, interval(digit), 'digit', 1);
  return 'on';
};

/** What a price may be per: 三千一个月, 300万一笔, 八千一平. */
const PER = /(?:个?[年月天晚]|[个笔单台吨亩平套次只件度条名户家张份股车方米斤位栋间层辆项人])(?!十)/uy;

/** 一 behind a unit and before a classifier opens 一个月, 一笔; it is no last place of 三千一, 300万一. */
function isRate({ text, start, position, lastUnit }: Reading, digit: number): boolean {
  if (digit !== 1) return false;
  // 五毛六一度: a lone digit before it is a whole numeral too, but 二一年 is a year.
  const lone = position === start + 1 && !/[年月]/u.test(text[position + 1] ?? '');
  return (lone || lastUnit >= 100) && matchAt(PER, text, position + 1) !== null;
}

/** 五六七八个, 三四五百: neighbours that climb are a range as a pair is. */
const CLIMB =
  /(?:一二三四?|二三四五?|三四五六?|四五六七?|五六七八?|六七八九?|七八九)(?=[个十百千万名家台天人])/uy;

/** 一千一千: the second 一 has a unit as great as the one before, and begins a numeral of its own. */
const opensAnother = ({ text, position, units, smallest, pending }: Reading): boolean =>
  units > 0 && !pending && (SMALL_UNITS.get(text[position + 1] ?? '') ?? 0) >= smallest;

/** A digit behind a digit: a pair (七八十) or digits read one by one (一七二零). */
function anotherDigit(reading: Reading, digit: number): 'on' | 'end' {
  const { lo, hi } = reading.pending!;
  const plain = reading.form === 'digit' && !reading.decimal;
  const run = reading.units > 0 ? 2 : digitRun(reading.text, reading.start);
  if (plain && lo === hi && run === 2 && isPair(lo, digit)) {
    wait(reading, { lo, hi: digit }, 'digit', 1);
    return 'on';
  }
  if (!plain || reading.units > 0) return 'end';
  const climb = matchAt(CLIMB, reading.text, reading.start)?.[0];
  if (climb) {
    wait(
      reading,
      { lo, hi: DIGITS.get(climb.at(-1)!)! },
      'digit',
      reading.start + climb.length - reading.position,
    );
    return 'on';
  }
  const digits = [...reading.text.slice(reading.start, reading.start + run)]
    .map((char) => DIGITS.get(char))
    .join('');
  reading.spelled = true;
  wait(reading, interval(Number(digits)), 'spelled', reading.start + run - reading.position);
  return 'on';
}

/** How many Chinese digits stand in a row. */
function digitRun(text: string, at: number): number {
  let end = at;
  while (end - at <= LONGEST && DIGITS.has(text[end] ?? '')) end++;
  return end - at;
}

const continues = (char: string): boolean =>
  DIGITS.has(char) || SMALL_UNITS.has(char) || TENS.has(char) || OPEN_DIGITS.has(char) || /\d/.test(char);

/** 廿二, 卅三, 五百卅四. */
const tens: Step = (reading, char) => {
  const value = TENS.get(char);
  if (value === undefined || reading.pending || reading.smallest <= 10) return 'pass';
  reading.section = plus(reading.section, interval(value));
  reading.smallest = 10;
  reading.hasDigit = true;
  closeUnit(reading, 10, 1);
  reading.scaleFrom = -1;
  return 'on';
};

/** The first character of a unit of measure, not of the numeral: 100千瓦, 3千米, 50兆瓦; 三千米 is left as three thousand. */
const KILO = /千(?:[瓦伏卡帕焦]|(?<short>[克米]))/uy;
const MEGA = /兆(?=[瓦赫帕伏欧宽光字比])/uy;

function opensUnit({ text, position, form, pending }: Reading, char: string): boolean {
  if (char === '兆') return matchAt(MEGA, text, position) !== null;
  if (char !== '千') return false;
  const kilo = matchAt(KILO, text, position);
  return kilo !== null && (!kilo.groups!.short || !pending || form === 'arabic');
}

/** 十, 百, 千: ever smaller in a section. Without a digit one is meant (十五, 百三, 一百零十). */
const smallUnit: Step = (reading, char) => {
  const unit = SMALL_UNITS.get(char);
  if (unit === undefined) return 'pass';
  if (opensUnit(reading, char)) return 'end';
  const { pending } = reading;
  const impliesOne = !pending && (reading.units === 0 || unit === 10 || reading.lastUnit === 0);
  if (unit >= reading.smallest || (!pending && !impliesOne)) return 'end';
  if (pending && reading.form === 'spelled') return 'end';
  const count = !pending || isZero(pending) ? interval(1) : pending; // 零十
  reading.section = plus(reading.section, times(count, unit));
  if (!pending && reading.units === 0 && unit === 10) reading.hasDigit = true;
  reading.smallest = unit;
  closeUnit(reading, unit, 1);
  return 'on';
};

/** 万, 亿, 兆 close a section; a greater one multiplies all before it (一万五千亿), an equal one ends the numeral. */
const bigUnit: Step = (reading, char) => {
  const unit = BIG_UNITS.get(char);
  if (unit === undefined) return 'pass';
  if (opensUnit(reading, char)) return 'end';
  const below = plus(reading.section, reading.pending ?? interval(0));
  if (isZero(below) && isZero(reading.total)) {
    if (reading.units > 0 || reading.hasDigit) return 'end';
    reading.total = interval(unit);
  } else if (unit > reading.lastBig || isZero(below)) {
    if (reading.total.hi >= 1e12) return 'end';
    reading.total = times(plus(reading.total, below), unit);
  } else if (unit === reading.lastBig) {
    return 'end';
  } else {
    reading.total = plus(reading.total, times(below, unit));
  }
  reading.section = interval(0);
  reading.smallest = Number.POSITIVE_INFINITY;
  reading.lastBig = unit;
  closeUnit(reading, unit, 1);
  return 'on';
};

/** 十几, 二十几万, 几百, 数十: the digit is left open. 数 only begins a numeral. */
const openDigit: Step = (reading, char) => {
  if (!OPEN_DIGITS.has(char)) return 'pass';
  const next = reading.text[reading.position + 1] ?? '';
  const unitNext = SMALL_UNITS.has(next) || BIG_UNITS.has(next);
  const first = reading.units === 0;
  if (reading.pending || reading.decimal || (first && !unitNext)) return 'end';
  if (!first && char !== '几' && char !== '幾') return 'end';
  const digit = { lo: first ? 1 : 0, hi: 10 };
  const below = !first && reading.lastUnit > 10 && !unitNext;
  wait(reading, below ? times(digit, reading.lastUnit / 10) : digit, 'open', 1);
  reading.open = true;
  reading.approx = true;
  return 'on';
};

const FRACTION = /(?:\d{1,40}|[零〇一壹二贰貳三叁參四肆五伍六陆陸七柒八捌九玖]{1,40})/uy;

/** 十五点七, 两千三点一, 三点六亿: the point closes what was read; a unit may still follow. */
const point: Step = (reading, char) => {
  if (char !== '点' && char !== '點') return 'pass';
  const fraction = matchAt(FRACTION, reading.text, reading.position + 1)?.[0];
  const whole = amountSoFar(reading);
  const countable =
    reading.hasDigit && !reading.open && !reading.approx && !reading.decimal && isSingle(whole);
  if (!fraction || !countable || reading.literal.includes('.')) return 'end';
  const digits = [...fraction].map((digit) => DIGITS.get(digit) ?? digit).join('');
  collapse(reading, interval(0));
  wait(reading, interval(Number(`${whole.lo}.${digits}`)), 'decimal', 1 + fraction.length);
  reading.smallest = Number.POSITIVE_INFINITY;
  reading.lastBig = Number.POSITIVE_INFINITY;
  reading.lastUnit = 0;
  reading.units = 0;
  reading.decimal = true;
  return 'on';
};

/** 两个亿, 3个多亿, 个把亿, 一个半亿, 半个亿, 5个w. */
const GE_UNIT = /(?<half>半)?个(?<more>多|把|来|半)?(?<unit>亿|千万|百万|万|[wW](?![a-zA-Z]))(?!人|户|家)/uy;
const GE_UNITS: Readonly<Record<string, number>> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, w: 1e4 };

const geUnit: Step = (reading, char) => {
  if ((char !== '个' && char !== '半') || reading.lastBig < Number.POSITIVE_INFINITY) return 'pass';
  const match = matchAt(GE_UNIT, reading.text, reading.position);
  const { half, more, unit: name } = match?.groups ?? {};
  if (!match || !name || (reading.hasDigit ? half : !half && more !== '把')) return 'pass';
  const unit = GE_UNITS[name.toLowerCase()]!;
  const base = reading.hasDigit ? amountSoFar(reading) : interval(half ? 0.5 : 1);
  collapse(reading, times(base, unit));
  if (more === '半') reading.total = plus(reading.total, interval(unit / 2));
  else if (more) reading.approx = true;
  if (more === '多') {
    reading.open = true;
    reading.total.hi = exact(reading.total.lo + lastPlace(base.lo) * unit);
  }
  reading.hasDigit = true;
  closeUnit(reading, unit, match[0].length);
  reading.scaleFrom = reading.position - name.length;
  return 'on';
};

/** 三百多万, 300余, 20来万, 百把, 500+万, 四十好几; not 比1.6亿多了2000万. 多 and 余 open the number up to the next step of its last place. */
const MORE =
  /\+(?=[万亿])|好几(?![万亿千百十])|多(?!少[钱人个]|个百分|了?[\d一二两三四五六七八九十])|余(?!额|款|下|热|量)|来(?=[年万亿个名人家台岁天户块吨项号亩件辆套张栋间次种倍平米公斤位])|把(?=[个人块万亿号家台])/uy;

const isRoundAge = (value: number): boolean => value > 0 && value % 10 === 0 && value < 1000;

const more: Step = (reading) => {
  if (!(reading.hasDigit || reading.units > 0) || reading.open) return 'pass';
  const word = matchAt(MORE, reading.text, reading.position)?.[0];
  if (!word) return 'pass';
  const whole = amountSoFar(reading);
  // 二十来年 is about twenty years, 五来年 and 2022来年 are none.
  if (reading.text.startsWith('来年', reading.position) && !isRoundAge(whole.lo)) return 'end';
  const big = BIG_UNITS.get(reading.text[reading.position + word.length] ?? '');
  if (!isSingle(whole) || isZero(whole) || (reading.decimal && big === undefined)) return 'end';
  if (!reading.hasDigit && word !== '把' && !big && whole.lo > 1e4) return 'end';
  reading.approx = true;
  reading.hasDigit = true;
  reading.open = word !== '来' && word !== '把';
  const reach = reading.open ? { lo: whole.lo, hi: exact(whole.lo + lastPlace(whole.lo)) } : whole;
  collapse(reading, reach);
  reading.position += word.length;
  reading.scaleFrom = -1;
  for (let unit = big; unit !== undefined; unit = BIG_UNITS.get(reading.text[reading.position] ?? '')) {
    if (reading.total.hi >= 1e12) break;
    reading.total = times(reading.total, unit);
    closeUnit(reading, unit, 1);
  }
  return 'end';
};

/** In this order at every character; the first that does not pass decides. */
export const STEPS: readonly Step[] = [
  date,
  arabic,
  chineseDigit,
  tens,
  smallUnit,
  bigUnit,
  openDigit,
  point,
  geUnit,
  more,
];
