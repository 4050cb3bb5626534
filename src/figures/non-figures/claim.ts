/** A kind of stretch that holds numerals but states no quantity. */
export interface Claim {
  name: string;
  /** What the text must hold for the pattern to be worth running. */
  needs: 'digit' | 'numeral' | 'letter' | 'any';
  /** Global. */
  pattern: RegExp;
}

/** A character of a Chinese numeral below ten thousand. */
export const CN = '[一二三四五六七八九十百零〇两]';
/** A short ordinal in either script. */
export const ORDINAL = `(?:\\d{1,3}|${CN}{1,4})`;
