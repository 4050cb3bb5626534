/**
 * A document's own facts heard without a pattern: by the words of their names, their unit and what was asked. A name is heard when
 * enough of its weight is said; a figure goes to the fact whose name stands around it, and to none where two may be meant.
 */
import { wordsSaid } from '../words-said.ts';
import { amountsTold, verbAndUnit } from './amounts-told.ts';
import { hearByDeed } from './by-deed.ts';
import { hearBySlot } from './by-slot.ts';
import { hearChoice } from './choice-heard.ts';
import { hearDerived } from './derived.ts';
import { hearAnswers, hearFigures } from './figures-heard.ts';
import { piecesSaid } from './fit.ts';
import { hearFlag, hearOther } from './flag-heard.ts';
import { hearFormerly } from './formerly.ts';
import { gramsOf } from './grams.ts';
import { joinedTo } from './joined.ts';
import { languageOf } from './language.ts';
import { type Name, namesOf, saidOf, saysAnything } from './names.ts';
import {
  best,
  ENOUGH_ASKED,
  type Hearing,
  inside,
  type NamedHearing,
  type Part,
  type Scene,
} from './scene.ts';
import { lacksDeed } from './sound.ts';
import { hearTogether } from './together.ts';

export type { Hearing, NamedHearing, Part } from './scene.ts';

/** What of a name has to be said: of a short one more, as a single word is a large part of it. */
const enoughOf = ({ weights }: Name): number => (weights.length <= SHORT ? 0.6 : 0.55);
const SHORT = 8;
/** Of a name that says nothing of its own all is needed. */
const ENOUGH_LIGHT = 0.95;

export function hearNamed(hearing: Hearing): NamedHearing {
  const result: NamedHearing = {
    facts: {},
    unsure: [],
    mentions: [],
    toldIn: {},
    things: [],
    taken: new Map(),
  };
  const language = languageOf(hearing.meanings);
  const names = namesOf(hearing.facts, language);
  if (names.size === 0) return result;
  const { text } = hearing;
  const units = new Set([...names.keys()].flatMap((id) => hearing.facts.get(id)!.unit ?? []));
  const grams = gramsOf(text, language);
  const amounts = amountsTold(hearing, grams, units);
  const scene: Scene = {
    ...hearing,
    language,
    names,
    grams: [...grams, ...amounts.flatMap((amount) => verbAndUnit(amount, text, names))],
    words: wordsSaid(text),
    amounts,
    result,
  };
  const taken = hearFigures(scene);
  for (const [sentence, parts] of Map.groupBy(
    hearing.parts.filter(({ own }) => own),
    (part) => part.sentence,
  ))
    hearSentence(scene, sentence, parts);
  hearFormerly(scene, taken);
  hearByDeed(scene, taken);
  hearDerived(scene);
  hearBySlot(scene, taken);
  hearTogether(scene, taken);
  hearAnswers(scene, taken);
  return result;
}

/** Yes-or-no facts and choices of one sentence. */
function hearSentence(scene: Scene, _sentence: number, parts: readonly Part[]): void {
  const grams = scene.grams.filter((gram) => parts.some((part) => inside(gram, part)));
  const text = parts.map((part) => part.text).join(',');
  const pieces = grams.map(({ gram }) => gram);
  const said = new Set(pieces);
  const left: { name: Name; coverage: number }[] = [];
  for (const [id, names] of scene.names) {
    const fact = scene.facts.get(id)!;
    if (fact.type !== 'boolean' && fact.type !== 'choice') continue;
    // What it was before is heard by itself.
    if (fact.formerly !== undefined && !scene.asked.includes(id)) continue;
    if (fact.type === 'boolean' && hearOther(scene, names[0]!, parts)) continue;
    const { name, coverage } = best(names, (one) => {
      const [sides, joined] = [piecesSaid(one, text), joinedTo(one, said)];
      return saidOf(one, sides.length + joined.length > 0 ? [...pieces, ...sides, ...joined] : pieces);
    });
    if (coverage === 0) continue;
    if (fact.type === 'choice') hearChoice(scene, name, fact, coverage, parts, text);
    else if (
      !scene.asked.includes(id) &&
      (!isSpeaking(name, scene) || !isSpeaking(names[0]!, scene) || lacksDeed(name, grams, scene.language))
    )
      left.push(
        saysAnything(names[0]!, scene.language)
          ? { name, coverage }
          : { name: names[0]!, coverage: saidOf(names[0]!, pieces) },
      );
    else if (coverage >= (scene.asked.includes(id) ? ENOUGH_ASKED : enoughOf(name)))
      hearFlag(scene, name, parts, grams, text);
  }
  // 认定为国家级 has no word of its own: it is heard where it was asked, or beside something of its measure.
  const topics = new Set(Object.keys(scene.result.facts).map((id) => scene.facts.get(id)!.topic));
  for (const { name, coverage } of left)
    if (
      coverage >= (saysAnything(name, scene.language) ? enoughOf(name) : ENOUGH_LIGHT) &&
      topics.has(scene.facts.get(name.fact)!.topic)
    )
      hearFlag(scene, name, parts, grams, text);
}

const isSpeaking = (name: Name, { language }: Scene): boolean => saysAnything(name, language);
