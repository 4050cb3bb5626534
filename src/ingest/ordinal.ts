/** Numbering at the start of a paragraph: 第三章, 第 1 0 条, 一、, （一）, 1., （1）, ①, 1.2. */

export type OrdinalKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanParen'
  | 'digit'
  | 'decimal'
  | 'digitParen'
  | 'circled';

export interface Ordinal {
  kind: OrdinalKind;
  value: number;
  /** As written, without blanks: '（一）'. */
  label: string;
  /** How many characters of the paragraph it takes. */
  length: number;
}

/** The order in which the kinds usually nest, outermost first. */
export const NESTING: readonly OrdinalKind[] = [
  'part',
  'chapter',
  'section',
  'article',
  'han',
  'hanParen',
  'digit',
  'decimal',
  'digitParen',
  'circled',
];

const HAN = '[一二三四五六七八九十百〇零]{1,5}';
const ANY = '(?<n>[一二三四五六七八九十百〇零]{1,5}|[0-9０-９ ]{1,4})';
/** What makes it a reference instead of numbering: 第三条规定的, （一）至（三）项, 第二条第一款. */
const REFERENCE = '(?!第?[一二三四五六七八九十\\d]+[款项]|规定|所称|所列|的|[、,，和及至或与]|款|项|目|之)';

const FORMS: readonly { kind: OrdinalKind; form: RegExp }[] = [
  // '第一部分 申报指南'
  { kind: 'part', form: new RegExp(`^第${ANY}部分[：:、]?`, 'u') },
  // '第一章 总则', '第 2 章'
  { kind: 'chapter', form: new RegExp(`^第${ANY}章[：:、]?`, 'u') },
  { kind: 'section', form: new RegExp(`^第${ANY}节[：:、]?`, 'u') },
  // '第十条 …', '第10条【奖励标准】', not '第三条规定的'
  { kind: 'article', form: new RegExp(`^第${ANY}条${REFERENCE}[：:、]?`, 'u') },
  // '问题一：…', '问1：…', 'Q3：…'
  {
    kind: 'part',
    form: /^(?:问题?|Q)(?<n>[一二三四五六七八九十]{1,3}|\d{1,3})[：:、．.](?=.)/u,
  },
  // '一、…', '十一．…', '—、…' where a dash was typed for 一
  { kind: 'han', form: new RegExp(`^(?<n>${HAN}|[—–])[、．.﹒]`, 'u') },
  // '（一）…', '(十二)…', '〔三〕…', not '（一）至（三）项'
  { kind: 'hanParen', form: new RegExp(`^[（(〔](?<n>${HAN})[）)〕]${REFERENCE}[、．.]?`, 'u') },
  // '1.1 …', '2.3.1 …' followed by a word, not '1.5亿元'
  {
    kind: 'decimal',
    form: /^\d{1,2}[.．](?:\d{1,2}[.．])?(?<n>\d{1,2})[.．、]?(?=[\p{Script=Han}“《])(?![万亿元倍个家人%年月天])/u,
  },
  // '1.…', '12、…', '３．…', '1﹒…', '1.2025年度…', not '1.5亿元'
  { kind: 'digit', form: /^(?<n>[0-9０-９]{1,3})(?:[.．、﹒](?![0-9０-９])|[.．、﹒](?=(?:19|20)\d{2}年))/u },
  // '（1）…', '2)…'
  { kind: 'digitParen', form: new RegExp(`^[（(]?(?<n>[0-9０-９]{1,2})[）)]${REFERENCE}[、．.]?`, 'u') },
];

const HAN_DIGITS = '〇一二三四五六七八九';

/** 一 → 1, 十二 → 12, 二十 → 20, 一百零三 → 103, '１０' → 10, '1 0' → 10. */
export function ordinalValue(written: string): number {
  const plain = written.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll('零', '〇');
  if (/^\d+$/u.test(plain)) return Number(plain);
  if (/^[—–]$/u.test(plain)) return 1;
  // 一〇, 一一, 二三: digit by digit.
  if (/^[〇一二三四五六七八九]{2,3}$/u.test(plain))
    return Number([...plain].map((digit) => HAN_DIGITS.indexOf(digit)).join(''));
  const parts =
    /^(?:(?<hundreds>.)百)?〇?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/u.exec(
      plain,
    )?.groups;
  if (!parts) return Number.NaN;
  const digit = (character: string | undefined, otherwise: number) =>
    character ? HAN_DIGITS.indexOf(character) : otherwise;
  return digit(parts.hundreds, 0) * 100 + (parts.ten ? digit(parts.tens, 1) * 10 : 0) + digit(parts.ones, 0);
}

/** The numbering that a paragraph starts with, or null. `text` has no blanks beside Chinese characters. */
export function readOrdinal(text: string): Ordinal | null {
  const circled = /^(?:[①-⑳]|[㈠-㈩]|[㊀-㊉]|[⑴-⒇]|[⒈-⒛])/u.exec(text)?.[0];
  if (circled) return circledOrdinal(circled);
  for (const { kind, form } of FORMS) {
    const found = form.exec(text);
    const value = found ? ordinalValue(found.groups!.n!) : Number.NaN;
    if (found && value > 0)
      return { kind, value, label: found[0].replaceAll(/\s/gu, ''), length: found[0].length };
  }
  return null;
}

const CIRCLED: readonly { kind: OrdinalKind; first: number; last: number }[] = [
  { kind: 'circled', first: 0x2460, last: 0x2473 },
  { kind: 'digitParen', first: 0x2474, last: 0x2487 },
  { kind: 'digit', first: 0x2488, last: 0x249b },
  { kind: 'hanParen', first: 0x3220, last: 0x3229 },
  { kind: 'hanParen', first: 0x3280, last: 0x3289 },
];

function circledOrdinal(sign: string): Ordinal | null {
  const code = sign.codePointAt(0)!;
  const row = CIRCLED.find(({ first, last }) => code >= first && code <= last);
  return row ? { kind: row.kind, value: code - row.first + 1, label: sign, length: 1 } : null;
}
