/** Which of many words may stand in a text, told by characters alone: of thousands a text has a few. */

/** One bit of 32 for each character. A text that lacks one of a word's bits lacks a character of the word. */
function bitsOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) % 32);
  return bits;
}

/**
 * Makes the function that gives, for a text, the items whose word may stand in it, in the order of `items`: surely all whose characters
 * the text has, together or scattered, and hardly any other.
 */
export function candidatesOf<T>(items: readonly T[], wordOf: (item: T) => string): (text: string) => T[] {
  const bits = Int32Array.from(items, (item) => bitsOf(wordOf(item)));
  const byFirst = new Map<number, number[]>();
  items.forEach((item, position) => {
    const first = wordOf(item).charCodeAt(0);
    const list = byFirst.get(first);
    if (list) list.push(position);
    else byFirst.set(first, [position]);
  });
  return (text) => {
    const lacking = ~bitsOf(text);
    const found: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const list = byFirst.get(text.charCodeAt(at));
      if (!list) continue;
      for (const position of list) if ((bits[position]! & lacking) === 0) found.push(position);
    }
    return found
      .sort((a, b) => a - b)
      .filter((position, at) => position !== found[at - 1])
      .map((position) => items[position]!);
  };
}
