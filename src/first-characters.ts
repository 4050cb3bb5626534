/** Which of many words may stand in a text, told by their first character: of hundreds a text has a few. */

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0);

/** Makes the function that gives, for a text, the items whose word begins with a character of the text, in the order of `items`. */
export function byFirstCharacter<T>(items: readonly T[], wordOf: (item: T) => string): (text: string) => T[] {
  const positions = new Map<string, number[]>();
  items.forEach((item, position) => {
    const first = firstOf(wordOf(item));
    const list = positions.get(first);
    if (list) list.push(position);
    else positions.set(first, [position]);
  });
  return (text) =>
    Array.from(new Set(text))
      .flatMap((character) => positions.get(character) ?? [])
      .sort((a, b) => a - b)
      .map((position) => items[position]!);
}
