/** Clean text that remembers where each character stood in the source. */

export interface Stretch {
  text: string;
  /** UTF-16 offset in the source of each UTF-16 unit of `text`. */
  at: number[];
  /** Indices of `text` before which the source had blanks that were dropped. */
  gaps: Set<number>;
  /** A row of a table, or text that ends with one: what is joined to it begins on a line of its own. */
  row?: boolean;
}

export const emptyStretch = (): Stretch => ({ text: '', at: [], gaps: new Set() });

/** `**bold**`, `__bold__`, back-slashes of markdown, a page number between blanks (' — 3 — '), zero-width characters, signs of a font's own. */
const INVISIBLE =
  /\*{2,}|_{2,}|\\(?=[[\]()*_#.-])|(?<=\s)[—–－-]+\s*\d{1,3}\s*[—–－-]+(?=\s)|[\u200b-\u200f\u2060\ufeff\u00ad\ue000-\uf8ff]|&nbsp;/gu;

/** The characters of source[start, end) without markup and without blanks, except the blank between two Latin words. */
export function cleanStretch(source: string, start: number, end: number): Stretch {
  const raw = source.slice(start, end).replace(INVISIBLE, (found) => ' '.repeat(found.length));
  const markup = new Set<number>();
  for (const found of source.slice(start, end).matchAll(INVISIBLE))
    if (!/\d/u.test(found[0])) for (let i = 0; i < found[0].length; i++) markup.add(found.index + i);
  const made = emptyStretch();
  let blank = false;
  for (let i = 0; i < raw.length; i++) {
    const character = raw[i]!;
    if (markup.has(i)) continue;
    if (/\s/u.test(character)) {
      blank = true;
      continue;
    }
    if (blank && made.text) appendBlank(made, raw, i, start);
    blank = false;
    made.text += halfWidthDigit(character);
    made.at.push(start + i);
  }
  return made;
}

/** '２０２４' → '2024': one for one, so that offsets stay. */
const halfWidthDigit = (character: string): string =>
  /[０-９]/u.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character;

/** A blank counts between two Latin words ('KPI list') and between numbers ('10 20'), not inside '1 0' or beside Chinese. */
function appendBlank(made: Stretch, raw: string, i: number, start: number): void {
  const before = made.text.at(-1)!;
  const after = raw[i]!;
  const letters = /[A-Za-z]/u;
  const keep =
    (letters.test(before) && /[A-Za-z0-9]/u.test(after)) ||
    (/\d/u.test(before) && letters.test(after)) ||
    (/\d/u.test(before) && /\d/u.test(after) && /\d\d$/u.test(made.text) && /^\d\d/u.test(raw.slice(i)));
  if (keep) {
    made.text += ' ';
    made.at.push(start + i - 1);
  }
  made.gaps.add(made.text.length);
}

/** Puts `next` behind `first`: a line joined to the line before it. */
export function joinStretch(first: Stretch, next: Stretch): Stretch {
  if (!first.text) return next;
  const latin = /[A-Za-z,.]$/u.test(first.text) && /^[A-Za-z]/u.test(next.text);
  const apart = first.row === true || next.row === true;
  const text = apart ? `${first.text}\n` : latin ? `${first.text} ` : first.text;
  const at = apart || latin ? [...first.at, first.at.at(-1)!] : [...first.at];
  const gaps = new Set(first.gaps);
  for (const gap of next.gaps) gaps.add(gap + text.length);
  return { text: text + next.text, at: at.concat(next.at), gaps, ...(next.row && { row: true }) };
}

export function sliceStretch(whole: Stretch, start: number, end = whole.text.length): Stretch {
  const gaps = new Set<number>();
  for (const gap of whole.gaps) if (gap > start && gap < end) gaps.add(gap - start);
  return {
    text: whole.text.slice(start, end),
    at: whole.at.slice(start, end),
    gaps,
    ...(whole.row && { row: true }),
  };
}

/** The stretch of source that text[start, end) came from. */
export function sourceSpan(
  whole: Stretch,
  start = 0,
  end = whole.text.length,
): { start: number; end: number } {
  const first = whole.at[start] ?? 0;
  return { start: first, end: (whole.at[end - 1] ?? first) + 1 };
}

/** The parts between the blanks that were dropped: '市工信局　市财政局' → two. */
export function splitAtGaps(whole: Stretch): Stretch[] {
  const cuts = [0, ...[...whole.gaps].sort((a, b) => a - b), whole.text.length];
  return cuts.slice(1).map((end, i) => sliceStretch(whole, cuts[i]!, end));
}
