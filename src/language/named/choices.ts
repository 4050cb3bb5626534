/** Which of a choice's values a sentence names. */
import type { Fact } from '../../facts/index.ts';
import { gramsOf } from './grams.ts';
import type { Language } from './language.ts';

export interface ChoiceHeard<Part> {
  values: string[];
  part: Part;
  start: number;
  end: number;
}

/** How much of the choice's own name stands beside a value that is short. */
const ENOUGH_NAME = 0.3;
/** A value this long needs less of it. */
const LONG = 8;
const SOME_NAME = 0.15;
/** How much of a value has to be said; of a long one a piece may be missing. */
const ENOUGH_VALUE = 0.99;
const ENOUGH_LONG_VALUE = 0.8;

/** 从4A升到5A, 由国家四级晋升: it is not that any more. */
const ROSE_FROM = /[从由][^,，到至升]{0,6}$/u;

interface Found {
  value: string;
  form: string;
  at: number;
  length: number;
}

interface Question<Part> {
  /** How much of the choice's name the sentence says. */
  coverage: number;
  parts: readonly Part[];
  asked: boolean;
  language: Language;
  /** 以前是A级: what the part tells was so once. */
  isPast: (part: Part) => boolean;
}

/** Null where none is named. What is so now is meant, where both are told. */
export function choicesHeard<Part extends { start: number; text: string }>(
  fact: Fact,
  { coverage, parts, asked, language, isPast }: Question<Part>,
): ChoiceHeard<Part> | null {
  const inOrder = [...parts.filter((part) => !isPast(part)), ...parts.filter(isPast)];
  for (const part of inOrder) {
    const found = Object.entries(fact.values ?? {}).flatMap(([value, forms]) =>
      forms.flatMap((form) =>
        placeOf(form, part.text, language).map((place): Found => ({ value, form, ...place })),
      ),
    );
    // 提名奖 is no 奖 of its own: of two that overlap the longer is meant.
    const kept = found.filter(
      (one) =>
        !found.some(
          (other) =>
            other.length > one.length && other.at <= one.at && other.at + other.length >= one.at + one.length,
        ),
    );
    const reached = kept.filter(({ at }) => !(kept.length > 1 && ROSE_FROM.test(part.text.slice(0, at))));
    const sure = reached.filter(
      ({ form }) => asked || coverage >= (form.length >= LONG ? SOME_NAME : ENOUGH_NAME),
    );
    const [first] = sure;
    if (!first) continue;
    const start = part.start + Math.min(...sure.map(({ at }) => at));
    const end = part.start + Math.max(...sure.map(({ at, length }) => at + length));
    return { values: [...new Set(sure.map(({ value }) => value))], part, start, end };
  }
  return null;
}

/** The values of a choice that a text names as what was so before. */
export function valuesBefore(fact: Fact, text: string, isPast: boolean, language: Language): string[] {
  const found = Object.entries(fact.values ?? {}).flatMap(([value, forms]) =>
    forms.flatMap((form) => placeOf(form, text, language).map((place) => ({ value, ...place }))),
  );
  const before = found.filter(({ at }) => isPast || ROSE_FROM.test(text.slice(0, at)));
  return [...new Set(before.map(({ value }) => value))];
}

/** Where the form stands, in its own words or in such that say the same. */
function placeOf(form: string, text: string, language: Language): { at: number; length: number }[] {
  const at = text.indexOf(form);
  if (at >= 0 && !isWithinLetters(text, at, form.length)) return [{ at, length: form.length }];
  // AAA for AAA级: a rank in letters or figures is told without its 级.
  const bare = form.endsWith('级') ? form.slice(0, -1) : '';
  const bareAt = IN_LETTERS.test(bare) ? placeOfWhole(bare, text) : -1;
  if (bareAt >= 0) return [{ at: bareAt, length: bare.length }];
  const wanted = new Set(gramsOf(form, language).map(({ gram }) => gram));
  if (wanted.size < 2) return [];
  const said = gramsOf(text, language).filter(({ gram }) => wanted.has(gram));
  // 中国质量奖提名奖 is not that of a province: what a name opens with tells most.
  if (!said.some(({ gram }) => gram === [...wanted][0])) return [];
  if (
    new Set(said.map(({ gram }) => gram)).size / wanted.size <
    (form.length >= LONG ? ENOUGH_LONG_VALUE : ENOUGH_VALUE)
  )
    return [];
  const start = Math.min(...said.map((gram) => gram.start));
  return [{ at: start, length: Math.max(...said.map((gram) => gram.end)) - start }];
}

const IN_LETTERS = /^\d*[A-Z]+$/iu;
/** A级 of AA级 is no A级. */
const isWithinLetters = (text: string, at: number, length: number): boolean =>
  (LETTER.test(text[at]!) && LETTER.test(text[at - 1] ?? '')) ||
  (LETTER.test(text[at + length - 1]!) && LETTER.test(text[at + length] ?? ''));
const LETTER = /[A-Z0-9]/iu;
function placeOfWhole(form: string, text: string): number {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (!isWithinLetters(text, at, form.length)) return at;
  return -1;
}
