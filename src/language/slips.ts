/**
 * Slips of a keyboard that writes by sound: 用点量 is 用电量, 发明砖利 are 发明专利. What is no word as it is written, and sounds like a
 * word that facts are called by, is read as that word. Nothing is a list: the words are those of the facts on the shelf.
 */
import type { Facts, Meanings } from '../facts/index.ts';
import { type Hit, withoutOverlaps, wordFinder } from './find-words.ts';
import { languageOf } from './named/language.ts';
import { soundOf } from './sound.ts';
import type { Clause, Utterance } from './utterance.ts';

/** The utterance with its slips mended; every offset stays. */
export function withoutSlips<U extends Utterance>(utterance: U, facts: Facts, meanings: Meanings): U {
  const text = mended(utterance.text, facts, meanings);
  if (text === utterance.text) return utterance;
  const clauses = utterance.clauses.map(
    (clause): Clause => ({ ...clause, text: text.slice(clause.start, clause.end) }),
  );
  return { ...utterance, text, clauses };
}

function mended(text: string, facts: Facts, meanings: Meanings): string {
  const { words, find } = vocabularyOf(facts);
  const isSlip = ({ start, end, word }: Hit): boolean => {
    const written = text.slice(start, end);
    return written !== words[word] && alike(written, words[word]!) * 2 >= written.length;
  };
  const slips = find(inSounds(text)).filter(isSlip);
  if (slips.length === 0) return text;
  const singles = singlesIn(text);
  // 限上 has a meaning, and is no 线上 that was written wrong.
  const known = languageOf(meanings).find(text);
  const isNoWord = ({ start, end }: Hit): boolean => {
    if (known.some((one) => one.end - one.start > 1 && one.start < end && start < one.end)) return false;
    for (let at = start; at < end; at++) if (!singles.has(at)) return false;
    return true;
  };
  let result = text;
  for (const { start, end, word } of withoutOverlaps(slips.filter(isNoWord), text.length))
    result = result.slice(0, start) + words[word] + result.slice(end);
  return result;
}

const inSounds = (text: string): string => text.replace(/\p{Script=Han}/gu, soundOf);

/** How many characters stand in the same place in both. */
const alike = (one: string, other: string): number =>
  [...one].filter((character, at) => other[at] === character).length;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where characters stand that are a word by themselves: what is written wrong falls apart into such. */
const singlesIn = (text: string): ReadonlySet<number> =>
  new Set(Array.from(segmenter.segment(text), ({ segment, index }) => (segment.length === 1 ? index : -1)));

interface Vocabulary {
  words: readonly string[];
  /** In a text of sounds. */
  find: (sounds: string) => Hit[];
}
const vocabularies = new WeakMap<Facts, Vocabulary>();

/** What facts are called, and the words of their labels. */
function vocabularyOf(facts: Facts): Vocabulary {
  let vocabulary = vocabularies.get(facts);
  if (!vocabulary) {
    const called = [...facts.values()].flatMap(({ label, words }) => [
      ...words,
      ...(label.length <= LONGEST ? [label] : []),
      ...Array.from(segmenter.segment(label), ({ segment }) => segment),
    ]);
    const words = [...new Set(called)].filter(
      (word) => HAN_ONLY.test(word) && (word.length > 2 || !SMALL.test(word)),
    );
    vocabulary = { words, find: wordFinder(words.map(inSounds)) };
    vocabularies.set(facts, vocabulary);
  }
  return vocabulary;
}

/** Longer names are said in pieces. */
const LONGEST = 6;
const HAN_ONLY = /^\p{Script=Han}{2,}$/u;
/** 签了, 拿到: of two characters the one of which any verb may have. */
const SMALL = /[了的到下过着]/u;
