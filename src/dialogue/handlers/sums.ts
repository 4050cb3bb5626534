/** What a sum in a document is: 500万是每家都能拿吗 · 总共拿多少钱来奖. */
import type { Checked } from '../../eligibility/index.ts';
import { formatYuan, readFigures } from '../../figures/index.ts';
import { subjectOf, testsOf } from '../../policy/index.ts';
import { type Finding, find } from '../../retrieval/index.ts';
import { formatNeed, sayBasis, sayFacts, sayNotes, verdictWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { asks as asksSomething } from '../fit-question.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { tell } from '../topic.ts';
import { tellWithin } from './within.ts';

/** 500万是每家都能拿吗: a sum that the reading of the clause explains. */
export function explainSum(scene: Scene, about: string): Outcome | null {
  const sums = scene.message.text.match(/\d[\d.]*[万亿]/gu) ?? [];
  const checked = sums.length > 0 ? checkMeasure(scene, about, scene.known.profile) : null;
  if (!checked) return null;
  const notes = sayNotes(checked.main, ['pool', 'reading']).filter((note) =>
    sums.some((sum) => note.includes(sum)),
  );
  if (notes.length > 0) return say(scene.state, [...notes, sayBasis(checked)].join('\n'), { about });
  return explainRow(scene, checked);
}

/** 有没有可能20万: of a measure that pays several sums, what this one takes. */
function explainRow(scene: Scene, checked: Checked): Outcome | null {
  const { main, subject } = checked;
  const { knowledge } = scene.mind;
  const sums = readFigures(scene.message.text, {}).flatMap((figure) =>
    'value' in figure ? [figure.value] : [],
  );
  const row = main.benefit.pays.find(({ pay }) => pay.form === 'yuan' && sums.includes(pay.yuan.value));
  if (!row?.when || row.pay.form !== 'yuan') return null;
  const { asked } = scene.state;
  const needed = words.rowNeeds(formatYuan(row.pay.yuan.value), formatNeed(row.when, knowledge.facts));
  const told = testsOf(row.when).flatMap(({ fact }) => {
    const value = scene.known.profile[fact];
    return value === undefined ? [] : [[fact, value] as const];
  });
  const said = told.length > 0 ? words.youSaid(sayFacts(knowledge, Object.fromEntries(told))) : '';
  return say(scene.state, [`${needed}${said}`, sayBasis(checked)].join('\n'), {
    about: subject.measure.id,
    asks: asked.length > 0 ? asked : null,
  });
}

/** 加起来过亿能拿10万吗 · 几个订单合并算行不行: how the document is read, where it is read one by one. */
const ADDS_UP =
  /加起来|合起来|加在一起|加一起|合在一起|合并|累计|合计|拼(?:在一起|起来|成)|凑(?:成|够|足|到|个|起来|在一起|一起)?\s*[\d一二三四五六七八九十]|凑够|凑成|凑起来|[两三四五六七八九几]个[^，。]{0,8}(?:凑|拼|加)/u;

/** Before facts are heard: several orders put together are no one order. */
export const addingUp: Handler = (scene) => {
  const { mind, today, message, state } = scene;
  if (!ADDS_UP.test(message.text)) return null;
  const found = find(mind.index, message.text, { today, context: state.about });
  const first = found.band === 'answer' || found.band === 'menu' ? found.ranked[0]?.entry : undefined;
  const about = state.about ?? (first?.kind === 'measure' ? first.measure.id : null);
  return about === null ? null : explainAddingUp({ ...scene, state: { ...state, about } }, found);
};

function explainAddingUp(scene: Scene, found: Finding): Outcome | null {
  const about = scene.state.about;
  const other = found.band === 'answer' && found.ranked[0]?.entry;
  if (about === null || !ADDS_UP.test(scene.message.text)) return null;
  if (other && other.kind === 'measure' && other.measure.id !== about) return null;
  const checked = checkMeasure(scene, about, scene.known.profile);
  const notes = checked
    ? sayNotes(checked.main, ['reading']).filter((note) => /合并|累计|合计/u.test(note))
    : [];
  const asks = scene.state.asked.length > 0 ? scene.state.asked : null;
  if (checked && notes.length > 0)
    return say(scene.state, [...notes, sayBasis(checked)].join('\n'), { about, asks });
  return asksSomething(scene.message.text) ? tellWithin(scene, { aspect: 'together' }) : null;
}

/** 总共拿多少钱来奖 · 资金盘子有多大: what there is for all, not what one enterprise gets. */
const ASKS_TOTAL =
  /(?:总共|一共|总额|总量|总的|合计|盘子|资金池|全[市省区])[^，。；？]{0,10}(?:多少|多大|几[个百千万亿])|(?:拿出|安排)[^，。；？]{0,4}(?:多少|多大)/u;
/** 统筹安排1亿元资金: the document's own total, in its head or tail. */
function totalOfDocument(scene: Scene, about: string | null): Outcome | null {
  const policy = subjectOf(scene.mind.knowledge, about)?.policy;
  const states = policy?.clauses.some(({ text }) => TOTAL.test(text.replace(/\s/gu, '')));
  return policy && states
    ? tell(scene, policy.number, 'money-source', `${ASKED_TOTAL}，${scene.message.text}`)
    : null;
}
const TOTAL = /(?:安排|拿出|设立|总(?:额|规模|量))[^，。；]{0,12}\d[\d.]*(?:万|亿)?元/u;
const ASKED_TOTAL = '统筹安排资金总额多少亿元';

const OF_ONE = /我|咱|能拿|能领|可以[拿领]|每家|一家/u;

/** The total that stands in the measure asked about. */
export function explainTotal(scene: Scene, found: Finding): Outcome | null {
  const { text } = scene.message;
  if (!ASKS_TOTAL.test(text) || OF_ONE.test(text)) return null;
  const first = found.band === 'answer' ? found.ranked[0]?.entry : undefined;
  const about = first?.kind === 'measure' ? first.measure.id : scene.state.about;
  const checked = about === null ? null : checkMeasure(scene, about, scene.known.profile);
  const pools = checked ? sayNotes(checked.main, ['pool']) : [];
  if (!checked || pools.length === 0) return totalOfDocument(scene, about);
  return say(focusOn(scene.state, checked.subject.measure.id), [...pools, sayBasis(checked)].join('\n'), {
    about: checked.subject.measure.id,
  });
}
