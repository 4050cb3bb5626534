/**
 * 甲厂1100人，乙厂350人，各给多少 · 凭什么比我们多: firms told side by side are judged each by itself, in a line each, and nothing of them is
 * the speaker's.
 */
import type { Profile } from '../../contract/index.ts';
import { withFacts } from '../../facts/index.ts';
import { type FirmSaid, firmsSaid, readUtterance } from '../../language/index.ts';
import { subjectOf } from '../../policy/index.ts';
import { formatFigure, sayBasis, sayStanding, validityFirst, firmWords as words } from '../../words/index.ts';
import { checkMeasure } from '../check.ts';
import type { Firm } from '../firms.ts';
import { figuresOf, hear } from '../reading.ts';
import { type Handler, type Outcome, type Scene, say } from '../scene.ts';
import { focusOn } from '../state.ts';
import { namedMeasure } from '../target.ts';
import { measuresFor, relevance } from '../topic.ts';

export const sideBySide: Handler = (scene) => {
  const said = firmsSaid(scene.utterance);
  if (said.length < 2) return toldOfAll(scene);
  const measure = measureFor(scene, said);
  if (measure === null) return tellsAnything(scene, said) ? askWhich(scene, said) : null;
  const told = said.map((one) => factsOfFirm(scene, one, measure));
  if (!told.some((facts) => relevance(scene, measure, Object.keys(facts)) > 0)) return null;
  return sayFirms(
    scene,
    measure,
    said.map((one, place) => firmOf(scene, one, told, place)),
  );
};

/** 凭什么比我们多: the firm spoken of last and one's own. */
export const firmBesideOurs: Handler = (scene) => {
  const { state, known, message } = scene;
  const measure = state.thread?.measure ?? state.about;
  const firm = state.firms.at(-1);
  if (measure === null || firm === undefined || !COMPARES.test(message.text)) return null;
  return sayFirms(scene, measure, [firm, { name: words.you, facts: known.profile }], [firm]);
};
const COMPARES = /比(?:我|咱)们?|(?:跟|和|与)(?:我|咱)们?(?:比|差)/u;

/** 两家用电都涨了12%: told of each of those that were told before. */
function toldOfAll(scene: Scene): Outcome | null {
  const { state, utterance } = scene;
  const measure = state.thread?.measure ?? state.about;
  if (state.firms.length < 2 || measure === null || !OF_ALL.test(utterance.text)) return null;
  const more = factsOfFirm(scene, { told: utterance.text.replace(COLLECTIVE, '') }, measure);
  if (relevance(scene, measure, Object.keys(more)) === 0) return null;
  return sayFirms(
    scene,
    measure,
    state.firms.map(({ name, facts }) => ({ name, facts: withFacts(facts, more) })),
  );
}
const OF_ALL = /^(?:那|这|他们|它们)?(?:都|均|全|[两三四几]家)/u;
const COLLECTIVE = /[都均]|[两三四几]家/gu;

/** Each firm's verdict in a line, and each clause once. `kept`: those to be remembered, else all. */
function sayFirms(
  scene: Scene,
  measure: string,
  firms: readonly Firm[],
  kept: readonly Firm[] = firms,
): Outcome | null {
  const { mind, today, state, message } = scene;
  const checked = firms.flatMap(({ name, facts }) => {
    const one = checkMeasure(scene, measure, facts, {
      benefit: state.thread?.benefit ?? null,
      told: Object.keys(facts),
      question: message.text,
    });
    return one ? [{ name, one }] : [];
  });
  const policy = checked[0]?.one.subject.policy;
  if (!policy) return null;
  const lines = [
    state.expirySaid.includes(policy.number) ? null : validityFirst(policy, today),
    ...checked.map(({ name, one }) => `${words.each(name, sayStanding(one, mind.knowledge.facts))}。`),
    ...new Set(checked.map(({ one }) => sayBasis(one))),
    kept === firms ? words.apart : null,
  ];
  const before = state.firms.filter(({ name }) => !kept.some((one) => one.name === name));
  const next = { ...focusOn(state, measure), expirySaid: [policy.number], firms: [...before, ...kept] };
  return say(next, lines.filter((line) => line !== null).join('\n'), { about: measure });
}

/** What the message names, else the measure in hand, as far as it looks at what is told; else what the facts are about. */
function measureFor(scene: Scene, said: readonly FirmSaid[]): string | null {
  const { state, mind } = scene;
  const inHand = [state.thread?.measure, state.about].find(
    (id) => subjectOf(mind.knowledge, id ?? null)?.measure,
  );
  const heard = (id: string | null) => said.map((one) => factsOfFirm(scene, one, id));
  for (const id of [namedMeasure(scene), inHand])
    if (id != null && heard(id).some((facts) => relevance(scene, id, Object.keys(facts)) > 0)) return id;
  for (const facts of heard(null)) {
    const [only, ...others] = measuresFor(scene, Object.keys(facts), facts);
    if (only && others.length === 0) return only.id;
  }
  return inHand ?? null;
}

/** What is told of it, read as if it were told of oneself; a bare figure is of the measure. */
function factsOfFirm(scene: Scene, { told }: Pick<FirmSaid, 'told'>, measure: string | null): Profile {
  const asked = measure === null ? [] : figuresOf(scene, measure);
  const stranger = { ...scene, known: { ...scene.known, profile: {} } };
  const { facts } = hear(stranger, readUtterance(told, scene), asked);
  return withFacts({}, facts);
}

const tellsAnything = (scene: Scene, said: readonly FirmSaid[]): boolean =>
  said.some((one) => Object.keys(factsOfFirm(scene, one, null)).length > 0);

/** A firm with its name and all that holds of it: what was said of it before too, or of the one before it where the rest is the same. */
function firmOf(scene: Scene, said: FirmSaid, told: readonly Profile[], place: number): Firm {
  const { firms } = scene.state;
  const name = nameOf(scene, said, told, place);
  const known = firms.find((one) => one.name === name);
  const base = said.otherwiseSame ? (firms.at(-1)?.facts ?? scene.known.profile) : (known?.facts ?? {});
  return { name, facts: withFacts(base, told[place]!) };
}

/** By its own name, else by the figure that tells it from the others, else by its place. */
function nameOf({ mind }: Scene, said: FirmSaid, told: readonly Profile[], place: number): string {
  if (said.name !== null) return said.name;
  for (const [name, value] of Object.entries(told[place]!)) {
    const fact = mind.knowledge.facts.get(name);
    const differs = told.some((other) => other[name] !== value);
    if (fact && typeof value === 'number' && differs) return words.byFigure(formatFigure(fact, value));
  }
  return words.byPlace(place + 1);
}

/** Nothing tells which measure is meant: asked, and nothing is stored of any of them. */
function askWhich({ state }: Scene, said: readonly FirmSaid[]): Outcome {
  return say(state, words.whichMeasure(said.length), { about: state.about });
}
