/** A message that points at something found or talked about before: 那省里的呢 · 58号那个 · 回到刚才不停工的 · 换一个. */

import { type Policy, subjectOf } from '../../policy/index.ts';
import {
  contentWords,
  type Finding,
  find,
  focusesOf,
  LIST_ALSO,
  namesNoTopic,
} from '../../retrieval/index.ts';
import { general } from '../../words/index.ts';
import { bare } from '../intents.ts';
import { BACK } from '../points-back.ts';
import { saying } from '../read-once.ts';
import { clausesOf } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { stepThread } from '../thread.ts';
import { open, tell } from '../topic.ts';
import { shelf } from './shelf.ts';

/**
 * A description of one of a list and nothing else, by its level (市里那个), year (2023年的), number (58号的) or place (东湖的那个).
 */
const DESCRIBED =
  /^(?:(?:上次|上回|刚才|刚刚|之前|前面)(?:说|讲|提|问)?的?)?(?:[那这]个?|还有|换|我(?:要|问|说|看)的?是?|就)?(?:看看?)?(?:(?<level>[省市区县])(?:里|级|上|这边|政府)?|(?<year>(?:20)?\d\d)年|(?<relative>今|去|前)年(?:度)?|(?:[\u4e00-\u9fff]{2,3})?(?<number>\d{1,4})号(?:文件?)?|(?<place>[\u4e00-\u9fff]{2,3}?))(?:发)?(?:的|那个|那条|那项|这个|这条|有)?(?:那个|那条|政策|文件)?(?:是什么|讲(?:一?讲|什么|啥)?|说说?|说(?:什么|啥)|看看|详细(?:点|说说)?|介绍(?:一?下)?|展开)?(?:呢|有吗|吗|吧)?$/u;

/** 东湖的, after 81号还有效吗: the same asked of the one document on the shelf that the words describe. */
export const sameOfDocument: Handler = (scene) => {
  const { state, message, mind } = scene;
  const inHand = subjectOf(mind.knowledge, state.about);
  const parts = DESCRIBED.exec(bare(message.text))?.groups;
  if (!parts || inHand === null || inHand.measure !== null || state.lastFocus === null) return null;
  const fitting = mind.knowledge.policies.filter((policy) => isDescribed(policy, parts));
  const [only] = fitting;
  return fitting.length === 1 && only
    ? tell(scene, only.number, state.lastFocus, state.lastQuestion ?? '')
    : null;
};

/** 那个2020年的吧，现在还管用吗: the one document that the first words describe, and what is asked of it. */
export function describedAndAsked(scene: Scene): Outcome | null {
  const { mind, message } = scene;
  const [first, second, ...more] = clausesOf(message.text);
  const parts = first === undefined ? undefined : DESCRIBED.exec(bare(first))?.groups;
  const focus = focusesOf(second ?? '')[0];
  if (!parts || focus === undefined || more.length > 0) return null;
  const [only, ...others] = mind.knowledge.policies.filter((policy) => isDescribed(policy, parts));
  return only && others.length === 0 ? tell(scene, only.number, focus, message.text) : null;
}

function isDescribed({ place, number: own }: Policy, parts: Record<string, string>): boolean {
  const { level, year, number, place: named } = parts;
  if (level) return place?.endsWith(level) ?? false;
  if (year) return own.includes(`〔${year.padStart(4, '20')}〕`);
  if (number) return own.endsWith(`〕${number}号`);
  return Boolean(named && place?.startsWith(named));
}

/** One of what was found before, in the document that the message describes. */
export function described(scene: Scene): Outcome | null {
  const { state, mind } = scene;
  const parts = partsOf(scene);
  if (!parts) return null;
  const fits = (id: string): boolean => {
    const policy = subjectOf(mind.knowledge, id)?.policy;
    return policy ? isDescribed(policy, parts) : false;
  };
  const offered = [...state.menu, ...state.others, ...state.recent];
  const found =
    offered.find((id) => id !== state.about && fits(id)) ?? offered.find(fits) ?? foundAgain(scene, fits);
  if (found !== undefined) return open(scene, found);
  if (parts.level && state.lastQuestion === null) return shelf(saying(scene, OF_LEVEL(parts.level)));
  if (parts.relative && parts.year) return say(state, general.noneOfYear(parts.year), { about: state.about });
  return parts.level ? say(state, general.noneOfLevel(parts.level), { about: state.about }) : null;
}

