/** A value with the words of the source that say it. */
import { type Stretch, sourceSpan } from './stretch.ts';

export interface Found<T> {
  value: T;
  /** UTF-16 offsets into the source; end is exclusive. */
  span: { start: number; end: number };
  /** The source between them, verbatim. */
  quote: string;
}

/** `value` said by the words from the start of `first` to the end of `last`. */
export function found<T>(source: string, first: Stretch, value: T, last: Stretch = first): Found<T> {
  const span = { start: sourceSpan(first).start, end: sourceSpan(last).end };
  return { value, span, quote: source.slice(span.start, span.end) };
}
