/** 我们在进贤，这钱市里给还是县里给: what a message asks beside what it tells, answered before the verdict that the told brings. */
import { alternativesIn, asksYesOrNo } from '../../language/index.ts';
import { asksForDocument, type Focus } from '../../retrieval/index.ts';
import { aspectIn } from '../../words/index.ts';
import { asksWhetherItFits } from '../fit-question.ts';
import { saying } from '../read-once.ts';
import type { Outcome, Scene } from '../scene.ts';
import { focusOf } from './follow-up.ts';
import { question } from './question.ts';

/** The verdict with the answer before it; the verdict alone where it is all that is asked. */
export function withAside(scene: Scene, verdict: Outcome): Outcome {
  const { about } = verdict.state;
  const asked = scene.utterance.clauses
    .filter(({ text, addresses }) => !addresses && asksBeside(text))
    .at(-1);
  if (asked === undefined || about === null) return verdict;
  const state = { ...verdict.state, asked: [], thread: null };
  const answer = question(saying({ ...scene, state }, asked.text));
  const isOfIt = answer !== null && about.startsWith(answer.state.about ?? '#');
  if (!isOfIt || answer.unanswered) return verdict;
  return { ...verdict, reply: { ...verdict.reply, text: `${answer.reply.text}\n${verdict.reply.text}` } };
}

/** It asks for something that no verdict says: who pays, whom to ask, how it is asked for, how often. */
const asksBeside = (clause: string): boolean => {
  const focus = focusOf(clause);
  const isOfThing = focus !== null && (ASIDE.has(focus) || asksForDocument(focus));
  return isQuestion(clause) && !asksWhetherItFits(clause) && (isOfThing || aspectIn(clause) !== null);
};
/** 这个月底就到期了 speaks of a day and asks for none. */
const isQuestion = (clause: string): boolean =>
  asksYesOrNo(clause) ||
  alternativesIn(clause) !== null ||
  /[?？呢]|谁|哪|什么|啥|几|多[少久]|怎|咋/u.test(clause);
const ASIDE: ReadonlySet<Focus> = new Set(['deadline', 'department', 'how-to-apply']);
