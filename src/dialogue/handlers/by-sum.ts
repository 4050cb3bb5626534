/** 那个10万的 · 奖20万的是哪条: a measure named by the very sum that it pays. */
import { readFigures } from '../../figures/index.ts';
import { isOfLaterYear, type Measure } from '../../policy/index.ts';
import { objectWords } from '../../retrieval/index.ts';
import { general as words } from '../../words/index.ts';
import { sumsOf } from '../granted.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { isClosed, open } from '../topic.ts';

const MOST_LISTED = 3;
/** 那个10万的 · 10万那条 · 听说有10万块: the sum stands for what pays it. */
const POINTS =
  /(?:那个|那条|那项|那笔|这个|有个|说的|听说|问问?|给|奖|补|拿|领)[^\d，。]{0,4}\d|\d[\d.]*[万亿]元?(?:块|钱)*的?(?:那个|那条|那项|补贴|补助|奖励|$)/u;

export function namedBySum(scene: Scene): Outcome | null {
  const { message, state, mind, today } = scene;
  const { text } = message;
  const [sum, ...more] = readFigures(text, {}).flatMap((figure) =>
    (figure.kind === 'money' || figure.kind === 'number') && figure.value !== undefined ? [figure] : [],
  );
  if (sum?.value === undefined || more.length > 0 || !POINTS.test(text)) return null;
  const beside = `${text.slice(0, sum.start)}，${text.slice(sum.end)}`;
  // With a matter of its own the sum only belongs to it; of what is in hand it is asked there.
  if (objectWords(beside).length > 0 || state.asked.length > 0) return null;
  if (sumsOf(scene, state.about).has(sum.value)) return null;
  const paying = mind.knowledge.policies
    .filter((policy) => !isOfLaterYear(policy, today))
    .flatMap((policy) => policy.measures)
    .filter(({ id }) => sumsOf(scene, id).has(sum.value!));
  const alive = paying.filter(({ id }) => !isClosed(scene, id));
  return oneOf(scene, alive.length > 0 ? alive : paying);
}

function oneOf(scene: Scene, measures: readonly Measure[]): Outcome | null {
  const [only] = measures;
  if (only === undefined) return null;
  if (measures.length === 1) return open(scene, only.id);
  const options = measures.slice(0, MOST_LISTED).map(({ id, title }) => ({ id, label: title }));
  const lines = options.map(({ label }, place) => `${place + 1}. ${label}`);
  return say(scene.state, [words.whichOfThese, ...lines].join('\n'), { options });
}
