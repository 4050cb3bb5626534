/** The characters of Chinese numerals, everyday, formal (大写) and traditional. */

const digitRows = [
  '零〇',
  '一壹弌',
  '二贰貳貮两兩俩',
  '三叁參叄仨',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
];

export const DIGITS: ReadonlyMap<string, number> = new Map(
  digitRows.flatMap((row, digit) => [...row].map((char) => [char, digit] as const)),
);

/** Places inside a section of four: 三千二百. */
export const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

/** Units that close a section: 三千万, 二亿. 兆 is read as in Mainland finance texts, 10^12. */
export const BIG_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
]);

/** 廿二, 卅三. */
export const TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
]);

/** 几, 数: a digit that is left open. */
export const OPEN_DIGITS: ReadonlySet<string> = new Set(['几', '幾', '数', '數']);

/** Typed in chats: 100w, 3kw, 15k. */
export const LATIN_UNITS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['w', 1e4],
  ['kw', 1e7],
]);
