/** The word patterns of facts.yaml: plain characters, (a|b), (a|b)?, … for up to twelve characters of the same clause, and …… across clauses of a sentence. */

export interface Match {
  start: number;
  end: number;
  /** What stood where the pattern has …, of the last clause; a negation there turns the meaning. */
  gaps: string;
}

const GAP = '(?<gap#>[^,。;!?\\n]{0,12}?)';
const FAR_GAP = '(?<gap#>[^。;!?\\n]{0,24}?)';

/** A pattern as a regular expression over plainText. Written brackets of the text are full-width in a pattern: 首台（套）. */
function regexOf(pattern: string): RegExp {
  let gaps = 0;
  const source = pattern
    .replace(/[.*+[\]{}^$]/gu, '\\$&')
    .replace(/（/gu, '\\(')
    .replace(/）/gu, '\\)')
    .replace(/\((?!\\)/gu, (bracket, at: number, all: string) => (all[at - 1] === '\\' ? bracket : '(?:'))
    .replace(/……|…/gu, (gap) => (gap === '…' ? GAP : FAR_GAP).replace('#', String(gaps++)));
  return new RegExp(source.normalize('NFKC').replace(/[“”]/gu, ''), 'gu');
}

/** How a pattern begins that must have its beginning: 在岗 · (工业|工厂)用电; not (公司)?在岗. */
const BEGINNING = /^(?:(?<plain>[^()|?…\\（）])|\((?<choices>[^()?…\\（）]+)\))(?!\?)/u;

/** The characters that a match may begin with: 在, or 工; null: any. */
function beginningsOf(pattern: string): number[] | null {
  const { plain, choices } = BEGINNING.exec(pattern)?.groups ?? {};
  const beginnings = (plain ?? choices)?.split('|').map((text) => text.normalize('NFKC').charAt(0));
  const known = beginnings?.every((character) => PLAIN.test(character)) ?? false;
  return known ? beginnings!.map((character) => character.charCodeAt(0)) : null;
}
const PLAIN = /^[\p{Script=Han}\da-zA-Z]$/u;

interface Pattern {
  regex: RegExp;
  /** Character codes. Null: nothing is known of the beginning, any text may have it. */
  begins: readonly number[] | null;
}
interface Compiled {
  /** The characters that one of the patterns may begin with. */
  begins: readonly number[] | null;
  patterns: Pattern[];
}

/** By list of patterns: compiled once. Gone with the list. */
const compiled = new WeakMap<readonly string[], Compiled>();

function compile(patterns: readonly string[]): Compiled {
  const list = patterns.map((pattern) => ({ regex: regexOf(pattern), begins: beginningsOf(pattern) }));
  const begins = list.every((one) => one.begins !== null)
    ? [...new Set(list.flatMap((one) => one.begins ?? []))]
    : null;
  const made = { begins, patterns: list };
  compiled.set(patterns, made);
  return made;
}

/** Of the text looked at last, which character codes it has: it is held against hundreds of lists in a row. */
const present = new Uint8Array(0x10000);
let marked = '';

function mark(text: string): void {
  if (text === marked) return;
  for (let i = 0; i < marked.length; i++) present[marked.charCodeAt(i)] = 0;
  for (let i = 0; i < text.length; i++) present[text.charCodeAt(i)] = 1;
  marked = text;
}

function mayBegin(begins: readonly number[] | null): boolean {
  if (begins === null) return true;
  for (const code of begins) if (present[code] === 1) return true;
  return false;
}

/** Every place where one of the patterns stands; of overlapping ones the longest. */
export function findPatterns(text: string, patterns: readonly string[]): Match[] {
  // Of some thousand patterns a message has a few: most are told by their first character, without a search.
  const list = compiled.get(patterns) ?? compile(patterns);
  mark(text);
  if (!mayBegin(list.begins)) return [];
  const found: Match[] = [];
  for (const { regex, begins } of list.patterns) if (mayBegin(begins)) search(text, regex, found);
  return longest(found);
}

function search(text: string, regex: RegExp, found: Match[]): void {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    if (match[0] === '') regex.lastIndex++;
    else {
      // A gap of the branch that was not taken is undefined.
      const taken = Object.values(match.groups ?? {}).filter((gap) => gap !== undefined);
      const gaps = taken.map(inLastClause).join(' ');
      found.push({ start: match.index, end: match.index + match[0].length, gaps });
    }
  }
}

/** A gap across clauses: only the last one's denial turns the meaning. */
const inLastClause = (gap: string): string => gap.slice(gap.lastIndexOf(',') + 1);

export const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Without those that a longer one overlaps; in the order of the text. */
export function longest<T extends { start: number; end: number }>(matches: readonly T[]): T[] {
  if (matches.length < 2) return [...matches];
  const kept: T[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((one) => overlap(one, match))) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
