/** A pressed button, or an option named by its number or its words. */
import Fuse from 'fuse.js';
import { bare, readPick } from '../intents.ts';
import { readScene } from '../reading.ts';
import type { Handler, Scene } from '../scene.ts';
import { leaveThread } from '../thread.ts';
import { open } from '../topic.ts';

/** The id of an option is the measure or the document that it opens. */
export const option: Handler = (scene) => {
  const { state } = scene;
  const about = scene.message.choice ?? pickedOption(scene);
  if (about === null) return null;
  // 换一条 goes on in the list that it was picked from.
  const others = state.menu.filter((id) => id !== about);
  return open({ ...scene, state: { ...leaveThread(state), others } }, about);
};

/** Bitap distance up to which a short reply still names an option: errors per character. */
const NEAR_LABEL = 0.3;
const SHORTEST_LABEL_PART = 4;
/** The next best has to be this much worse. */
const APART = 0.15;

function pickedOption(scene: Scene): string | null {
  const { options, asked, menu } = scene.state;
  const { message, mind } = scene;
  const { text } = message;
  const place = readPick(text);
  // One number cannot answer several questions.
  const figureAsked = asked.length === 1 && mind.knowledge.facts.get(asked[0]!)?.type === 'number';
  // A list shown some turns ago is still meant, as long as nothing was asked since.
  // A bare number answers a question for a figure; 第二个 does not.
  const picks = place !== null && (!figureAsked || /第/u.test(text));
  if (options.length === 0) return picks ? (menu[place - 1] ?? null) : null;
  if (picks) return options[place - 1]?.id ?? null;
  const named = bare(text);
  const same = options.find(({ label }) => bare(label) === named);
  if (same) return same.id;
  // After a question words answer it, even where they are like a label.
  if (asked.length > 0) return null;
  if (named.length < SHORTEST_LABEL_PART || named.length > 24) return null;
  // 工业企业 is a part of some names, and tells what one is.
  if (Object.keys(readScene(scene).facts).length > 0) return null;
  const [best, next] = new Fuse(options, {
    keys: ['label'],
    includeScore: true,
    threshold: NEAR_LABEL,
  }).search(named);
  if (!best || (best.score ?? 1) > NEAR_LABEL) return null;
  // What stands in several names alike picks none of them.
  const isTheOne = next === undefined || (next.score ?? 1) - (best.score ?? 0) >= APART;
  return isTheOne ? best.item.id : null;
}
