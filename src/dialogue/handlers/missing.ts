/** What is asked more of the thing in hand than its clause says: said so, with the nearest words and whom to ask. */
import type { Subject } from '../../policy/index.ts';
import { answerMeasure, verdictWords, whomToAsk } from '../../words/index.ts';
import { bare } from '../intents.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { stillAsked } from '../topic.ts';

/** `foreign`: words of the question that the clause does not have. */
export function tellMissing(
  scene: Scene,
  about: string,
  { subject, foreign }: { subject: Subject; foreign: readonly string[] },
): Outcome | null {
  const { mind, today, message, state } = scene;
  const { measure, policy } = subject;
  if (measure === null) return null;
  const told = answerMeasure(mind.index, about, {
    today,
    question: message.text,
    expirySaid: state.expirySaid.includes(policy.number),
    bare: true,
  });
  if (told === null) return null;
  const named = namedIn(message.text, foreign);
  const first = verdictWords.notWritten(measure.title, named, whomToAsk(policy, measure));
  const text = `${first}\n${told.text}${stillAsked(scene, about)}`;
  return say(state, text, { about, asks: state.asked.length > 0 ? state.asked : null });
}

/** What is asked about, as it was said: 广交会, of 广交会呢; else the words that the clause lacks. */
export function namedIn(text: string, foreign: readonly string[]): readonly string[] {
  const what = ALONE.exec(bare(text))?.groups?.what;
  if (what) return [what];
  const nouns = foreign.filter((word) => !FUNCTION.test(word) && word.length <= LONGEST);
  return nouns.length <= MOST_NAMED ? nouns : [];
}
/** 广交会呢 · 国庆节算不算 · 那临时工行不行. */
const ALONE =
  /^(?:那么?|还有|要是|如果)?(?<what>[\p{Script=Han}a-z\d]{2,8}?)(?:呢|算不算|算吗|行不行|行吗|可以吗|可不可以|有没有|有吗|也?(?:给|报|补|算)[不吗]?)$/u;
/** 都是 · 我能 · 也能: cut out of a sentence, they name nothing. */
const FUNCTION = /[是能也都我你他就没不吗有要会可还才的了在到给把被怎几多少么啥咋哪得着过]/u;
const MOST_NAMED = 3;
const LONGEST = 6;
