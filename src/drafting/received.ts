/** What was got under the same clause before, as a fact that a contact can tell. */
import type { FactBook } from './names.ts';

/** '之前拿过20万奖励' · '当时领了10万': a sum that was received, told with what it was. */
const SPOKEN = ['以前领过', '以前拿过', '之前领过', '之前拿过', '已经领过', '拿过', '领过', '领了', '拿到过'];

/** One for all such clauses: whoever names a sum that was had names no clause, and nothing had is presumed and said. */
const RECEIVED = '已领过较低一档的奖励';

export function receivedFact(book: FactBook): string {
  const name = book.number(RECEIVED, 'yuan');
  const fact = book.facts[name];
  if (fact)
    Object.assign(fact, {
      question: '以前较低的一档已经领过多少钱？没领过就回0元。',
      words: SPOKEN,
      timeless: true,
      presumed: 0,
      role: 'lower-step',
    });
  return name;
}

/** Which of the listed steps an enterprise rose from. */
export function heldFact(choice: string, book: FactBook): string {
  const values = Object.keys(book.facts[choice]!.values!).filter((value) => value !== 'none');
  const name = book.choice(`${choice}（升级前）`, values);
  const fact = book.facts[name];
  if (fact) {
    delete fact.many;
    Object.assign(fact, { formerly: choice, question: `升级以前是${values.join('、')}中的哪一种？` });
  }
  return name;
}
