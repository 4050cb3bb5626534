/** What asks nothing of a policy: it is answered in a line, and what is open stays open. */
import { isOfLaterYear, subjectOf } from '../../policy/index.ts';
import type { SmallTalk } from '../../retrieval/index.ts';
import { smallTalkWords, whomToAsk, general as words } from '../../words/index.ts';
import { asks } from '../fit-question.ts';
import { actOf, readIntent } from '../intents.ts';
import { saying } from '../read-once.ts';
import { readScene } from '../reading.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { tell } from '../topic.ts';
import { freshnessLine } from './shelf.ts';

const asked = ({ state }: Scene) => ({
  about: state.about,
  asks: state.asked.length > 0 ? state.asked : null,
});

/** One line for each; of the documents' age with what there is. */
export function small(scene: Scene): Outcome | null {
  const act = readIntent(scene.message);
  const line = act !== null && act in smallTalkWords ? smallTalkWords[act as SmallTalk] : null;
  if (line === null) return null;
  const more = act === 'freshness' ? `\n${freshnessLine(scene)}` : '';
  return say(scene.state, `${line}${more}`, { ...asked(scene), about: null });
}

export const thanks = (scene: Scene): Outcome => say(scene.state, smallTalkWords.thanks, asked(scene));

/** 气死了 · 哈哈: a word in return, and what was asked stays asked. */
export const mood = (scene: Scene): Outcome => withMatter(scene, say(scene.state, words.mood, asked(scene)));

/** 你好 · 你好，我是会计. */
export const greeting = (scene: Scene): Outcome | null => {
  const outcome = small(scene);
  return outcome && withMatter(scene, outcome);
};

/** What is asked, told or done beside an act that has no matter is the matter. */
export function withMatter(scene: Scene, outcome: Outcome): Outcome {
  const rest = actOf(scene.message)?.rest ?? '';
  if (rest === '') return outcome;
  const tells = Object.keys(readScene(saying(scene, rest)).facts).length > 0;
  const isMatter = asks(rest) || /\d/u.test(rest) || tells || readIntent({ text: rest }) !== null;
  return isMatter ? { ...outcome, rest } : outcome;
}

/** 给我开个证明 · 你帮我报上去: only an office does that; whose it is stands with what is talked about. */
export const givesNothingOut = (scene: Scene): Outcome => {
  const subject = subjectOf(scene.mind.knowledge, scene.state.about);
  const whom = subject === null ? null : whomToAsk(subject.policy, subject.measure);
  return say(scene.state, words.givesNothingOut(whom), asked(scene));
};

/** 等等我问问财务: what was asked stays asked. */
export const waits = (scene: Scene): Outcome => say(scene.state, words.waits, asked(scene));

/** 电话多少, of what is talked about; else how to reach anybody. */
export const contact = (scene: Scene): Outcome | null =>
  (scene.state.about !== null ? tell(scene, scene.state.about, 'how-to-apply', scene.message.text) : null) ??
  small(scene);

/** 要你干嘛: an honest word, with what there is by today. */
export function useless(scene: Scene): Outcome {
  const { mind, today, message } = scene;
  const state = { ...scene.state, lastQuestion: scene.state.lastQuestion ?? message.text };
  const isOpen = mind.knowledge.policies.some((policy) => !isOfLaterYear(policy, today));
  return say(state, isOpen ? `${smallTalkWords.useless}\n${freshnessLine(scene)}` : smallTalkWords.useless);
}
