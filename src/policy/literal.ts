/** Figures in a rule, written as the document writes them: 10万, 亿元, 2亿元, 10%, 1‰, 300人, 全额. */
import Big from 'big.js';

export interface Literal {
  /** As written in the rule, and so in the document. */
  text: string;
  /** Yuan, persons, or a fraction for % and ‰; the nearest double of the exact decimal. */
  value: number;
  kind: 'number' | 'money' | 'ratio';
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
  全额: { value: 1, kind: 'ratio' },
  正增长: { value: 0, kind: 'ratio' },
};

/** The figure, or null where the words are none. */
export function readLiteral(written: string | number): Literal | null {
  const text = String(written);
  const bare = text.replace(/\s/gu, '');
  const word = WORDS[bare];
  if (word) return { text, ...word };
  const { digits, scale = '', unit } = LITERAL.exec(bare)?.groups ?? {};
  if (digits === undefined && scale === '') return null;
  const shift = unit === '%' ? '0.01' : unit === '‰' ? '0.001' : '1';
  const value = new Big(digits ?? 1).times(SCALE[scale]!).times(shift).toNumber();
  const ratio = unit === '%' || unit === '‰';
  return { text, value, kind: ratio ? 'ratio' : unit === '元' || scale ? 'money' : 'number' };
}
