/** An utterance without what tells nothing: blank, in a text of the same length, so that what is read stands where it stood. */
import type { Clause, Span, Utterance } from './utterance.ts';

/** Stands for a character that tells nothing; it ends a sentence, so that nothing is read across it. */
const GAP = '。';
/** Stands for a character of a word that is left out within a clause, which goes on. */
const HOLE = ' ';

const isEmpty = ({ start, end }: Span): boolean => end <= start;
const inside = (one: Span, other: Span): boolean => one.start >= other.start && one.end <= other.end;
const touches = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

const filled = (text: string, spans: readonly Span[], filling: string): string => {
  let result = '';
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + filling.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
};

/** Without the spans: what stands before one and what stands behind are clauses of two sentences. An empty span only parts a clause. */
export function without(utterance: Utterance, spans: readonly Span[]): Utterance {
  if (spans.length === 0) return utterance;
  const text = filled(utterance.text, spans, GAP);
  let gaps = 0;
  const clauses = utterance.clauses.flatMap((clause) => {
    const cut = spans.filter(
      (span) => span.start < clause.end && span.end >= clause.start && span.start >= clause.start,
    );
    if (cut.length === 0) return [gaps === 0 ? clause : { ...clause, sentence: clause.sentence + gaps }];
    const pieces: Clause[] = [];
    let start = clause.start;
    const add = (end: number, isLast: boolean) => {
      if (end > start) pieces.push(pieceOf(clause, start, end, text, clause.sentence + gaps, isLast));
    };
    for (const span of cut.toSorted((a, b) => a.start - b.start)) {
      add(span.start, false);
      if (!isEmpty(span)) gaps++;
      start = Math.max(start, span.end);
    }
    add(clause.end, true);
    return pieces;
  });
  return {
    ...utterance,
    text,
    clauses,
    figures: utterance.figures.filter((one) => !spans.some((span) => touches(one, span))),
  };
}

/** Without the words at the spans, the clauses around them going on. */
export function withHoles(utterance: Utterance, spans: readonly Span[]): Utterance {
  if (spans.length === 0) return utterance;
  const text = filled(utterance.text, spans, HOLE);
  return {
    ...utterance,
    text,
    clauses: utterance.clauses.map((clause) => ({ ...clause, text: text.slice(clause.start, clause.end) })),
    figures: utterance.figures.filter((one) => !spans.some((span) => touches(one, span))),
  };
}

function pieceOf(
  clause: Clause,
  start: number,
  end: number,
  text: string,
  sentence: number,
  isLast: boolean,
): Clause {
  return {
    ...clause,
    start,
    end,
    text: text.slice(start, end),
    sentence,
    question: clause.question && isLast,
    opened: Math.max(clause.opened, start),
    matter: Math.max(clause.matter, start),
    words: clause.words.filter((word) => inside(word, { start, end })),
  };
}

/** Only the clauses that are wanted; the rest of the text is blank. */
export function onlyClauses(utterance: Utterance, wanted: (clause: Clause) => boolean): Utterance {
  return without(
    utterance,
    utterance.clauses.filter((clause) => !wanted(clause)),
  );
}

/** Without what only opens the talk or addresses somebody. */
export const withoutOpenings = (utterance: Utterance): Utterance => {
  const opened = utterance.clauses.filter(({ addresses, opened, start }) => addresses || opened > start);
  if (opened.length === 0) return utterance;
  const spans = opened.map(({ addresses, start, end, opened: at }) => ({ start, end: addresses ? end : at }));
  const { text, figures } = without(utterance, spans);
  const clauses = utterance.clauses
    .filter(({ addresses }) => !addresses)
    .map((clause) => ({
      ...clause,
      start: clause.opened,
      text: text.slice(clause.opened, clause.end),
      words: clause.words.filter((word) => word.start >= clause.opened),
    }));
  return { ...utterance, text, clauses, figures };
};
