/** 三家总共能拿多少: the measure in hand for each firm that was told of, and what they come to together. */
import { sayBasis, sayStanding, firmWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { type Handler, say } from '../scene.ts';

const TOGETHER = /总共|一共|合计|总的|加起来|加在一起|几家|[两三四五六]家|都能|每家|各(?:自)?能/u;
const ASKS_SUM = /(?:拿|领|得|补|奖)(?:到)?多少|多少钱|能拿|能领/u;

export const allFirms: Handler = (scene) => {
  const { state, message, mind } = scene;
  const about = state.thread?.measure ?? state.about;
  if (state.firms.length < 2 || about === null || /\d/u.test(message.text)) return null;
  if (!TOGETHER.test(message.text) || !ASKS_SUM.test(message.text)) return null;
  const checks = state.firms.flatMap(({ name, facts }) => {
    const checked = checkMeasure(scene, about, facts);
    return checked ? [{ name, checked }] : [];
  });
  const [first] = checks;
  if (!first) return null;
  const sure = checks.filter(({ checked }) => checked.main.verdict === 'eligible');
  const sums = sure.map(({ checked }) => checked.main.amountYuan);
  const total = sums.every((sum) => sum !== null) ? sums.reduce((all, sum) => all + sum, 0) : null;
  const lines = checks.map(({ name, checked }) =>
    words.each(name, sayStanding(checked, mind.knowledge.facts)),
  );
  const text = [words.together(sure.length, total), ...lines, sayBasis(first.checked)].join('\n');
  return say({ ...state, firm: null }, text, { about });
};
