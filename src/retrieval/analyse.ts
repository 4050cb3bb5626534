/** Text → terms. The same function reads documents and questions. */
import { forLastTexts } from '../contract/index.ts';
import { simplified } from '../language/index.ts';

/** A Han character, a pair of neighbours (both as numbers), or a run of letters and digits. */
export type Term = number | string;

const PAIR = 0x10000;
/** Han characters begin at 0x3400. Counted from here, each pair is above PAIR and still a small integer, which a Map finds fastest. */
const BEFORE_HAN = 0x33ff;

/** Two neighbouring characters as one number, and back. */
export const pairOf = (first: number, second: number): number => (first - BEFORE_HAN) * PAIR + second;
export const firstOf = (pair: number): number => (pair >>> 16) + BEFORE_HAN;
export const secondOf = (pair: number): number => pair & 0xffff;

export function isPair(term: Term): term is number {
  return typeof term === 'number' && term >= PAIR;
}

/** One spelling for things that are the same: NFKC, lower case, simplified characters. */
export function normalise(text: string): string {
  return simplified(isPlain(text) ? text : text.normalize('NFKC').toLowerCase());
}

/** Most short texts are: Han characters, small letters and figures, which nothing has to be done to. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isHan(code) && !isWordCode(code)) return false;
  }
  return true;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isWordCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}

/**
 * Calls `visit` for every term of a normalised text: single characters beside bigrams (ABC is A, AB, B, BC, C), and words of
 * letters and digits as they are. Single characters beside bigrams are the one step that pays on every question set tried.
 */
export function eachTerm(text: string, visit: (term: Term) => void): void {
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      if (before) visit(pairOf(before, code));
      visit(code);
      before = code;
    } else if (isWordCode(code)) {
      let end = at + 1;
      while (end < text.length && isWordCode(text.charCodeAt(end))) end += 1;
      visit(text.slice(at, end));
      at = end - 1;
      before = 0;
    } else if (code !== 0x20 && code !== 0x0a && code !== 0x0d) {
      before = 0;
    }
  }
}

export function termsOf(text: string): Set<Term> {
  const terms = new Set<Term>();
  eachTerm(text, (term) => terms.add(term));
  return terms;
}

/** The term as people read it. */
export function spell(term: Term): string {
  if (typeof term === 'string') return term;
  if (term < PAIR) return String.fromCharCode(term);
  return String.fromCharCode(firstOf(term), secondOf(term));
}

/** 350 · 4000w; 5g, 4a and iso9001 are names. */
export function isNumberTerm(term: Term): boolean {
  return typeof term === 'string' && /^\d+[wk]?$/u.test(term);
}

/** Words as Intl.Segmenter cuts them: for sureness and quotes, not for ranking. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

interface Cut {
  segments: string[];
  words: string[];
}

const CLAUSE_ENDS = new Set([',', ';', '!', '?', '。', '\n']);

/**
 * Finding one question cuts the same text several times, and its clauses apart. Cutting is slow, and a clause alone is cut as it is
 * within the whole.
 */
const cut = forLastTexts<Cut>(32, (text, keep) => {
  const whole: Cut = { segments: [], words: [] };
  let clause: Cut = { segments: [], words: [] };
  let from = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    whole.segments.push(segment);
    if (isWordLike) whole.words.push(segment);
    if (CLAUSE_ENDS.has(segment)) {
      keep(text.slice(from, index), clause);
      from = index + segment.length;
      clause = { segments: [], words: [] };
    } else {
      clause.segments.push(segment);
      if (isWordLike) clause.words.push(segment);
    }
  }
  if (from > 0) keep(text.slice(from), clause);
  return whole;
});

export const segmentsOf = (text: string): readonly string[] => cut(text).segments;
export const wordsOf = (text: string): readonly string[] => cut(text).words;
