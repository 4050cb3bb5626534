/** 甲厂1100人，乙厂350人，各给多少 · 我表哥那家1200人呢: other firms are judged each by itself, and nothing of them is the speaker's. */
import type { Profile } from '../../contract/index.ts';
import { withFacts } from '../../facts/index.ts';
import { type FirmSaid, firmsSaid } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { formatFigure, firmWords as words } from '../../words/index.ts';
import { factsOfFirm, parted, sayFirms } from '../firms.ts';
import { readScene } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import type { Firm } from '../state.ts';
import { namedMeasure } from '../target.ts';
import { measuresFor, relevance } from '../topic.ts';
import { hearsay } from './hearsay.ts';
import { ofFirmsTold } from './told-firms.ts';

export const otherFirms: Handler = (scene) => {
  const said = firmsSaid(scene.utterance);
  if (said.length === 0) return ofFirmsTold(scene);
  const [first] = said;
  // 隔壁厂400人，我们420人: what is told of oneself is what the talk is about.
  if (first!.inPassing && Object.keys(readScene(scene).facts).length > 0) return null;
  const measure = measureFor(scene, said);
  if (measure === null) return first!.inPassing || !tellsAnything(scene, said) ? null : askWhich(scene, said);
  const told = said.map((one) => factsOfFirm(scene, one, measure));
  const tells = told.some((facts) => relevance(scene, measure, Object.keys(facts)) > 0);
  if (!tells && !said.some((one) => one.otherwiseSame))
    return first!.inPassing ? (ofFirmsTold(scene) ?? hearsay(scene, first!, measure)) : null;
  const firms = said.map((one, place) => firmOf(scene, one, told, place));
  const got = said.flatMap((one) => parted(one.told).got ?? []);
  return sayFirms(scene, measure, withBefore(scene, measure, firms), firms, got[0] ?? null);
};

/** What the measure in hand looks at, else what the message names, else what the facts are about. */
function measureFor(scene: Scene, said: readonly FirmSaid[]): string | null {
  const { state, mind } = scene;
  const inHand = [state.thread?.measure, state.about].find(
    (id) => subjectOf(mind.knowledge, id ?? null)?.measure,
  );
  const named = namedMeasure(scene);
  const heard = (id: string | null) => said.map((one) => factsOfFirm(scene, one, id));
  for (const id of [named, inHand])
    if (id != null && heard(id).some((facts) => relevance(scene, id, Object.keys(facts)) > 0)) return id;
  if (said.some((one) => one.inPassing)) return inHand ?? null;
  for (const facts of heard(null)) {
    const [only, ...others] = measuresFor(scene, Object.keys(facts), facts);
    if (only && others.length === 0) return only.id;
  }
  return inHand ?? null;
}

const tellsAnything = (scene: Scene, said: readonly FirmSaid[]): boolean =>
  said.some((one) => Object.keys(factsOfFirm(scene, one, null)).length > 0);

/** A firm with its name and all that holds of it. */
function firmOf(scene: Scene, said: FirmSaid, told: readonly Profile[], place: number): Firm {
  const { state, known } = scene;
  const facts = told[place]!;
  const before = state.firms?.told ?? [];
  const base = said.otherwiseSame
    ? said.inPassing
      ? known.profile
      : (before.at(-1)?.facts ?? known.profile)
    : (before.find(({ name }) => name === said.name)?.facts ?? {});
  return { name: nameOf(scene, said, told, place), facts: withFacts(base, facts) };
}

/** By its own name, else by the figure that tells it from the others, else by its place. */
function nameOf({ mind }: Scene, said: FirmSaid, told: readonly Profile[], place: number): string {
  if (said.name !== null) return words.ofYours(said.name);
  for (const [name, value] of Object.entries(told[place]!)) {
    const fact = mind.knowledge.facts.get(name);
    const differs = told.some((other) => other[name] !== value);
    if (fact && typeof value === 'number' && differs) return words.byFigure(formatFigure(fact, value));
  }
  return words.byPlace(place + 1);
}

/** Those told before for the same measure stay in the talk. */
function withBefore({ state }: Scene, measure: string, firms: readonly Firm[]): Firm[] {
  const before = state.firms?.measure === measure ? state.firms.told : [];
  return [...before.filter(({ name }) => !firms.some((one) => one.name === name)), ...firms];
}

/** Nothing tells which measure is meant: asked, and nothing is stored of any of them. */
function askWhich({ state }: Scene, said: readonly FirmSaid[]): Outcome {
  return say(state, words.whichMeasure(said.length), { about: state.about });
}
