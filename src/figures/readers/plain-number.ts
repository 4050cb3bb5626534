import type { AmountDraft } from '../draft.ts';
import type { NumberToken } from '../number/number-token.ts';
import { draftOf } from './amount.ts';

/** A lone Chinese digit is a number only where the words around it leave nothing else: 答案是四不是五, “一”和“五”. */
const BEFORE_LONE = /(?:^|[^\u4e00-\u9fff]|[是为于到至和与过低高或写叫等了前])$/u;
const AFTER_LONE = /^(?:$|[^\u4e00-\u9fff]|[和与到至或不那这而却大小高低以的])/u;

/** Letters hold a number fast: A4, 5G, ISO14001, 3D, x2. */
const LETTER = /[A-Za-z_#@]/;

/** A numeral with no unit: 350, 四百八, 3.14. */
export function readPlainNumber(number: NumberToken, text: string): AmountDraft | null {
  if (number.bare && !bareCounts(number, text)) return null;
  const before = text[number.start - 1] ?? '';
  const after = text[number.end] ?? '';
  if (LETTER.test(before) || (LETTER.test(after) && /\d$/.test(number.text))) return null;
  const lone = number.text.length === 1 && !number.bare && !/\d/.test(number.text);
  if (lone) {
    const range = /^(?:[至到~—-])[\d一二三四五六七八九十两]/u.test(text.slice(number.end, number.end + 2));
    if (!range && !BEFORE_LONE.test(text.slice(Math.max(0, number.start - 1), number.start))) return null;
    if (!AFTER_LONE.test(text.slice(number.end, number.end + 1))) return null;
  }
  return draftOf(number, 'number', '', 1, { end: number.end }, 'number');
}

/** 人数过百, 破千, 超万了, 上千万的投资: a unit alone is a number behind a word of passing it. */
const bareCounts = (number: NumberToken, text: string): boolean =>
  /(?:[过破超逾]|(?<!以)上)$/u.test(text.slice(Math.max(0, number.start - 2), number.start)) &&
  /^(?:$|[,，。;；、了的吗呢吧])/u.test(text.slice(number.end, number.end + 1));
