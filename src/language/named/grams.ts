/** A text as the pieces that names are compared by: meanings that several words share, and pairs of neighbouring characters. */
import type { Language } from './language.ts';

/** A piece where it stands; offsets into the text, end exclusive. */
export interface Gram {
  gram: string;
  start: number;
  end: number;
  /** It is a meaning that several words share. */
  shared?: true;
}

const HAN_OR_LETTER = /[\p{Script=Han}a-z0-9]/iu;
/** Words that hold a name together and say nothing of what it names. */
const EMPTY = new Set([...'的了和与及等为是在被经对于并或其中我该以由将从个这那有']);

/** Every piece of the text, in its order. A word with a meaning is one piece; what stands between is cut into pairs. */
export function gramsOf(text: string, { find }: Language): Gram[] {
  const grams: Gram[] = [];
  let at = 0;
  for (const { start, end, meaning } of find(text)) {
    pairs(text, at, start, grams);
    grams.push({ gram: meaning, start, end, shared: true });
    at = end;
  }
  pairs(text, at, text.length, grams);
  return grams;
}

/** 开的工, 开了工: a verb and its object with a small word between, and nothing behind. */
const parts = (text: string, at: number, to: number): boolean =>
  PARTS_VERB.has(text[at]!) &&
  HAN.test(text[at - 1]!) &&
  HAN.test(text[at + 1]!) &&
  !EMPTY.has(text[at - 1]!) &&
  (at + 2 >= to || !HAN.test(text[at + 2]!));
const PARTS_VERB = new Set('的了过');
const HAN = /\p{Script=Han}/u;

function pairs(text: string, from: number, to: number, grams: Gram[]): void {
  let run = from;
  const close = (end: number) => {
    if (end - run === 1) grams.push({ gram: text[run]!, start: run, end });
    for (let i = run; i + 1 < end; i++) grams.push({ gram: text.slice(i, i + 2), start: i, end: i + 2 });
  };
  for (let i = from + 1; i + 1 < to; i++)
    if (parts(text, i, to)) grams.push({ gram: text[i - 1]! + text[i + 1]!, start: i - 1, end: i + 2 });
  for (let i = from; i < to; i++) {
    if (HAN_OR_LETTER.test(text[i]!) && !EMPTY.has(text[i]!)) continue;
    close(i);
    run = i + 1;
  }
  close(to);
}
