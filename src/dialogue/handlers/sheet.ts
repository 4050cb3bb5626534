/** 结果单: the result of the last check, to keep. */
import type { Checked } from '../../eligibility/index.ts';
import { formatFullDay } from '../../figures/index.ts';
import {
  explainVerdict,
  general,
  profileLines,
  sayAmount,
  sayBasis,
  sayUntil,
  sheetWords as words,
} from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { replyOf } from '../thread.ts';
import { wholeList } from './checkup.ts';

export const sheet = (scene: Scene): Outcome => {
  const { state, known, message } = scene;
  if (OF_ALL.test(message.text)) return wholeList(scene);
  const measure = [state.thread?.measure, state.about, state.left?.measure, ...state.recent].find(
    (id) => id !== null && id !== undefined && checkMeasure(scene, id, known.profile) !== null,
  );
  const checked = measure ? checkMeasure(scene, measure, known.profile) : null;
  if (!checked) return Object.keys(known.profile).length > 0 ? wholeList(scene) : say(state, general.noSheet);
  return say(state, textOf(checked, scene), replyOf(checked, [], scene));
};

/** 能领哪些 · 都有什么: not of one measure. */
const OF_ALL = /哪些|有什么|有啥|都有|全部|所有|能[领拿报享申]/u;

function textOf(checked: Checked, { mind, known, today }: Scene): string {
  const { main, subject } = checked;
  const { facts } = mind.knowledge;
  const told = profileLines(mind.knowledge, known.profile);
  const lines = [
    words.head(formatFullDay(today)),
    subject.measure.title,
    words.result(words.verdicts[main.verdict], main.verdict === 'ineligible' ? '' : sayAmount(main, facts)),
    main.verdict === 'ineligible' ? words.why(explainVerdict(main, facts)) : '',
    told.length > 0 ? words.facts(told.join('、')) : '',
    main.missing.length > 0
      ? words.open(main.missing.map((name) => facts.get(name)?.label ?? name).join('、'))
      : '',
    sayUntil(subject, today),
    sayBasis(checked),
    words.comeBack,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