/** 去年的: the year that is meant today. */
function partsOf({ message, today }: Scene): Record<string, string> | undefined {
  const parts = DESCRIBED.exec(bare(message.text))?.groups;
  if (!parts?.relative) return parts;
  const back = ['今', '去', '前'].indexOf(parts.relative);
  return { ...parts, year: String(Number(today.slice(0, 4)) - back) };
}

const OF_LEVEL = (level: string): string => `有哪些${level}里的文件`;

/** What the last question finds there. */
function foundAgain({ state, mind, today }: Scene, fits: (id: string) => boolean): string | undefined {
  if (state.lastQuestion === null) return undefined;
  const { ranked } = find(mind.index, state.lastQuestion, { today });
  const near = LIST_ALSO * (ranked[0]?.score ?? 0);
  return ranked
    .filter(({ score }) => score >= near)
    .flatMap(({ entry }) => (entry.kind === 'measure' ? [entry.measure.id] : []))
    .find(fits);
}

/** Says that an earlier thing is meant: 回到刚才不停工的 · 房租那个 · 这个呢 · 我说的是. */
const POINTS_BACK = new RegExp(`${BACK}|上一个|这个|这条|这项|我说的|我问的|还是说`, 'u');
/** An earlier measure may score this much less than the best and still be the one meant; else 那个 points at nothing that was said before. */
const EARLIER_ENOUGH = 0.6;

/** 这个呢 · 那不停工的呢. */
const SAME_OF = /呢/u;

/** One of the measures spoken of or offered before, when the message points back and its words fit. */
export function goBackTo(scene: Scene, found: Finding): Outcome | null {
  const { state, message } = scene;
  if (!POINTS_BACK.test(message.text) || found.ranked.length === 0) return null;
  // 那个什么时候到期 names nothing of its own: it is about what is talked about.
  if (contentWords(message.text).every(namesNoTopic)) return null;
  const listed = state.options.map(({ id }) => id);
  const open = [state.thread?.measure, state.left?.measure];
  const earlier = new Set([...listed, ...state.recent, ...state.others, ...open]);
  const enough = EARLIER_ENOUGH * found.ranked[0]!.score;
  const meant = found.ranked.find(
    ({ entry, score }) => entry.kind === 'measure' && earlier.has(entry.measure.id) && score >= enough,
  );
  if (meant?.entry.kind !== 'measure') return null;
  const { id } = meant.entry.measure;
  const focus = focusesOf(message.text)[0] ?? null;
  const thread = [state.thread, state.left].find((one) => one?.measure === id);
  // 这个呢，不停工的: asks of another measure what was asked last.
  const same = focus === null && SAME_OF.test(message.text) && state.lastFocus !== null;
  // 那个米粉节是哪天 · 我们在区里那个双创基地: the talk is there already, and its verdict was said.
  const isThere = id === state.about && (thread === undefined || state.said?.measure === id);
  if (thread && !isThere && !same && (focus === null || focus === 'amount')) return stepThread(scene, id);
  if (id === state.about) return null;
  return tell(scene, id, focus ?? (same ? state.lastFocus : null), message.text);
}

/** 换一个: the next of what the last search found. */
export function another(scene: Scene): Outcome {
  const { state } = scene;
  const nothing = say(state, general.noOther, { about: state.about });
  const [next, ...others] = othersFound(scene).filter((id) => id !== state.about);
  if (next === undefined) return nothing;
  return open({ ...scene, state: { ...state, others } }, next) ?? nothing;
}

/** What was found beside the measure shown; where a check was opened at once, what its question finds. */
function othersFound({ state, mind, today }: Scene): string[] {
  if (state.others.length > 0 || state.lastQuestion === null) return state.others;
  const { ranked } = find(mind.index, state.lastQuestion, { today });
  const near = LIST_ALSO * (ranked[0]?.score ?? 0);
  return ranked
    .filter(
      ({ entry, score }) =>
        score >= near && entry.kind === 'measure' && !state.recent.includes(entry.measure.id),
    )
    .slice(0, MOST_OTHERS)
    .flatMap(({ entry }) => (entry.kind === 'measure' ? [entry.measure.id] : []));
}
const MOST_OTHERS = 3;
