/** What a sum in a document is: 500万是每家都能拿吗 · 总共拿多少钱来奖. */
import type { Finding } from '../../retrieval/index.ts';
import { sayBasis, sayNotes } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';

/** 500万是每家都能拿吗: a sum that the reading of the clause explains. */
export function explainSum(scene: Scene, about: string): Outcome | null {
  const sums = scene.message.text.match(/\d[\d.]*[万亿]/gu) ?? [];
  const checked = sums.length > 0 ? checkMeasure(scene, about, scene.known.profile) : null;
  if (!checked) return null;
  const notes = sayNotes(checked.main, ['pool', 'reading']).filter((note) =>
    sums.some((sum) => note.includes(sum)),
  );
  return notes.length > 0 ? say(scene.state, [...notes, sayBasis(checked)].join('\n'), { about }) : null;
}

/** 加起来过亿能拿10万吗 · 几个订单合并算行不行: how the document is read, where it is read one by one. */
const ADDS_UP = /加起来|合起来|加在一起|合并|累计|合计|拼(?:在一起|起来)/u;

export function explainAddingUp(scene: Scene, found: Finding): Outcome | null {
  const about = scene.state.about;
  const other = found.band === 'answer' && found.ranked[0]?.entry;
  if (about === null || !ADDS_UP.test(scene.message.text)) return null;
  if (other && other.kind === 'measure' && other.measure.id !== about) return null;
  const checked = checkMeasure(scene, about, scene.known.profile);
  const notes = checked
    ? sayNotes(checked.main, ['reading']).filter((note) => /合并|累计|合计/u.test(note))
    : [];
  if (!checked || notes.length === 0) return null;
  const { asked } = scene.state;
  return say(scene.state, [...notes, sayBasis(checked)].join('\n'), {
    about,
    asks: asked.length > 0 ? asked : null,
  });
}

/** 总共拿多少钱来奖 · 资金盘子有多大: what there is for all, not what one enterprise gets. */
const ASKS_TOTAL =
  /(?:总共|一共|总额|总量|总的|合计|盘子|资金池|全[市省区])[^，。；？]{0,10}(?:多少|多大|几[个百千万亿])|(?:拿出|安排)[^，。；？]{0,4}(?:多少|多大)/u;
const OF_ONE = /我|咱|能拿|能领|可以[拿领]|每家|一家/u;

/** The total that stands in the measure asked about. */
export function explainTotal(scene: Scene, found: Finding): Outcome | null {
  const { text } = scene.message;
  if (!ASKS_TOTAL.test(text) || OF_ONE.test(text)) return null;
  const first = found.band === 'answer' ? found.ranked[0]?.entry : undefined;
  const about = first?.kind === 'measure' ? first.measure.id : scene.state.about;
  const checked = about === null ? null : checkMeasure(scene, about, scene.known.profile);
  if (!checked) return null;
  const pools = sayNotes(checked.main, ['pool']);
  return pools.length === 0
    ? null
    : say(focusOn(scene.state, checked.subject.measure.id), [...pools, sayBasis(checked)].join('\n'), {
        about: checked.subject.measure.id,
      });
}
