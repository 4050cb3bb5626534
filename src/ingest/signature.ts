/** The signature under a document: the names of one or more bodies, and the day. */

/** '2024年3月8日', '二〇二四年三月八日', '（2024年3月8日）' */
export const DATE_LINE =
  /^[（(]?(?:\d{4}|[〇○零Oo一二三四五六七八九]{4})年\d{0,2}[一二三四五六七八九十]{0,2}月[\d一二三四五六七八九十]{1,3}日[）)]?$/u;
/** '9月20日': without a year it dates nothing, but it ends a signature. */
const DAY_LINE = /^\d{1,2}月\d{1,2}日$/u;
/** One body's name, or several in a row. */
export const ORGANISATION =
  /^[\p{Script=Han}（）()“”·]{2,70}(?:政府|办公室|办公厅|局|委员会|委|厅|部|中心|管委会|组|指挥部|分行|支行|院|处|会|集团|公司|办|海关|总部)$/u;
/** '某某市科学技术局2024年3月8日' */
const SIGNED_LINE = /^(?<name>\p{Script=Han}{4,70}?)\d{4}年\d{1,2}月\d{1,2}日$/u;
/** '省长：…' signs an order. */
const SIGNER = /^(?:省长|市长|州长|区长|县长|主任|局长|厅长|主席)[：:]?.{2,6}$/u;
/** What may follow a signature without a day. */
const AFTER = /^(?:附件|[（(]此件|抄送)/u;

/** So many bodies sign one document at most. */
const MOST_NAMES = 30;

/** '2026年4月13日印发' below the name of who printed it. */
const PRINTED = /^\d{4}年\d{1,2}月\d{1,2}日印发$/u;

/** The line dates a document: a date alone, or a body's name and a date. */
export const isDated = (text: string): boolean => DATE_LINE.test(text) || signerOf(text) !== null;

/** The body named before the date of its line. */
export function signerOf(text: string): string | null {
  const name = SIGNED_LINE.exec(text)?.groups?.name;
  return name !== undefined && ORGANISATION.test(name) ? name : null;
}

/** A signature begins at line i: names and a day, a dated name, a day alone, or names at the document's end. */
export function isSignature(textAt: (i: number) => string | undefined, i: number): boolean {
  const isName = (text: string | undefined) =>
    text?.split(/[、，]/u).every((name) => ORGANISATION.test(name) || SIGNER.test(name));
  let k = i;
  while (k < i + MOST_NAMES && isName(textAt(k))) k++;
  const text = textAt(k);
  if (text === undefined) return k > i;
  return isDated(text) || (k > i && (DAY_LINE.test(text) || PRINTED.test(text) || AFTER.test(text)));
}
