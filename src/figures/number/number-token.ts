/** A number as it stands in the text, before any unit. */
export interface NumberToken {
  /** Offsets into the normalised text. */
  start: number;
  end: number;
  /** Equal for a plain number; the two ends of 三四百 or of 300多. */
  lo: number;
  hi: number;
  /** 300多, 十几: both ends are outside. */
  open: boolean;
  /** 多, 余, 来, 几 … stood in it. */
  approx: boolean;
  /** A unit without a digit before it: 亿(元), 百(家). Only a number where the unit behind it says so. */
  bare: boolean;
  /** Digits read one by one: 一七二零, 二〇二二. */
  spelled: boolean;
  /** The multipliers the numeral ends in, greatest first: 5千万 → [1e7, 1e4]. They serve a list or range before it. */
  scales: number[];
  /** Characters as written, blanks taken out. */
  text: string;
}
