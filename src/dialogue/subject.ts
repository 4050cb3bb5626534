/** What a message names besides its request: 提前五天提醒我申报58号文. */

import { type Policy, type Subject, subjectOf } from '../policy/index.ts';
import { contentWords, find, foundShare, namesNoTopic, objectWords } from '../retrieval/index.ts';
import type { Scene } from './scene.ts';

/** Words of the request itself: they name nothing. */
const REQUEST =
  /提前|提醒|快到|到期|到点|日子|说一?声|喊|盯|招呼|知会|催|赶紧|赶快|快点?|马上|立刻|尽快|今天|明天|后天|今晚|中午|晚上|那|就|也|还是|吧|呢|啊|麻烦|我们?|到时候?|截止|之?前|申报|申请|记得|通知|叫|一声|一下|设个?|取消|暂停|恢复|删除|别再?|不用|不要|帮|请|把|那个|这个|全部|已经?|报了?|每[天周月]|明早|早上|上午|下午|晚上|[一二三四五六七八九十\d]+(?:[天点号日月周]|个?小时)|的|了/gu;

/** 20号文租金那条: what the words beside the document name in it, or null. */
function measureInside({ mind, today }: Scene, text: string, document: Policy): Subject | null {
  const words = text
    .replace(DOCUMENT, ' ')
    .replace(REQUEST, ' ')
    .replace(/那条|这条/gu, ' ')
    .trim();
  if (words.length < 2) return null;
  const found = find(mind.index, words, { today });
  const entry = found.ranked.find((one) => one.entry.policy === document)?.entry;
  return found.band === 'answer' && entry?.kind === 'measure'
    ? subjectOf(mind.knowledge, entry.measure.id)
    : null;
}
/** 58号文 · 洪府办发58号. */
const DOCUMENT = /[\u4e00-\u9fff]{0,6}发?\d{1,4}号(?:文件?)?/gu;

/**
 * The measure or document named, or null when the message names none surely. `numbered`: the text as document numbers are looked for in
 * it, where some of its numbers are known to be days.
 */
export function subjectNamedIn(scene: Scene, text: string, numbered = text): Subject | null {
  const { mind, today, state } = scene;
  const rest = text.replace(REQUEST, ' ').trim();
  const whole = find(mind.index, numbered, { today });
  const [document] = whole.route.documents;
  if (document && whole.route.items.length === 0)
    return measureInside(scene, numbered, document) ?? subjectOf(mind.knowledge, document.number);
  if (rest.length < 2 || contentWords(rest).every(namesNoTopic)) return null;
  const found = find(mind.index, rest, { today, context: state.about });
  const recent = found.ranked.find(
    ({ entry }) => entry.kind === 'measure' && state.recent.includes(entry.measure.id),
  );
  const [first] = found.ranked;
  if (recent && first && recent.score >= 0.6 * first.score && recent.entry.kind === 'measure')
    return subjectOf(mind.knowledge, recent.entry.measure.id);
  if (found.band !== 'answer' || first?.entry.kind !== 'measure') return null;
  // 给我记着: words that only ask for the service may come near to a measure, and name none.
  const named = objectWords(rest);
  if (named.length === 0 || foundShare(mind.index, named, first.entry) < NAMES) return null;
  return subjectOf(mind.knowledge, first.entry.measure.id);
}
/** Which share of the words has to stand in what they name. */
const NAMES = 0.5;
