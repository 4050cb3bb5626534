/** What was got under the same clause before, as a fact that a contact can tell. */
import type { DraftBenefit } from './draft.ts';
import type { FactBook } from './names.ts';

/** '之前拿过20万奖励' · '当时领了10万': a sum that was received, told with what it was. */
const SPOKEN = [
  '以前领过',
  '以前拿过',
  '之前领过',
  '之前拿过',
  '已经领过',
  '已经拿过',
  '拿过',
  '领过',
  '领了',
  '拿到过',
  '得过',
];

export function receivedFact({ benefit }: DraftBenefit, book: FactBook): string {
  const name = book.number(`以前按${benefit.slice(0, 30)}已得金额`, 'yuan');
  const fact = book.facts[name];
  if (fact) {
    fact.question = '以前按这一条较低的一档已经领过多少钱？没领过就回0元。';
    fact.words = [...new Set([...(fact.words ?? []), ...SPOKEN])].slice(0, 10);
  }
  return name;
}
