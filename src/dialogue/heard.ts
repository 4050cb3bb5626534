/** What was heard and is not sure: kept with the talk, so that whoever said it once is asked whether it is that, and not asked anew. */
import type { FactValue, Profile } from '../contract/index.ts';
import { asks } from './fit-question.ts';
import { isNo } from './intents.ts';
import { heardOf, readScene } from './reading.ts';
import type { Outcome, Scene } from './scene.ts';

/** More are hardly of one matter. */
const MOST_HEARD = 8;

/** The outcome with what this message said by the way, and without what it settled. */
export function withHeard(outcome: Outcome, scene: Scene): Outcome {
  const { state } = outcome;
  const told = new Set(
    outcome.effects.flatMap((effect) => (effect.kind === 'profile-updated' ? Object.keys(effect.facts) : [])),
  );
  const denied = isNo(scene.message.text) ? scene.state.asked : [];
  const before = scene.state.heard;
  // What is doubted now was told now, or known without its months; what was doubted before may be settled.
  const isOpen = ([name, value]: [string, FactValue]) =>
    before[name] !== value ||
    !(
      told.has(name) ||
      denied.includes(name) ||
      (name in scene.known.profile && !state.asked.includes(name))
    );
  // What the handler made of it, a sum of two perhaps, goes before the bare figure.
  const byTheWay = Object.entries(saidByTheWay(scene)).filter(
    ([name]) => !told.has(name) && (state.heard[name] === before[name] || !(name in state.heard)),
  );
  const heard = [...Object.entries(state.heard), ...byTheWay].filter(isOpen);
  return { ...outcome, state: { ...state, heard: Object.fromEntries(heard.slice(-MOST_HEARD)) } };
}

/** 做注塑的，320人: a figure of which it is not sure what it counts. What is asked or supposed is said of nobody. */
function saidByTheWay(scene: Scene): Profile {
  if (scene.utterance.figures.length === 0 || asks(scene.message.text)) return {};
  const read = readScene(scene);
  return read.whatIf
    ? {}
    : heardOf(
        read,
        read.unsure.map(({ fact }) => fact),
      );
}
