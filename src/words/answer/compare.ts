/** Measures of several documents side by side. */
import type { Day } from '../../contract/index.ts';
import type { Index, Ranked } from '../../retrieval/index.ts';
import { compareWords, measureWords, validityWords } from '../answers.ts';
import type { Told } from './measure.ts';
import { itemWords, lines } from './parts.ts';
import { type Ask, quoteFrom } from './quote.ts';
import { datesOf, validityOn } from './validity.ts';

export function tellComparison(index: Index, sides: Ranked[], ask: Ask, today: Day): Told {
  const quotes: string[] = [];
  const expired = [...new Set(sides.map(({ entry }) => entry.policy))].filter(
    (policy) => validityOn(policy, today) === 'expired',
  );
  const paragraphs = sides.flatMap(({ entry }) => {
    if (entry.kind !== 'measure') return [];
    const quote = quoteFrom(index, entry.measure.clause.text, entry.measure.title, ask);
    quotes.push(...quote.stretches);
    return [
      lines(
        compareWords.side(
          entry.policy.number,
          itemWords(entry.measure),
          entry.measure.title,
          datesOf(entry.policy),
        ),
        measureWords.quote(quote.text),
      ),
    ];
  });
  const first = expired.map((policy) => validityWords.expiredOf(policy.number, datesOf(policy))).join('');
  return { text: lines(first, ...paragraphs), quotes };
}
