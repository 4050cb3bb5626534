/** 不是南边的，是北边的: a word of the last question put right. The question is asked again with the right one. */
import { bare } from '../intents.ts';
import { type Handler, type Scene, say } from '../scene.ts';

/** Figures that are put right are facts, and heard as such. */
const PUT_RIGHT =
  /^(?:哦|噢|啊|呃|嗯|不对|错了|(?:我?(?:说|讲|打|写|搞|弄|问|记|看|听)错了?)|抱歉|不好意思|那个|[，,\s])*(?:我(?:说|问|讲|指)的)?不是(?<wrong>[^\d，。,;!?\s]{1,10})[，,。\s]*(?:我(?:说|问|讲|指)的)?(?:是|而是|应该是)(?<right>[^\d，。,;!?\s]{1,16})(?=$|[，。,;!?\s])(?<rest>.*)$/su;

export const corrected: Handler = (scene) => {
  const asked = putRight(scene);
  return asked === null ? null : { ...say(scene.state, ''), rest: asked };
};

/** The last question as it was meant; null where the message puts none of its words right. */
export function putRight({ state, message }: Pick<Scene, 'state' | 'message'>): string | null {
  const { wrong = '', right = '', rest = '' } = PUT_RIGHT.exec(message.text.trim())?.groups ?? {};
  const [before, now] = [wrong, right].map((word) => bare(word).replace(/的$/u, ''));
  const question = state.lastQuestion;
  if (!before || !now || !question?.includes(before) || PUT_RIGHT.test(question)) return null;
  const asked = question.replaceAll(before, now);
  const more = rest.replace(/^[，。,;!?\s]+/u, '').trim();
  return more === '' ? asked : `${more}，${asked}`;
}
