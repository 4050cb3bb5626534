/** 要是1001人呢: worked out beside the record, which stays as it is. */
import Big from 'big.js';
import type { FactValue, Profile } from '../../eligibility/index.ts';
import { checkMeasure, nextFacts } from '../check.ts';
import { readIntent } from '../intents.ts';
import { readScene } from '../reading.ts';
import { type Handler, say } from '../scene.ts';
import { replyOf, withFacts } from '../thread.ts';
import { relevance } from '../topic.ts';
import { sayVerdict } from '../verdict-text.ts';
import { verdictWords as words } from '../words/verdict.ts';

export const whatIf: Handler = (scene) => {
  if (readIntent(scene.message.text) !== null) return null;
  const { state, known, today, mind } = scene;
  const { facts } = mind.knowledge;
  const target = scene.state.thread?.measure ?? scene.state.about;
  if (target === null) return null;
  const read = readScene(scene);
  const names = Object.keys(read.facts);
  if (!read.whatIf || relevance(scene, target, names) === 0) return null;
  const supposed = RELATIVE.test(scene.message.text)
    ? addedTo(known.profile, read.facts, scene.message.text)
    : read.facts;
  const checked = checkMeasure(scene, target, withFacts(known.profile, supposed));
  if (!checked) return null;
  const asks = nextFacts(checked, state.thread?.notKnown ?? [], facts);
  const outcome = say(
    state,
    `${words.whatIf}${sayVerdict(checked, { facts, today, asks, expirySaid: true })}`,
    replyOf(checked, asks),
  );
  return outcome;
};

/** 再多1个人 · 少10人 · 再招20个: counted from what was said before. */
const RELATIVE =
  /(?:再|又|还)?(?:多|少|加|减|增加|减少|招|借|补|来)(?:上|了)?\s*[\d一二两三四五六七八九十百]/u;
const LESS = /少|减/u;

/** Figures that were known exactly grow or shrink by what is said; others are taken as they are said. */
function addedTo(
  profile: Profile,
  facts: Record<string, FactValue | null>,
  text: string,
): Record<string, FactValue | null> {
  const sign = LESS.test(text) ? -1 : 1;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const before = profile[name];
      const relative = typeof before === 'number' && typeof value === 'number';
      return [name, relative ? Number(new Big(before).plus(sign * Math.abs(value))) : value];
    }),
  );
}
