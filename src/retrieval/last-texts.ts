/** Answers kept for the last few texts: one turn reads the same message, and its parts, again and again. */

/** The function itself, with its answers for the last `most` texts kept. The answers must not be changed. */
export function forLastTexts<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = answer(text);
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(text, made);
    return made;
  };
}
