/** Where each value of a draft stands in its source: the stretches that light up together with it. */

import { quoteFinder } from '../../src/policy/index.ts';
import type { Draft } from '../../src/service/index.ts';

export interface Mark {
  /** Of the value: v-KEY beside s-KEY. */
  key: string;
  start: number;
  end: number;
}

/** Benefits lie within measures, and so on: the innermost is the one that a stretch leads to. */
export function marksOf({ policy, data, source }: Draft): Mark[] {
  if (!policy) return [];
  const find = quoteFinder(source, policy.furniture);
  const marks: Mark[] = [];
  const add = (key: string, span: { start: number; end: number } | null) => {
    if (span) marks.push({ key, start: span.start, end: span.end });
  };
  const ofPair = (pair: [number, number] | null | undefined) =>
    pair ? { start: pair[0], end: pair[1] } : null;
  add('number', ofPair(data.stands?.document));
  add('title', ofPair(data.stands?.title));
  add('issuer', ofPair(data.stands?.issuer));
  for (const [key, stated] of [
    ['issued', policy.issued],
    ['validFrom', policy.validFrom],
    ['validUntil', policy.validUntil],
    ['applicationDeadline', policy.applyBy],
    ['explained', policy.explained],
  ] as const)
    if (stated) add(key, find(stated.quote));
  policy.review.forEach(({ span }, i) => {
    add(`review-${i}`, span);
  });
  for (const { number, clause, benefits } of policy.measures) {
    add(`m-${number}`, clause);
    benefits.forEach(({ quote }, i) => {
      add(`b-${number}-${i}`, find(quote));
    });
  }
  return marks;
}

export interface Piece {
  text: string;
  /** Innermost first. */
  keys: string[];
  /** Keys whose stretch begins here. */
  begins: string[];
}

/** The source cut wherever a stretch begins or ends. */
export function piecesOf(source: string, marks: readonly Mark[]): Piece[] {
  const cuts = [...new Set([0, source.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  );
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!;
    const over = marks
      .filter((mark) => mark.start <= start && mark.end >= end)
      .sort((one, other) => one.end - one.start - (other.end - other.start));
    return {
      text: source.slice(start, end),
      keys: over.map(({ key }) => key),
      begins: over.filter((mark) => mark.start === start).map(({ key }) => key),
    };
  });
}
