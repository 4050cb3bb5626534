/** What is believed keeps the words it rests on. */
import type { Effect } from '../contract/index.ts';
import { readScene } from './reading.ts';
import type { Scene } from './scene.ts';

/** Longer clauses are cut: enough to know one's own words again. */
const LONGEST = 60;

/** The effects, with the words of each fact that is told: those of its clause, else the whole message (a tap, a yes). */
export function withWords(effects: Effect[], scene: Scene): Effect[] {
  return effects.map((effect) => {
    if (effect.kind !== 'profile-updated') return effect;
    const told = Object.entries(effect.facts).filter(([, value]) => value !== null);
    return { ...effect, words: Object.fromEntries(told.map(([name]) => [name, wordsOf(name, scene)])) };
  });
}

function wordsOf(name: string, scene: Scene): string {
  const span = readScene(scene).toldIn[name];
  const clause = span && scene.utterance.text.slice(span.start, span.end);
  return (clause || scene.message.text.trim()).slice(0, LONGEST);
}
