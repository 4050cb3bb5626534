/** Automatic numbering of Word: what stands before a paragraph ('（一）', '第三条') is not in its text but counted by numbering.xml. */
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

interface Level {
  start: number;
  format: string;
  /** '（%1）', '%1.%2' */
  text: string;
  /** 0: never restarts. */
  restart: number | null;
  legal: boolean;
}
interface List {
  /** Lists of one abstract definition count together. */
  counter: string;
  levels: Map<number, Level>;
}

/** Counts through a document: call `label` for each numbered paragraph in order. */
export interface Numbering {
  label(listId: string, level: number): string;
}

export function readNumbering($: CheerioAPI | null): Numbering {
  const lists = $ ? readLists($) : new Map<string, List>();
  const counters = new Map<string, number[]>();
  return {
    label(listId, depth) {
      const list = lists.get(listId);
      const level = list?.levels.get(depth);
      if (!list || !level) return '';
      const counts = counters.get(list.counter) ?? [];
      counters.set(list.counter, counts);
      for (let above = 0; above < depth; above++) counts[above] ??= list.levels.get(above)?.start ?? 1;
      counts[depth] = counts[depth] === undefined ? level.start : counts[depth] + 1;
      for (let below = depth + 1; below < 9; below++)
        if (list.levels.get(below)?.restart !== 0) delete counts[below];
      return level.text.replaceAll(/%(?<n>\d)/gu, (_whole, n: string) => {
        const shown = list.levels.get(Number(n) - 1);
        return formatNumber(
          counts[Number(n) - 1] ?? 1,
          level.legal ? 'decimal' : (shown?.format ?? 'decimal'),
        );
      });
    },
  };
}

function readLists($: CheerioAPI): Map<string, List> {
  const abstracts = new Map<string, Map<number, Level>>();
  $('w\\:abstractNum').each((_i, element) => {
    abstracts.set($(element).attr('w:abstractNumId') ?? '', readLevels($, element));
  });
  const lists = new Map<string, List>();
  $('w\\:num').each((_i, element) => {
    const id = $(element).attr('w:numId') ?? '';
    const abstract = $(element).children('w\\:abstractNumId').attr('w:val') ?? '';
    const levels = new Map(abstracts.get(abstract));
    let counter = abstract;
    $(element)
      .children('w\\:lvlOverride')
      .each((_k, override) => {
        const depth = Number($(override).attr('w:ilvl') ?? 0);
        const own = readLevels($, override).get(depth) ?? levels.get(depth);
        const start = $(override).children('w\\:startOverride').attr('w:val');
        if (own) levels.set(depth, start === undefined ? own : { ...own, start: Number(start) });
        // A list that starts anew counts for itself.
        if (start !== undefined) counter = `${abstract}/${id}`;
      });
    lists.set(id, { counter, levels });
  });
  return lists;
}

function readLevels($: CheerioAPI, parent: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  $(parent)
    .children('w\\:lvl')
    .each((_i, element) => {
      const value = (name: string) => $(element).children(`w\\:${name}`).attr('w:val');
      const restart = value('lvlRestart');
      levels.set(Number($(element).attr('w:ilvl') ?? 0), {
        start: Number(value('start') ?? 1),
        format: value('numFmt') ?? 'decimal',
        text: value('numFmt') === 'bullet' ? '' : (value('lvlText') ?? ''),
        restart: restart === undefined ? null : Number(restart),
        legal: $(element).children('w\\:isLgl').length > 0,
      });
    });
  return levels;
}

const DIGITS = '〇一二三四五六七八九';
/** 12 → 十二, 20 → 二十, 103 → 一百零三 */
export function chineseNumber(n: number): string {
  // No list is that long: what a broken file counts from is shown in digits.
  if (n >= 1000) return String(n);
  if (n >= 100) {
    const rest = n % 100;
    const tail =
      rest === 0
        ? ''
        : rest < 10
          ? `零${DIGITS[rest]}`
          : rest < 20
            ? `一${chineseNumber(rest)}`
            : chineseNumber(rest);
    return `${DIGITS[Math.floor(n / 100)]}百${tail}`;
  }
  if (n < 10) return DIGITS[n]!;
  return `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 ? DIGITS[n % 10] : ''}`;
}

function roman(n: number): string {
  if (n > 1000) return String(n);
  const signs: [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = n;
  let made = '';
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) made += sign;
  return made;
}

const letter = (n: number): string =>
  n > 260 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const FORMATS: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) =>
    String(n).replaceAll(/\d/gu, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)),
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  decimalEnclosedParen: (n) => `（${n}）`,
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerLetter: letter,
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
  ideographDigital: (n) => [...String(n)].map((digit) => DIGITS[Number(digit)]).join(''),
  none: () => '',
  bullet: () => '',
};

/** chineseCounting, chineseCountingThousand, japaneseCounting, taiwaneseCounting … are all 一、二、… 十一. */
const formatNumber = (n: number, format: string): string =>
  FORMATS[format]?.(n) ??
  (/counting|chinese|taiwanese|japanese|ideograph/iu.test(format) ? chineseNumber(n) : String(n));
