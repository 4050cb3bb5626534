/** The words of trades, joined to the facts that hang on them. */
import type { Fact } from '../facts/index.ts';
import type { Trade } from './policy.ts';

/** The facts with the words of their trades as hints. */
export const withTrades = (
  facts: ReadonlyMap<string, Fact>,
  trades: readonly Trade[],
): ReadonlyMap<string, Fact> => new Map([...facts].map(([name, fact]) => [name, withHints(fact, trades)]));

/** Of one trade a fact is true or false, never both: the same words speak for it or against it. */
function withHints(fact: Fact, trades: readonly Trade[]): Fact {
  if (fact.trades.length === 0 || fact.type !== 'boolean') return fact;
  const wordsOf = (isOne: boolean) =>
    trades.filter(({ id }) => fact.trades.includes(id) === isOne).flatMap(({ words }) => words);
  return {
    ...fact,
    hints: [...fact.hints, ...wordsOf(true)],
    deniedHints: [...fact.deniedHints, ...wordsOf(false)],
  };
}
