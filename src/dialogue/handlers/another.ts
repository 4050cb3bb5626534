/** 换一个 · 都不是，问的是首台套: not what was shown. */
import { general as words } from '../../words/index.ts';
import { asks } from '../fit-question.ts';
import { actOf, isNo } from '../intents.ts';
import { saying } from '../read-once.ts';
import { type Outcome, type Scene, say } from '../scene.ts';
import { leaveThread } from '../thread.ts';
import { checkupFor } from './checkup.ts';
import { another } from './earlier.ts';
import { question } from './question.ts';

export const anotherTopic = (scene: Scene): Outcome => another(scene);

/** 还有吗: what else was found, else what else fits who has told what he is. */
export function furtherOnes(scene: Scene): Outcome {
  const isKnown = Object.keys(scene.known.profile).length > 0;
  return scene.state.others.length === 0 && isKnown ? checkupFor(scene) : another(scene);
}

/** With a matter of its own it asks for that; alone it asks for another, or answers what was asked. */
export function notThese(scene: Scene): Outcome | null {
  const { state, message } = scene;
  const rest = actOf(message)?.rest ?? '';
  if (rest !== '') {
    if (!NAMES_ANOTHER.test(rest) && !asks(rest)) return null;
    const left = { ...leaveThread(state), asked: [], options: [], about: null };
    return question({ ...saying(scene, withoutLead(rest)), state: left });
  }
  if (state.asked.length > 0 || isNo(message.text)) return null;
  if (state.options.length > 0 || state.others.length > 0) return another(scene);
  return say(state, words.notTheseWhat, { about: state.about });
}

/** 问的是…, 我说的是…, 想问…: what is meant instead. */
const NAMES_ANOTHER = /(?:问|说|讲|指|查|看|要|想|找)(?:的|问|知道|看|了解|查)?(?:的?(?:是|就是))?/u;
const LEAD =
  /^(?:我们?|其实|是|想|要|就|,)*(?:问|说|讲|指|查|看|要|想|找)(?:的|问|知道|看|了解|查)*(?:是|就是)?(?:那个|一下)?/u;
const withoutLead = (rest: string): string => rest.replace(LEAD, '') || rest;
