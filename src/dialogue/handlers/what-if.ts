/** 要是1001人呢: worked out beside the record, which stays as it is. */
import { readFacts } from '../../eligibility/index.ts';
import { checkMeasure, nextFacts } from '../check.ts';
import { type Handler, type Scene, say } from '../scene.ts';
import { replyOf, withFacts } from '../thread.ts';
import { relevance } from '../topic.ts';
import { sayVerdict } from '../verdict-text.ts';
import { verdictWords as words } from '../words/verdict.ts';

export const whatIf: Handler = (scene) => {
  const { state, message, known, today, mind } = scene;
  const { facts } = mind.knowledge;
  const target = scene.state.thread?.measure ?? scene.state.about;
  if (target === null) return null;
  const read = readFacts(message.text, {
    facts,
    asked: state.asked,
    profile: known.profile,
    today,
    about: factsInThread(scene, target),
  });
  const names = Object.keys(read.facts);
  if (!read.whatIf || relevance(scene, target, names) === 0) return null;
  const checked = checkMeasure(scene, target, withFacts(known.profile, read.facts));
  if (!checked) return null;
  const asks = nextFacts(checked, state.thread?.notKnown ?? [], facts);
  const outcome = say(
    state,
    `${words.whatIf}${sayVerdict(checked, { facts, today, asks })}`,
    replyOf(checked, asks),
  );
  return outcome;
};

/** Facts that the measure looks at: a bare figure (1001人, -3%) is one of them. */
export function factsInThread(scene: Scene, measure: string): string[] {
  const checked = checkMeasure(scene, measure, {});
  return checked ? [...new Set(checked.evaluations.flatMap(({ missing }) => missing))] : [];
}
