/** What a message tells of the enterprise, read in the light of what was asked. */
import { periodsOf, type Reading, readFacts } from '../eligibility/index.ts';
import { checkMeasure } from './check.ts';
import type { Scene } from './scene.ts';

/** The facts of the message. Where nothing was asked, a bare figure (1001人, -3%) may be one of the measure spoken of. */
export function readScene(scene: Scene): Reading {
  const { state, message, known, today, mind } = scene;
  const { facts, places } = mind.knowledge;
  const target = state.thread?.measure ?? state.about;
  const asked = state.asked.length > 0 || target === null ? state.asked : figuresOf(scene, target);
  const periods = periodsOf(mind.knowledge);
  const reading = readFacts(message.text, { facts, places, today, asked, profile: known.profile, periods });
  const spokenOf = new Set([...state.asked, ...reading.mentions]);
  return { ...reading, unknown: reading.unknown.filter((name) => spokenOf.has(name)) };
}

/** The figures that a measure looks at, the one told last first. A yes or no is only heard when it was asked for. */
function figuresOf(scene: Scene, measure: string): string[] {
  const { state, known, mind } = scene;
  const checked = checkMeasure(scene, measure, {});
  const names = new Set(checked?.evaluations.flatMap(({ missing }) => missing));
  const before = state.trail[0]?.facts ?? {};
  const toldLast = (name: string) => JSON.stringify(known.profile[name]) !== JSON.stringify(before[name]);
  const rank = (name: string) =>
    (toldLast(name) ? 0 : 2) + (mind.knowledge.facts.get(name)?.unit === 'person' ? 0 : 1);
  return [...names]
    .filter((name) => mind.knowledge.facts.get(name)?.type === 'number')
    .sort((a, b) => rank(a) - rank(b));
}
