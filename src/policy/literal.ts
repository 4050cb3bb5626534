/** Figures in a rule, written as the document writes them: 10万, 亿元, 10%, 1‰, 300人, 50亩, 1万人次, 三年, 5A级, 300万美元, 全额. */
import Big from 'big.js';
import { type Figure, readFigures } from '../figures/index.ts';

export interface Literal {
  /** As written in the rule, and so in the document. */
  text: string;
  /** Yuan (or the currency's own unit), a fraction for % and ‰, or so many of `unit`; the nearest double of the exact decimal. */
  value: number;
  /** level: a step of an order that the document names (三级, 5A级). */
  kind: 'number' | 'money' | 'ratio' | 'level';
  /** 亩, 平方米, 年, 个月, A级, USD …; null for yuan, persons, ratios and bare numbers. */
  unit: string | null;
}

const SCALE: Record<string, string> = {
  '': '1',
  百: '1e2',
  千: '1e3',
  万: '1e4',
  百万: '1e6',
  千万: '1e7',
  亿: '1e8',
};

/** A figure of a rule: 5000万元 · 亿元 · 20% · 1‰ · 300 人. */
const LITERAL = /^(?<digits>\d+(?:\.\d+)?)?(?<scale>百万|千万|百|千|万|亿)?(?<unit>元|人|名|%|‰)?$/u;

/** Words that are figures: the share paid in full, growth above nothing. */
const WORDS: Record<string, Omit<Literal, 'text'>> = {
  全额: { value: 1, kind: 'ratio', unit: null },
  全部: { value: 1, kind: 'ratio', unit: null },
  免: { value: 1, kind: 'ratio', unit: null },
  扣减: { value: 1, kind: 'ratio', unit: null },
  正增长: { value: 0, kind: 'ratio', unit: null },
};

/** 1:1, 1:0.5, 等额: what is laid beside the money of a higher level, as a share of it. */
function matching(bare: string): Omit<Literal, 'text'> | null {
  const part = /^(?:1|一)(?:[:：]|比)(?<part>\d+(?:\.\d+)?|一)$/u.exec(bare)?.groups?.part;
  if (part === undefined && bare !== '等额') return null;
  return { value: part === undefined || part === '一' ? 1 : Number(part), kind: 'ratio', unit: null };
}

/** A level: 三级 · 3A · 5A级 · 四星级. */
const LEVEL = /^(?<step>[一二三四五六七八九十]|\d)(?<unit>A级?|星级?|级)$/u;

const DURATIONS: Record<string, string> = {
  year: '年',
  month: '个月',
  day: '天',
  quarter: '季度',
  week: '周',
};

/** The figure, or null where the words are none. */
export function readLiteral(written: string | number): Literal | null {
  const text = String(written);
  const bare = text.replace(/\s|(?<=\d),(?=\d{3})/gu, '');
  const word = WORDS[bare] ?? matching(bare);
  if (word) return { text, ...word };
  const { digits, scale = '', unit } = LITERAL.exec(bare)?.groups ?? {};
  if (digits === undefined && scale === '') return readLevel(text, bare) ?? readAnyUnit(text, bare);
  const shift = unit === '%' ? '0.01' : unit === '‰' ? '0.001' : '1';
  const value = new Big(digits ?? 1).times(SCALE[scale]!).times(shift).toNumber();
  const ratio = unit === '%' || unit === '‰';
  return { text, value, kind: ratio ? 'ratio' : unit === '元' || scale ? 'money' : 'number', unit: null };
}

/** 三 → 3, 3 → 3. */
const stepOf = (step: string): number =>
  /\d/u.test(step) ? Number(step) : '零一二三四五六七八九十'.indexOf(step);

function readLevel(text: string, bare: string): Literal | null {
  const { step, unit } = LEVEL.exec(bare)?.groups ?? {};
  if (step === undefined || unit === undefined) return null;
  return { text, value: stepOf(step), kind: 'level', unit };
}

/** What the readers of figures read as one figure and nothing else: 一万元, 50亩, 1,000万, 三年, 300万美元. */
function readAnyUnit(text: string, bare: string): Literal | null {
  // 万美元 is one of them.
  const [figure, ...others] = readFigures(
    /^[百千]?[百千万亿](?=\p{Script=Han}元)/u.test(bare) ? `1${bare}` : bare,
  );
  if (!figure || others.length > 0 || figure.start !== 0) return null;
  const literal = literalOf(text, figure);
  if (literal === null || figure.end >= bare.length) return literal;
  // 20家次, 60周岁: a unit that the readers leave to the text.
  const rest = bare.slice(figure.end);
  const unit = `${literal.unit ?? ''}${rest}`;
  return literal.kind === 'number' &&
    /^\p{Script=Han}{1,2}$/u.test(rest) &&
    !/^(?:以|至|到|及|或|多|余|左|年)/u.test(rest)
    ? { ...literal, unit }
    : null;
}

/** An exact figure as a literal of that text; null for bounds, days and times. */
export function literalOf(text: string, figure: Figure): Literal | null {
  if (!('value' in figure) || typeof figure.value !== 'number') return null;
  const { value } = figure;
  switch (figure.kind) {
    case 'money':
      return { text, value, kind: 'money', unit: figure.unit === 'CNY' ? null : figure.unit };
    case 'percent':
      return { text, value, kind: 'ratio', unit: null };
    case 'count':
      return { text, value, kind: 'number', unit: /^[人名]$/u.test(figure.unit) ? null : figure.unit };
    case 'duration':
      return { text, value, kind: 'number', unit: DURATIONS[figure.unit] ?? figure.unit };
    default:
      return { text, value, kind: 'number', unit: null };
  }
}
