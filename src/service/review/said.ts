/** What an officer typed or marked, as a draft keeps it. */
import { UserError } from '../../contract/index.ts';
import { reviewWords as words } from '../../words/index.ts';
import type { Pair, PolicyData } from './policy-text.ts';

export interface Setting {
  source: string;
  /** Where the words stand in the source; null: nowhere. */
  find(quote: string): Pair | null;
}

/** Verbatim but for the line breaks. */
export const flat = (text: string): string => text.replaceAll(/\s*\n\s*/gu, '').trim();

/** As it stands in the source, on one line. Throws UserError where it stands nowhere. */
export function quoted(quote: string, { source, find }: Setting): string {
  if (quote === '') throw new UserError(words.quoteNeeded);
  const span = find(quote);
  if (!span) throw new UserError(words.quoteMissing(quote));
  return flat(source.slice(...span));
}

export const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
];

/** The value was looked at: it waits for nobody any more. */
export const withoutReview = (data: PolicyData, field: string): PolicyData =>
  data.review ? { ...data, review: data.review.filter((item) => item.field !== field) } : data;
