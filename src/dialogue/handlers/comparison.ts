/** 跟新建项目比哪个划算: the benefits of the measure in hand side by side. */
import { comparedIn } from '../../language/index.ts';
import { find } from '../../retrieval/index.ts';
import { sayAmount, sayBasis, detailWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { readScene } from '../reading.ts';
import { saidOfOneself } from '../said-of-oneself.ts';
import { type Handler, say } from '../scene.ts';

export const comparison: Handler = (scene) => {
  const { state, mind, message, today } = scene;
  const measure = state.thread?.measure ?? state.about;
  if (measure === null || comparedIn(message.text) === null) return null;
  if (find(mind.index, message.text, { today }).band === 'compare') return null;
  // As they stand, for whomever: what one told may rule one of them out.
  const checked = checkMeasure(scene, measure, {});
  if (!checked || checked.evaluations.length < 2) return null;
  const { facts } = mind.knowledge;
  const sides = checked.evaluations.map((one) => words.side(one.benefit.benefit, sayAmount(one, facts)));
  const longest = checked.evaluations.toSorted((a, b) => b.benefit.quote.length - a.benefit.quote.length)[0]!;
  // 我们是技改，跟新建的比哪个合算: what is told beside is kept.
  const told = saidOfOneself(scene, readScene(scene))?.facts ?? {};
  return say(
    state,
    [...sides, sayBasis({ ...checked, main: longest })].join('\n'),
    { about: measure, asks: state.asked.length > 0 ? state.asked : null },
    Object.keys(told).length > 0 ? [{ kind: 'profile-updated', facts: told }] : [],
  );
};
