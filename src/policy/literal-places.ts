/** Where the figures and periods of a rule stand in its source: what a proof points at. */
import type { Day } from '../contract/index.ts';
import { readFigures } from '../figures/index.ts';
import type { Benefit } from './benefit.ts';
import { placeOfLiteral, placeOfPeriod } from './check/literals.ts';
import {
  type Bound,
  literalsOf,
  periodsOf,
  quoteOf,
  type RuleLiteral,
  type RulePeriod,
} from './check/rule-literals.ts';
import type { TextSpan } from './policy.ts';
import { bareText, findQuote } from './printed-text.ts';
import { figuresOfTable } from './table-figures.ts';

export type { Bound };

/** UTF-16 offsets into the source; null where the quote does not state it (no signed document has such a rule). */
type Placed<T> = T & { at: TextSpan | null };

export interface RulePlaces {
  /** The benefit's quote. */
  quote: TextSpan | null;
  /** Each with the path of its condition or row below the benefit: ['needs', 0], ['pays', 1]. */
  literals: Placed<RuleLiteral>[];
  periods: Placed<RulePeriod>[];
}

/** A rule never changes once it is read: its places are looked for once. */
const known = new WeakMap<Benefit, RulePlaces>();

/** `ref`: the document's day of issue, from which 今年 and 上半年 count. */
export function placesOfRule(source: string, benefit: Benefit, ref: Day | null): RulePlaces {
  const last = known.get(benefit);
  if (last) return last;
  const found = findPlaces(source, benefit, ref);
  known.set(benefit, found);
  return found;
}

function findPlaces(source: string, benefit: Benefit, ref: Day | null): RulePlaces {
  const clauses = new Map(
    [benefit.quote, ...benefit.inherits.map(({ quote }) => quote)].map((quote) => [
      quote,
      readClause(source, quote, ref),
    ]),
  );
  const clauseOf = (path: readonly PropertyKey[]) => clauses.get(quoteOf(benefit, path))!;
  return {
    quote: clauses.get(benefit.quote)!.stands,
    literals: literalsOf(benefit).map((one) => {
      const { text, figures, inSource } = clauseOf(one.path);
      return { ...one, at: inSource(placeOfLiteral(text, figures, one.literal, one.bound)) };
    }),
    periods: periodsOf(benefit).map((one) => {
      const { figures, inSource } = clauseOf(one.path);
      return { ...one, at: inSource(placeOfPeriod(figures, one.from, one.to)) };
    }),
  };
}

/** A quote with its figures, and where a place of it stands in the source. */
function readClause(source: string, quote: string, ref: Day | null) {
  const stands = findQuote(source, quote);
  const { text, at } = stands ? bareText(source.slice(stands.start, stands.end)) : { text: '', at: [] };
  const inSource = (place: TextSpan | null): TextSpan | null =>
    place === null || stands === null
      ? null
      : { start: stands.start + at[place.start]!, end: stands.start + at[place.end - 1]! + 1 };
  const cells = stands ? figuresOfTable(source.slice(stands.start, stands.end)) : [];
  return { stands, text, figures: [...readFigures(text, { ref }), ...cells], inSource };
}
