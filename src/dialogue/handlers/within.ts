/** 罚息给补吗 · 钱多久能到 · 一家能领几次: asked within what is talked about, and answered by the one sentence that says it. */
import { detailIn } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import type { Finding } from '../../retrieval/index.ts';
import { answerWithin, aspectIn, type WithinAsk } from '../../words/index.ts';
import { aimOf } from '../aim.ts';
import { asks } from '../fit-question.ts';
import { bare } from '../intents.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { stillAsked } from '../topic.ts';

/** Null where the question leaves what is talked about, or no sentence answers it. */
export function within(scene: Scene, found: Finding): Outcome | null {
  const { text } = scene.message;
  if (!asks(text) && aspectIn(text) === null) return null;
  // 那个是强制的吗: how far the sentence binds, and not whether it says no.
  if (detailIn(bare(text))?.kind === 'force') return null;
  return aimOf(scene, found, null).subject === null ? null : tellWithin(scene);
}

/** The sentence of the measure in hand, or of its document, that answers the message. */
export function tellWithin(scene: Scene, more: Pick<WithinAsk, 'aspect' | 'told'> = {}): Outcome | null {
  const { state, mind, message, today } = scene;
  const about = state.thread?.measure ?? state.about;
  const subject = subjectOf(mind.knowledge, about);
  if (about === null || !subject?.measure) return null;
  const told = answerWithin({
    index: mind.index,
    policy: subject.policy,
    measure: subject.measure,
    ask: {
      question: message.text,
      context: state.opened,
      today,
      expirySaid: state.expirySaid.includes(subject.policy.number),
      ...more,
    },
  });
  if (told === null) return null;
  const asked = state.asked.length > 0 ? state.asked : null;
  return say(state, `${told.text}${stillAsked(scene, about)}`, { about, asks: asked });
}
