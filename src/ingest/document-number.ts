/** A document's number (文号) on a line of its own, perhaps behind a letterhead; a number cited in a sentence is not read. */

const BRACKETED_YEAR = '[〔\\[【（(［﹝〈<]\\s*(?:19|20)\\d{2}\\s*[〕\\]】）)］﹞〉>]';
const NUMBER_LINE = new RegExp(
  `^(?:[\\p{Script=Han}]{4,40}文件)?[（(【\\[]?(?:发文字号|发文号|文件编号|文号)?[：:]?(?<number>\\p{Script=Han}{1,20}${BRACKETED_YEAR}第?\\d{1,5}号)[）)】\\]]?(?:签发人[：:].{2,10})?$`,
  'u',
);
/** '2024年第3号' stands under the title of an announcement, '第150号' under that of an order. */
const ANNOUNCEMENT_LINE = /^[（(]?(?<number>(?:(?:19|20)\d{2}年)?第\d{1,4}号)[）)]?$/u;

/** Reads '某府办发〔2024〕12号', '（某工信规字〔2024〕4号）', '…人民政府办公室文件 某府办发〔2024〕12号'; start and end within `text`. */
export function documentNumberIn(text: string): { number: string; start: number; end: number } | null {
  const number = (NUMBER_LINE.exec(text) ?? ANNOUNCEMENT_LINE.exec(text))?.groups?.number;
  if (!number) return null;
  const start = text.indexOf(number);
  return { number, start, end: start + number.length };
}
