/** The word patterns of facts.yaml: plain characters, (a|b), (a|b)?, and … for up to twelve characters of the same clause. */

export interface Match {
  start: number;
  end: number;
  /** What stood where the pattern has …; a negation there turns the meaning. */
  gaps: string;
}

const GAP = '(?<gap#>[^,。;!?\\n]{0,12}?)';

const cache = new Map<string, RegExp>();

/** A pattern as a regular expression over plainText. Written brackets of the text are full-width in a pattern: 首台（套）. */
function compile(pattern: string): RegExp {
  let regex = cache.get(pattern);
  if (!regex) {
    let gaps = 0;
    const source = pattern
      .replace(/[.*+[\]{}^$]/gu, '\\$&')
      .replace(/（/gu, '\\(')
      .replace(/）/gu, '\\)')
      .replace(/\((?!\\)/gu, (bracket, at: number, all: string) => (all[at - 1] === '\\' ? bracket : '(?:'))
      .replace(/…/gu, () => GAP.replace('#', String(gaps++)));
    regex = new RegExp(source.normalize('NFKC').replace(/[“”]/gu, ''), 'gu');
    cache.set(pattern, regex);
  }
  return regex;
}

/** Every place where one of the patterns stands; of overlapping ones the longest. */
export function findPatterns(text: string, patterns: readonly string[]): Match[] {
  const found: Match[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(compile(pattern))) {
      const gaps = Object.values(match.groups ?? {}).join(' ');
      if (match[0] !== '') found.push({ start: match.index, end: match.index + match[0].length, gaps });
    }
  }
  return longest(found);
}

export const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Without those that a longer one overlaps; in the order of the text. */
export function longest<T extends { start: number; end: number }>(matches: readonly T[]): T[] {
  const kept: T[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((one) => overlap(one, match))) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
