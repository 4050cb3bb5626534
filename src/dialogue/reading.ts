/** What a message tells of the enterprise, read in the light of what was asked. */
import { periodsOf, type Reading, readFacts } from '../eligibility/index.ts';
import { checkMeasure } from './check.ts';
import { bare } from './intents.ts';
import type { Scene } from './scene.ts';

/** The facts of the message. Where nothing was asked, a bare figure (1001人, -3%) may be one of the measure spoken of. */
export function readScene(scene: Scene): Reading {
  const { state, message } = scene;
  const target = state.thread?.measure ?? state.left?.measure ?? state.about;
  const asked = state.asked.length > 0 || target === null ? state.asked : figuresOf(scene, target);
  const reading = read(scene, message.text, asked);
  const spokenOf = new Set([...state.asked, ...reading.mentions]);
  const kept = {
    ...reading,
    unknown: reading.unknown.filter((name) => spokenOf.has(name)),
    nonsense: reading.nonsense.filter(({ fact }) => spokenOf.has(fact)),
  };
  return target !== null && Object.keys(kept.facts).length === 0
    ? { ...kept, facts: placeAlone(scene) }
    : kept;
}

function read({ known, today, mind }: Scene, text: string, asked: readonly string[]): Reading {
  const { facts, places } = mind.knowledge;
  return readFacts(text, {
    facts,
    places,
    today,
    asked,
    profile: known.profile,
    periods: periodsOf(mind.knowledge),
  });
}

const LONGEST_PLACE = 8;

/** 东湖区的: a place and nothing else, while one measure is being checked, is where the enterprise is. */
function placeAlone(scene: Scene): Reading['facts'] {
  const name = bare(scene.message.text).replace(/^(?:我们?|公司|企业)?(?:是|在)?|的$/gu, '');
  const isPlace = scene.mind.knowledge.places.some(
    (place) => place.name === name || place.also.includes(name),
  );
  return isPlace && name.length <= LONGEST_PLACE ? read(scene, `我们公司在${name}`, []).facts : {};
}

/** The figures that a measure looks at, the one told last first. A yes or no is only heard when it was asked for. */
function figuresOf(scene: Scene, measure: string): string[] {
  const { state, known, mind } = scene;
  const checked = checkMeasure(scene, measure, {});
  const names = new Set(checked?.evaluations.flatMap(({ missing }) => missing));
  for (const name of [...names]) {
    const series = mind.knowledge.facts.get(name)?.series;
    for (const source of [series?.level, series?.previous]) if (source) names.add(source);
  }
  const before = state.trail[0]?.facts ?? {};
  const toldLast = (name: string) => JSON.stringify(known.profile[name]) !== JSON.stringify(before[name]);
  const rank = (name: string) =>
    (toldLast(name) ? 0 : 2) + (mind.knowledge.facts.get(name)?.unit === 'person' ? 0 : 1);
  return [...names]
    .filter((name) => mind.knowledge.facts.get(name)?.type === 'number')
    .sort((a, b) => rank(a) - rank(b));
}
