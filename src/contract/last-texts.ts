/** Answers kept for the last few texts: one turn reads the same message, and its parts, again and again. */

/**
 * The function itself, with its answers for the last `most` texts kept. What it comes to know of other texts on the way it can keep,
 * too. The answers must not be changed.
 */
export function forLastTexts<T>(
  most: number,
  answer: (text: string, keep: (other: string, its: T) => void) => T,
): (text: string) => T {
  const kept = new Map<string, T>();
  const keep = (text: string, its: T) => {
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(text, its);
  };
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = answer(text, keep);
    keep(text, made);
    return made;
  };
}
