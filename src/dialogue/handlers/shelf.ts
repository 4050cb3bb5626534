/** 现在有什么还能申报的 · 今年有什么新政策: answered from the shelf, whatever was talked about. */
import { find } from '../../retrieval/index.ts';
import { answerForEveryone, sayFreshness } from '../../words/index.ts';
import { saying } from '../read-once.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { leaveThread } from '../thread.ts';
import { checkupFor } from './checkup.ts';

export function shelf(scene: Scene): Outcome | null {
  const { message, mind, today, state } = scene;
  const found = find(mind.index, message.text, { today });
  // 明年还有没有这个政策 · 几个点呀，文件里没找到比例: of what is in hand, and of no list.
  if (state.about !== null && (POINTS_AT.test(message.text) || found.focuses[0] === 'amount')) return null;
  const told = answerForEveryone(mind.index, message.text, found, { today, context: state.about });
  if (told === null) return null;
  const about = told.document ?? told.measures[0]?.id ?? null;
  const left = leaveThread(state);
  const next = about === null ? { ...left, others: [] } : focusOn(left, about);
  return say({ ...next, lastQuestion: message.text, lastFocus: null }, told.text, {
    about,
    options: told.options,
    card: told.card,
  });
}

const POINTS_AT = /[这那](?:个|项|条|份)(?:政策|文件|措施|补贴|补助|奖励)/u;

/** 现在还有什么能申报的, from who has told what he is: what fits him; from anybody else: what is open. */
export function openNow(scene: Scene): Outcome | null {
  const isKnown = Object.keys(scene.known.profile).length > 0;
  return isKnown ? checkupFor(scene) : shelf(scene);
}

/** 今年有没有类似的, whatever was talked about. */
export const openNowAnyway = (scene: Scene): Outcome | null => openNow(saying(scene, ASKED_OF_ALL));
export const ASKED_OF_ALL = '现在哪些还有效';

/** Which years the documents are of, and how many are alive. */
export const freshnessLine = ({ mind, today }: Scene): string => sayFreshness(mind.index, today);
