/** 要是1001人呢: worked out beside the record, which stays as it is. */
import { checkMeasure, nextFacts } from '../check.ts';
import { readIntent } from '../intents.ts';
import { readScene } from '../reading.ts';
import { type Handler, say } from '../scene.ts';
import { replyOf, withFacts } from '../thread.ts';
import { relevance } from '../topic.ts';
import { sayVerdict } from '../verdict-text.ts';
import { verdictWords as words } from '../words/verdict.ts';

export const whatIf: Handler = (scene) => {
  if (readIntent(scene.message.text) !== null) return null;
  const { state, known, today, mind } = scene;
  const { facts } = mind.knowledge;
  const target = scene.state.thread?.measure ?? scene.state.about;
  if (target === null) return null;
  const read = readScene(scene);
  const names = Object.keys(read.facts);
  if (!read.whatIf || relevance(scene, target, names) === 0) return null;
  const checked = checkMeasure(scene, target, withFacts(known.profile, read.facts));
  if (!checked) return null;
  const asks = nextFacts(checked, state.thread?.notKnown ?? [], facts);
  const outcome = say(
    state,
    `${words.whatIf}${sayVerdict(checked, { facts, today, asks, expirySaid: true })}`,
    replyOf(checked, asks),
  );
  return outcome;
};
