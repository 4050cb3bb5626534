/** All texts of an index, cut once: what they are found by, and their single ways of asking, are both made from the same terms. */
import { eachTerm } from './analyse.ts';
import { growingTermIds, type TermIds } from './term-ids.ts';

export interface Cut {
  termIds: TermIds;
  /** How many documents, and fields of each. */
  size: number;
  fields: number;
  /** The numbers of the terms of all pieces, one piece behind the other. */
  terms: Uint32Array;
  /** By piece: where its terms begin; one more than pieces. */
  starts: Uint32Array;
  /** By document × fields + field: its first piece; one more than there are. */
  pieces: Uint32Array;
}

/** A character makes two terms at most: itself, and a pair with the one before. */
const MOST_A_CHARACTER = 2;

/**
 * `read(document, field)` gives normalised texts: pieces that do not go on in each other. `characters`: about how many there are; with room
 * for all, nothing has to be moved while they are read, and room that is not used costs nothing.
 */
export function cutTexts(
  size: number,
  fields: number,
  read: (document: number, field: number) => readonly string[],
  characters = 1 << 15,
): Cut {
  const termIds = growingTermIds();
  const pieces = new Uint32Array(size * fields + 1);
  let terms = new Uint32Array(MOST_A_CHARACTER * characters + 1);
  let end = 0;
  let starts = new Uint32Array(1 << 12);
  let piece = 0;
  const take = (term: number | string) => {
    if (end === terms.length) terms = longer(terms);
    terms[end] = termIds.put(term);
    end += 1;
  };
  for (let document = 0; document < size; document += 1)
    for (let field = 0; field < fields; field += 1) {
      for (const text of read(document, field)) {
        eachTerm(text, take);
        piece += 1;
        if (piece === starts.length) starts = longer(starts);
        starts[piece] = end;
      }
      pieces[document * fields + field + 1] = piece;
    }
  return { termIds, size, fields, terms, starts: starts.subarray(0, piece + 1), pieces };
}

function longer(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(Math.ceil(values.length * 1.5));
  more.set(values);
  return more;
}
