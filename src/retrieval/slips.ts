/**
 * Wrong characters in a question: 补帖 → 补贴, 专金特新 → 专精特新. A character whose pairs no document has stands for one that
 * has known pairs with both of its neighbours (专精, 精特), whatever its sound; at the edge of a word it stands for one that sounds
 * alike. What is put in weighs less than what was written.
 */
import { eachTerm, firstOf, isPair, pairOf, secondOf, type Term } from './analyse.ts';
import { charactersBySound, syllablesOf } from './pinyin.ts';
import type { Postings } from './postings.ts';

export interface Vocabulary {
  /** Known second characters by the first, and first ones by the second. */
  after: Map<number, number[]>;
  before: Map<number, number[]>;
  /** Known characters by syllable; made when first needed. */
  bySound: () => Map<string, string[]>;
}

/** A term put into the question. */
export interface Repair {
  means: Term;
  weight: number;
}

const BOTH_SIDES = 0.8;
const SAME_SOUND = 0.6;
/** A character that could be many others is no evidence for any. */
const MOST_CANDIDATES = 3;

export function buildVocabulary(text: Postings): Vocabulary {
  const after = new Map<number, number[]>();
  const before = new Map<number, number[]>();
  for (const term of text.termIds.keys()) {
    if (!isPair(term)) continue;
    put(after, firstOf(term), secondOf(term));
    put(before, secondOf(term), firstOf(term));
  }
  let bySound: Map<string, string[]> | undefined;
  return {
    after,
    before,
    bySound: () => {
      bySound ??= charactersBySound(text.termIds.keys());
      return bySound;
    },
  };
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** jing ~ jin, zhi ~ zi: endings and beginnings that many do not tell apart. */
const blurred = (syllable: string) => syllable.replace(/ng$/u, 'n').replace(/^(?<start>[zcs])h/u, '$<start>');

/** Blurred syllables by number, from 1. */
const soundNumbers = new Map<string, number>();

function soundNumber(sound: string): number {
  const known = soundNumbers.get(sound) ?? soundNumbers.size + 1;
  soundNumbers.set(sound, known);
  return known;
}

/** By character its one or two sounds, as the low and the high half of a number. Each slip is compared with dozens of characters. */
const keptSounds = new Uint32Array(0x10000);
const lowHalf = (sounds: number) => sounds & 0xffff;
const highHalf = (sounds: number) => sounds >>> 16;

function soundsOf(code: number): number {
  const kept = keptSounds[code]!;
  if (kept) return kept;
  const [first = 0, second = first] = syllablesOf(String.fromCharCode(code)).map(blurred).map(soundNumber);
  const sounds = (second << 16) | first;
  keptSounds[code] = sounds;
  return sounds;
}

/** Those of the characters that share a sound with this one. */
function soundingLike(code: number, characters: number[] = []): number[] {
  const low = lowHalf(soundsOf(code));
  const high = highHalf(soundsOf(code));
  return characters.filter((other) => {
    const first = lowHalf(soundsOf(other));
    const second = highHalf(soundsOf(other));
    return first === low || first === high || second === low || second === high;
  });
}

/** Pairs that the question's slips stand for. */
export function repairs(vocabulary: Vocabulary, text: Postings, question: string): Repair[] {
  const pairs: number[] = [];
  eachTerm(question, (term) => {
    if (isPair(term)) pairs.push(term);
  });
  const unknown = (pair: number | undefined) => pair !== undefined && !text.termIds.has(pair);
  return pairs.flatMap((pair, at) => {
    if (!unknown(pair)) return [];
    const next = pairs[at + 1];
    const follows = next !== undefined && firstOf(next) === secondOf(pair) && unknown(next);
    const between = follows ? fitBetween(vocabulary, text, firstOf(pair), secondOf(next)) : [];
    return between.length ? between : soundAlike(vocabulary, firstOf(pair), secondOf(pair));
  });
}

/** 专□特: characters that have known pairs with both. */
function fitBetween(vocabulary: Vocabulary, text: Postings, first: number, last: number): Repair[] {
  const candidates = (vocabulary.after.get(first) ?? []).filter((one) => text.termIds.has(pairOf(one, last)));
  if (candidates.length > MOST_CANDIDATES) return [];
  const weight = BOTH_SIDES / candidates.length;
  return candidates.flatMap((one) => [
    { means: pairOf(first, one), weight },
    { means: pairOf(one, last), weight },
  ]);
}

/** 补帖: 补贴 is known, and 贴 sounds like 帖. */
function soundAlike(vocabulary: Vocabulary, first: number, second: number): Repair[] {
  const likeSecond = soundingLike(second, vocabulary.after.get(first));
  const likeFirst = soundingLike(first, vocabulary.before.get(second));
  const meant = [
    ...likeSecond.map((one) => pairOf(first, one)),
    ...likeFirst.map((one) => pairOf(one, second)),
  ];
  if (meant.length > MOST_CANDIDATES) return [];
  return meant.map((means) => ({ means, weight: SAME_SOUND / meant.length }));
}
