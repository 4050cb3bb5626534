/** Superscripts as characters of their own: 10 with a raised 4 is 10⁴, not 104. */
const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()n'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][i]!]),
);

/** '4' → '⁴'; what has no raised form is put behind ^; a mark of a footnote ([1]) is left out. */
export function raised(words: string): string {
  const bare = words.trim();
  if (bare === '' || /^[[【〔].*[\]】〕]$/u.test(bare)) return '';
  return [...bare].every((sign) => sign in RAISED)
    ? [...bare].map((sign) => RAISED[sign]!).join('')
    : `^${bare}`;
}
