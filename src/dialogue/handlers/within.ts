/** 罚息给补吗 · 钱多久能到 · 一家能领几次: asked within what is talked about, and answered by the one sentence that says it. */
import { subjectOf } from '../../policy/index.ts';
import type { Finding } from '../../retrieval/index.ts';
import { answerWithin, aspectIn } from '../../words/index.ts';
import { aimOf } from '../aim.ts';
import { asks } from '../fit-question.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { stillAsked } from '../topic.ts';

export function within(scene: Scene, found: Finding): Outcome | null {
  const { state, mind, message, today } = scene;
  const { about } = state;
  const subject = subjectOf(mind.knowledge, about);
  if (about === null || !subject?.measure) return null;
  if (!asks(message.text) && aspectIn(message.text) === null) return null;
  if (aimOf(scene, found, null, true).subject === null) return null;
  const told = answerWithin(mind.index, subject.policy, subject.measure, {
    question: message.text,
    context: state.opened,
    today,
    expirySaid: state.expirySaid.includes(subject.policy.number),
  });
  if (told === null) return null;
  const asked = state.asked.length > 0 ? state.asked : null;
  return say(state, `${told.text}${stillAsked(scene, about)}`, { about, asks: asked });
}
