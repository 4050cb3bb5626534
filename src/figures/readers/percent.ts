import type { AmountDraft } from '../draft.ts';
import { allMatches, matchAt } from '../matches.ts';
import { exact } from '../number/exact.ts';
import type { NumberToken } from '../number/number-token.ts';
import { DIGITS } from '../number/numerals.ts';
import { readNumberAt } from '../number/read-number.ts';
import { draftOf } from './amount.ts';

/** The unit behind a numeral and what one of it is worth. 成 and 折 may be followed by 半 or, for 成, a digit. */
const UNITS: readonly (readonly [pattern: RegExp, unit: 'ratio' | 'point', factor: number])[] = [
  [/个?百分点/uy, 'point', 0.01],
  [/% ?(?:个百分点)?/y, 'ratio', 0.01],
  [/‰/y, 'ratio', 0.001],
  [/‱/y, 'ratio', 0.0001],
  [/个?(?:基点|BP|bp)/uy, 'point', 0.0001],
  [/(?:个)点(?![子儿位\d一二三四五六七八九])/uy, 'ratio', 0.01],
];
const TENTHS =
  /(?<unit>成|折)(?<half>半)?(?![都为本立功果员套绩交长年熟效型就品分]|[旧叠腾磨射]|[一二三四五六七八九]?[一二三四五六七八九]?[百千万])/uy;

/** Characters that a unit of this reader begins with: most numerals are passed over without a pattern. */
const UNIT_STARTS = new Set('个百%‰‱基bB成折');

export function readPercent(number: NumberToken, text: string): AmountDraft | null {
  if (number.bare || !UNIT_STARTS.has(text[number.end] ?? '')) return null;
  for (const [pattern, unit, factor] of UNITS) {
    const match = matchAt(pattern, text, number.end);
    if (match)
      return draftOf(number, 'percent', unit, factor, { end: number.end + match[0].length }, 'percent');
  }
  return readTenths(number, text);
}

/** 三成, 两成半, 一成二, 9.5折, 75折, 三八折. 折 above ten is read as hundredths; 十折 is no discount. */
function readTenths(number: NumberToken, text: string): AmountDraft | null {
  const match = matchAt(TENTHS, text, number.end);
  if (!match) return null;
  let end = number.end + match[0].length;
  const discount = match.groups!.unit === '折';
  let value = number.lo;
  if (discount) {
    const digits = [...number.text].map((char) => DIGITS.get(char) ?? char).join('');
    if (/^[1-9]{2}$/.test(digits)) value = Number(digits) / 10;
    if (value >= 10 || value <= 0) return null;
  } else if (number.lo !== number.hi) {
    return draftOf(number, 'percent', 'ratio', 0.1, { end }, 'percent');
  }
  if (match.groups!.half) value += 0.5;
  else if (
    !discount &&
    /^[一二三四五六七八九]$/u.test(text[end] ?? '') &&
    !/[个名家人次项成万百千十]/u.test(text[end + 1] ?? '')
  ) {
    value += DIGITS.get(text[end]!)! / 10;
    end++;
  }
  return { ...draftOf(number, 'percent', 'ratio', 0.1, { end }, 'percent'), value: exact(value / 10) };
}

const PARTS_OF = /(?<sign>负的?|负)?(?<of>百万|千万|万万|百万万|百|千|仟|佰|万)分之/uy;

