/** Sentences of the paragraphs, with where they stand. */
import type { Paragraph } from './paragraphs.ts';
import { type Stretch, sliceStretch } from './stretch.ts';

export interface Sentence {
  stretch: Stretch;
  paragraph: number;
}

/** Ends at 。！？ and ；; a full stop inside brackets does not count. */
export function* readSentences(
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
): Generator<Sentence> {
  for (let i = from; i < to; i++) {
    const { stretch } = paragraphs[i]!;
    let start = 0;
    for (const stop of stretch.text.matchAll(/[。；;！？]|$/gu)) {
      const end = stop.index + stop[0].length;
      if (end > start) yield { stretch: sliceStretch(stretch, start, end), paragraph: i };
      start = end;
    }
  }
}

/** From the first to the last comma-part of a sentence for which `keep` holds, without the mark at its end; the whole sentence when none does. */
export function narrow(sentence: Stretch, keep: (part: string) => boolean): Stretch {
  let from = -1;
  let to = -1;
  for (const part of sentence.text.matchAll(/[^，,]+/gu)) {
    if (!keep(part[0])) continue;
    if (from < 0) from = part.index;
    to = part.index + part[0].replace(/[。；;！？]$/u, '').length;
  }
  return from < 0 ? sentence : sliceStretch(sentence, from, to);
}
