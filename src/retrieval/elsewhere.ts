/** Topics that none of the documents covers: told by their words, with who does answer them. */
import type { ElsewhereTopic } from '../policy/policy.ts';
import { normalise } from './analyse.ts';

export function elsewhereTopic(
  topics: ElsewhereTopic[],
  question: string,
): { topic: ElsewhereTopic; word: string } | null {
  for (const topic of topics) {
    const word = topic.words.find((one) => question.includes(normalise(one)));
    if (word && !topic.unless?.some((one) => question.includes(normalise(one)))) return { topic, word };
  }
  return null;
}
