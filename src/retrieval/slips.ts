/**
 * Wrong characters in a question: 补帖 → 补贴, 专金特新 → 专精特新. A character whose pairs no document has stands for one that
 * has known pairs with both of its neighbours (专精, 精特), whatever its sound; at the edge of a word it stands for one that sounds
 * alike. What is put in weighs less than what was written. Sound: ICU sorts characters by pinyin, so those of one syllable are neighbours.
 */
import { eachTerm, type Term } from './analyse.ts';
import type { Postings } from './postings.ts';

const PAIR = 0x10000;

export interface Vocabulary {
  /** Known second characters by the first, and first ones by the second. */
  after: Map<number, number[]>;
  before: Map<number, number[]>;
  /** The characters of the documents in the order of their sound. */
  bySound: () => string[];
}

export interface Repair {
  /** The pair put in. */
  means: Term;
  weight: number;
}

const BOTH_SIDES = 0.8;
const SAME_SOUND = 0.6;
/** So many neighbours to each side in the order of sound count as sounding alike: about one syllable. */
const NEIGHBOURS = 6;
/** A character that could be many others is no evidence for any. */
const MOST_CANDIDATES = 3;

export function buildVocabulary(text: Postings): Vocabulary {
  const after = new Map<number, number[]>();
  const before = new Map<number, number[]>();
  const characters: string[] = [];
  const put = (map: Map<number, number[]>, key: number, value: number) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const term of text.termIds.keys()) {
    if (typeof term === 'string') continue;
    if (term < PAIR) {
      characters.push(String.fromCharCode(term));
      continue;
    }
    const first = Math.floor(term / PAIR);
    put(after, first, term % PAIR);
    put(before, term % PAIR, first);
  }
  let sorted: string[] | undefined;
  return {
    after,
    before,
    bySound: () => {
      sorted ??= characters.sort(new Intl.Collator('zh-u-co-pinyin').compare);
      return sorted;
    },
  };
}

/** Known characters that sound like this one. */
function soundAlikes(vocabulary: Vocabulary, code: number): Set<number> {
  const characters = vocabulary.bySound();
  const { compare } = new Intl.Collator('zh-u-co-pinyin');
  const character = String.fromCharCode(code);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(characters[middle]!, character) < 0) low = middle + 1;
    else high = middle;
  }
  return new Set(
    characters.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS + 1).map((one) => one.charCodeAt(0)),
  );
}

/** Pairs that the question's slips stand for. */
export function repairs(vocabulary: Vocabulary, text: Postings, question: string): Repair[] {
  const pairs: number[] = [];
  eachTerm(question, (term) => {
    if (typeof term === 'number' && term >= PAIR) pairs.push(term);
  });
  const known = (pair: number | undefined) => pair !== undefined && text.termIds.has(pair);
  const found: Repair[] = [];
  pairs.forEach((pair, at) => {
    if (known(pair)) return;
    const first = Math.floor(pair / PAIR);
    const second = pair % PAIR;
    const next = pairs[at + 1];
    // 专金特: neither 专金 nor 金特 is known, 专精 and 精特 are.
    if (next !== undefined && Math.floor(next / PAIR) === second && !known(next)) {
      const fits = new Set(vocabulary.before.get(next % PAIR) ?? []);
      const between = (vocabulary.after.get(first) ?? []).filter((candidate) => fits.has(candidate));
      if (between.length > 0 && between.length <= MOST_CANDIDATES) {
        for (const candidate of between) {
          const weight = BOTH_SIDES / between.length;
          found.push(
            { means: first * PAIR + candidate, weight },
            { means: candidate * PAIR + (next % PAIR), weight },
          );
        }
        return;
      }
    }
    // 补帖: 补贴 is known and 贴 sounds like 帖.
    const likeSecond = soundAlikes(vocabulary, second);
    const likeFirst = soundAlikes(vocabulary, first);
    const meant = [
      ...(vocabulary.after.get(first) ?? [])
        .filter((one) => likeSecond.has(one))
        .map((one) => first * PAIR + one),
      ...(vocabulary.before.get(second) ?? [])
        .filter((one) => likeFirst.has(one))
        .map((one) => one * PAIR + second),
    ];
    if (meant.length <= MOST_CANDIDATES)
      for (const one of meant) found.push({ means: one, weight: SAME_SOUND / meant.length });
  });
  return found;
}
