/** 对面那个厂说拿了8万: what others are said to have got is held against the clause, and never confirmed. */
import { grantSaidOfOthers } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { sayAmount, sayBasis, sayStanding, firmWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { type Handler, say } from '../scene.ts';
import { focusOn } from '../state.ts';

export const hearsay: Handler = (scene) => {
  const { mind, known, state, utterance } = scene;
  const { facts } = mind.knowledge;
  const sum = grantSaidOfOthers(utterance);
  const measure = state.thread?.measure ?? state.about;
  if (sum === null || measure === null || !subjectOf(mind.knowledge, measure)?.measure) return null;
  const own = checkMeasure(scene, measure, known.profile);
  const open = checkMeasure(scene, measure, {});
  if (!own || !open) return null;
  const isTold = own.main.conditions.some(({ state: at, value }) => at !== 'unknown' && value !== null);
  const lines = [
    words.hearsay(sum),
    `${words.each(open.subject.measure.title, sayAmount(open.main, facts))}。`,
    isTold ? `${words.each(words.you, sayStanding(own, facts))}。` : null,
    sayBasis(open),
  ];
  return say(focusOn(state, measure), lines.filter((line) => line !== null).join('\n'), {
    about: measure,
    asks: state.asked.length > 0 ? state.asked : null,
  });
};