/** 百分之五, 千分之2.4, 万分之三, 负百分之六十, 百分之五六十, 百分百, 三分之二, 4分之3. */
export function readPartsOf(text: string): AmountDraft[] {
  const drafts: AmountDraft[] = [];
  for (let at = text.indexOf('分之'); at >= 0; at = text.indexOf('分之', at + 2)) {
    const draft = hundredths(text, at) ?? fraction(text, at);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function hundredths(text: string, at: number): AmountDraft | null {
  for (let start = Math.max(0, at - 5); start < at; start++) {
    const match = matchAt(PARTS_OF, text, start);
    if (!match || start + match[0].length !== at + 2) continue;
    const number = readNumberAt(text, at + 2);
    if (!number) return null;
    const of = {
      百: 100,
      佰: 100,
      千: 1000,
      仟: 1000,
      万: 1e4,
      百万: 1e6,
      千万: 1e7,
      万万: 1e8,
      百万万: 1e10,
    }[match.groups!.of!]!;
    if (number.bare && number.text !== '百') return null;
    const draft = draftOf(number, 'percent', 'ratio', 1 / of, { start, end: number.end }, 'percent');
    if (match.groups!.sign && draft.value !== undefined) draft.value = -draft.value;
    return draft;
  }
  return null;
}

/** 三分之二, 4分之3, 一百二十八分之64. */
function fraction(text: string, at: number): AmountDraft | null {
  const before = /(?:\d{1,4}|[一二三四五六七八九十百零两]{1,7})$/u.exec(
    text.slice(Math.max(0, at - 7), at),
  )?.[0];
  if (!before) return null;
  const below = readNumberAt(before, 0);
  const above = readNumberAt(text, at + 2);
  if (
    !below ||
    !above ||
    below.end !== before.length ||
    !(below.lo > 0) ||
    above.lo !== above.hi ||
    above.bare
  )
    return null;
  return ratio(above.lo / below.lo, at - before.length, above.end, 'fraction');
}

const ratio = (value: number, start: number, end: number, name: string): AmountDraft => ({
  kind: 'percent',
  unit: 'ratio',
  factor: 1,
  number: null,
  value,
  start,
  end,
  trace: [name],
});

/** Words that are a ratio: 一半, 对折, 翻番, 翻两番, 减半, 增长一倍. A slash is a fraction where it is no date. */
const WORDS: readonly (readonly [pattern: RegExp, value: (match: RegExpExecArray) => number])[] = [
  [/百分百/gu, () => 1],
  [
    /(?:[一1]|(?<![\d一二三四五六七八九十个两天年月点块])(?<=[占了达近有到剩]|(?<!双)过))半(?![年天个月日小成数场生径百]|导)|半数/gu,
    () => 0.5,
  ],
  [/[打对]?对折|减半|折半|半价|腰斩/gu, () => 0.5],
  [/半成/gu, () => 0.05],
  [/半折/gu, () => 0.5],
  [/翻(?:了)?(?<n>[一二两三四五六1-6])?(?:个)?番/gu, (match) => 2 ** numeral(match.groups!.n ?? '一') - 1],
  [/翻(?:了)?(?<n>[一二两三四五六1-6])?倍/gu, (match) => numeral(match.groups!.n ?? '一')],
];

const numeral = (char: string): number => DIGITS.get(char) ?? Number(char);

export function readRatioWords(text: string): AmountDraft[] {
  if (!/[半折翻斩]|百分百/u.test(text)) return [];
  return WORDS.flatMap(([pattern, value]) =>
    allMatches(pattern, text).map((match) =>
      ratio(value(match), match.index, match.index + match[0].length, 'ratio-word'),
    ),
  );
}

const SLASH = /(?<![\d.:A-Za-z/])(?<sign>-)?(?<above>\d{1,4}) ?\/ ?(?<below>\d{1,4})(?![\d./A-Za-z])/gu;

/** 2/3, 1/2; above one it is a plain number (16/5). A date of the same span wins over it. */
export function readSlashFractions(text: string): AmountDraft[] {
  if (!text.includes('/')) return [];
  return allMatches(SLASH, text).flatMap((match) => {
    const { sign, above, below } = match.groups!;
    if (Number(below) === 0) return [];
    const value = (Number(above) / Number(below)) * (sign ? -1 : 1);
    const draft = ratio(value, match.index, match.index + match[0].length, 'fraction');
    return [Math.abs(value) < 1 ? draft : { ...draft, kind: 'number' as const, unit: '' }];
  });
}
