/** A stretch of readable text that knows where each of its characters stands in the source. */

export interface Span {
  /** UTF-16 offsets into the source; end is exclusive. */
  start: number;
  end: number;
}

export interface Passage {
  text: string;
  /** Where each UTF-16 unit of `text` stands in the source. */
  at: readonly number[];
}

/**
 * The readable text of a stretch of the source, found again character by character: reading only leaves characters out
 * (blanks, page numbers, markup). A character that the source has not keeps the place of the one before it.
 */
export function passageOf(text: string, source: string, from: number): Passage {
  const at: number[] = [];
  let next = from;
  for (const unit of text.split('')) {
    const found = /\s/u.test(unit) ? -1 : source.indexOf(unit, next);
    if (found < 0) at.push(Math.max(from, next - 1));
    else {
      at.push(found);
      next = found + 1;
    }
  }
  return { text, at };
}

export const slice = ({ text, at }: Passage, start: number, end: number = text.length): Passage => ({
  text: text.slice(start, end),
  at: at.slice(start, end),
});

/** The passage without the given stretches (offsets into its text, in order). */
export function without(passage: Passage, spans: readonly Span[]): Passage {
  const kept: Passage[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    kept.push(slice(passage, from, start));
    from = end;
  }
  kept.push(slice(passage, from));
  return { text: kept.map(({ text }) => text).join(''), at: kept.flatMap(({ at }) => at) };
}

/** Without blanks at either end. */
export function trim(passage: Passage): Passage {
  const start = passage.text.length - passage.text.trimStart().length;
  return slice(passage, start, Math.max(start, passage.text.trimEnd().length));
}

/** Where it stands in the source. */
export const sourceSpan = ({ at }: Passage): Span => ({ start: at[0] ?? 0, end: (at.at(-1) ?? -1) + 1 });
