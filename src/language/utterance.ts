/** A message read once: what each part of it does, and whose it is. Everything behind takes this, never the string. */
import { type Figure, readFigures } from '../figures/index.ts';
import { stretchesOf } from './clauses.ts';
import { pastedStretches, type StandsIn } from './of-document.ts';
import { endOfOpening, onlyAddresses } from './opening.ts';
import { withPastDays } from './past-days.ts';
import { plainText } from './plain-text.ts';
import { partsOf } from './quoted.ts';
import type { Holder, Source } from './reported.ts';
import { sourcesOf, type Told } from './source.ts';
import { type Said, wordsSaid } from './words-said.ts';

/** UTF-16 offsets into the utterance's text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Clause extends Span {
  text: string;
  /** Number of the sentence it belongs to. */
  sentence: number;
  /** It ends in a question mark. */
  question: boolean;
  /** It only opens the talk or addresses somebody. */
  addresses: boolean;
  /** Where its opening ends (请问能不能跟我讲讲). */
  opened: number;
  /** Where its matter begins, behind the opening and the source (听说). */
  matter: number;
  /** Whose deed or figure it is. */
  holder: Holder;
  /** Somebody else told the speaker so. */
  heard: boolean;
  words: readonly Said[];
}

export interface Utterance {
  /** The contact's own words in one spelling (plainText). */
  text: string;
  /** What was quoted above them or passed on with them, as it was given. */
  quoted: string | null;
  clauses: readonly Clause[];
  figures: readonly Figure[];
}

export interface ReadOptions {
  /** The day that 上个月 and 今年 count from. */
  today: string;
  /** What the channel handed over as quoted, apart from the text. */
  quoted?: string | null;
  /** Whether a text (lettersOf) stands in a document on the shelf. */
  standsInDocument?: StandsIn;
}

/** Longer messages are read up to here. */
const LONGEST = 4000;

/** Any text gives an utterance; never throws. */
export function readUtterance(
  given: string,
  { today, quoted = null, standsInDocument }: ReadOptions,
): Utterance {
  const parts = partsOf(given.slice(0, LONGEST));
  const text = plainText(parts.own);
  const words = wordsSaid(text);
  const stretches = stretchesOf(text, words);
  const pasted = standsInDocument ? pastedStretches(stretches, standsInDocument) : null;
  const told = stretches.map((stretch) => {
    const inside = words.filter((word) => word.start >= stretch.start && word.end <= stretch.end);
    const { start, end } = stretch;
    const addresses = onlyAddresses(inside, text, start, end);
    const from = addresses ? end : endOfOpening(inside, text, start, end);
    return { stretch, addresses, words: wordsBehind(inside, text, from, end), from };
  });
  const sources = sourcesOf(told);
  return {
    text,
    quoted: quoted ?? parts.quoted,
    clauses: told.map((one, index) => clauseOf(one, pasted?.has(one.stretch) ? PASTED : sources[index]!)),
    figures: withPastDays(readFigures(text, { ref: today }), text, today),
  };
}

/** 告诉我厂里…: where the opening ends inside a word (我厂), what follows it is read anew. */
function wordsBehind(words: readonly Said[], text: string, from: number, end: number): readonly Said[] {
  if (!words.some((word) => word.start < from && word.end > from)) return words;
  const anew = wordsSaid(text.slice(from, end));
  return [
    ...words.filter((word) => word.end <= from),
    ...anew.map((word) => ({ ...word, start: word.start + from, end: word.end + from })),
  ];
}

const PASTED: Source = { holder: 'document', heard: true, from: 0 };

const clauseOf = ({ stretch, words, from, addresses }: Told, source: Source): Clause => ({
  ...stretch,
  addresses,
  words,
  opened: from,
  matter: source.from,
  holder: source.holder,
  heard: source.heard,
});

/** What is said behind the openings, of whomever: what a question is looked up by. A message that is nothing else stays. */
export function matter({ text, clauses }: Utterance): string {
  if (clauses.every(({ addresses }) => addresses)) return text;
  let result = '';
  let at = 0;
  for (const { start, end, opened, addresses } of clauses) {
    const before = text.slice(at, start);
    if (!addresses) result += (result === '' ? '' : before) + text.slice(opened, end);
    at = end;
  }
  return result + text.slice(at);
}
