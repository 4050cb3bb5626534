/** A stretch of a limb → its phrases: what commas part, with what joins them. */
export interface Phrase {
  text: string;
  /** Offsets into the limb's plain text. */
  start: number;
  end: number;
}

const OPENING = '（(“‘《〈「【[';
const CLOSING = '）)”’》〉」】]';

/** The phrases between commas and colons, outside brackets and quotation marks, without blanks at their ends. */
export function phrasesOf(text: string, from: number, to: number): Phrase[] {
  const phrases: Phrase[] = [];
  let start = from;
  let depth = 0;
  const close = (end: number) => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '')
      phrases.push({ text: raw.trim(), start: start + lead, end: start + raw.trimEnd().length });
    start = end + 1;
  };
  for (let at = from; at < to; at++) {
    const character = text[at]!;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，,；;：:]/u.test(character)) close(at);
  }
  close(to);
  return phrases;
}
