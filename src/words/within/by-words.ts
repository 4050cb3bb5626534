/** 罚息给补吗: a yes or no about a thing that one of the sentences names. */
import { asksYesOrNo } from '../../language/index.ts';
import type { Measure } from '../../policy/index.ts';
import { asksForMoney, bringsMoney } from '../answer/asked-figure.ts';
import { measureWords } from '../answers.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { Chosen, Seeking } from './seeking.ts';
import { thingsIn, worthOf } from './worth.ts';
import { sayYesOrNo } from './yes-or-no.ts';

/** A sentence has so much of what a yes or no is asked about. */
const MOST_OF_IT = 0.5;

export function byWords(seeking: Seeking): Chosen | null {
  const { policy, measure, ask } = seeking;
  if (!asksYesOrNo(ask.question)) return null;
  const passages = passagesOf(policy, measure);
  const asked = tellingWords(ask.question, measure, passages);
  const has = ({ text }: Passage) => asked.filter((word) => text.includes(word));
  const share = (one: Passage) => has(one).join('').length / asked.join('').length;
  const worth = worthOf(seeking, passages);
  const [best] = passages
    .filter((one) => asked.length > 0 && share(one) >= MOST_OF_IT)
    .toSorted((a, b) => share(b) - share(a) || worth(b) - worth(a));
  if (best === undefined) return null;
  const matched = has(best);
  const opening = sayYesOrNo(ask, best.text, { aspect: null, matched });
  const isUnpaid = asksForMoney(ask.question) && !bringsMoney(measure.clause.text);
  return {
    opening: opening ?? (isUnpaid ? measureWords.noMoney : measureWords.written(matched)),
    passages: [best],
  };
}

/** What a question names and few of the sentences have: what all of it is about tells none of them from another. */
function tellingWords(question: string, { title }: Measure, passages: readonly Passage[]): string[] {
  const own = passages.filter((one) => one.own).length;
  const isTelling = (word: string) =>
    !title.includes(word) &&
    passages.filter(({ text }) => text.includes(word)).length <= Math.max(1, own / 2);
  return thingsIn(question).filter(isTelling);
}
