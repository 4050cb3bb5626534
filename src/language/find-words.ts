/** Many words found in a text in one pass (Aho–Corasick): the time grows with the text alone, not with the list. */

interface Node {
  next: Map<number, Node>;
  /** Where to go on when the next character does not fit: the longest word beginning that ends here. */
  back: Node | null;
  /** Words that end here, as their numbers in the list, the longest first. */
  ends: number[];
}

/** A word of the list, where it stands: UTF-16 offsets, end exclusive. */
export interface Hit {
  start: number;
  end: number;
  /** Its place in the list. */
  word: number;
}

const node = (): Node => ({ next: new Map(), back: null, ends: [] });

/** Every place of every word of the list, overlapping ones too, in the order of their ends. Empty words are found nowhere. */
export function wordFinder(words: readonly string[]): (text: string) => Hit[] {
  const root = plant(words);
  return (text) => {
    const hits: Hit[] = [];
    let at = root;
    for (let i = 0; i < text.length; i++) {
      at = step(at, text.charCodeAt(i), root);
      for (const word of at.ends) hits.push({ start: i + 1 - words[word]!.length, end: i + 1, word });
    }
    return hits;
  };
}

function step(from: Node, code: number, root: Node): Node {
  for (let at: Node | null = from; at; at = at.back) {
    const next = at.next.get(code);
    if (next) return next;
  }
  return root;
}

function plant(words: readonly string[]): Node {
  const root = node();
  words.forEach((word, index) => {
    if (word === '') return;
    let at = root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      const next = at.next.get(code) ?? node();
      at.next.set(code, next);
      at = next;
    }
    at.ends.push(index);
  });
  const queue: Node[] = [root];
  for (const at of queue) {
    for (const [code, next] of at.next) {
      next.back = at === root ? root : step(at.back ?? root, code, root);
      next.ends.push(...next.back.ends);
      queue.push(next);
    }
  }
  return root;
}

/**
 * Of hits that overlap, those that cut a text of this length into the fewest pieces, a character outside of every word being a piece
 * (说·不好意思, not 说不好·意·思); among equals the longer word first.
 */
export function withoutOverlaps(hits: readonly Hit[], length: number): Hit[] {
  const byStart = Map.groupBy(hits, ({ start }) => start);
  const pieces = new Array<number>(length + 1).fill(0);
  const taken = new Array<Hit | null>(length + 1).fill(null);
  for (let at = length - 1; at >= 0; at--) {
    pieces[at] = pieces[at + 1]! + 1;
    for (const hit of byStart.get(at) ?? []) {
      const count = pieces[hit.end]! + 1;
      if (count > pieces[at]! || (count === pieces[at] && (taken[at]?.end ?? 0) >= hit.end)) continue;
      pieces[at] = count;
      taken[at] = hit;
    }
  }
  const kept: Hit[] = [];
  for (let at = 0; at < length; ) {
    const hit = taken[at];
    if (hit) kept.push(hit);
    at = hit ? hit.end : at + 1;
  }
  return kept;
}
