/**
 * A document's own facts heard without a pattern: by the words of their names, their unit and what was asked. A name is heard when
 * enough of its weight is said; a figure goes to the fact whose name stands around it, and to none where two may be meant.
 */
import type { FactValue } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import { isA, wordsSaid } from '../words-said.ts';
import { choicesHeard } from './choices.ts';
import { hearAnswers, hearFigures } from './figures-heard.ts';
import { type Gram, gramsOf } from './grams.ts';
import { gradesIn, isOfAnotherKind, type Name, namesOf, saidOf } from './names.ts';
import { ranksIn } from './ranks.ts';
import {
  asksOnly,
  best,
  ENOUGH_ASKED,
  type Hearing,
  inside,
  keep,
  mannerIn,
  type NamedHearing,
  overlaps,
  type Part,
  type Scene,
} from './scene.ts';
import { measured } from './units.ts';

export type { Hearing, NamedHearing, Part } from './scene.ts';

/** The value of a choice that says: none of them. */
const NO_VALUE = 'none';

/** What of a name has to be said. */
const ENOUGH = 0.6;

export function hearNamed(hearing: Hearing): NamedHearing {
  const result: NamedHearing = { facts: {}, unsure: [], mentions: [], toldIn: {} };
  const names = namesOf(hearing.facts);
  if (names.size === 0) return result;
  const { text } = hearing;
  const amounts = [...hearing.figures.flatMap((figure) => measured(figure) ?? []), ...ranksIn(text)].sort(
    (one, other) => one.start - other.start,
  );
  const scene: Scene = { ...hearing, names, grams: gramsOf(text), words: wordsSaid(text), amounts, result };
  const taken = hearFigures(scene);
  for (const [sentence, parts] of Map.groupBy(
    hearing.parts.filter(({ own }) => own),
    (part) => part.sentence,
  ))
    hearSentence(scene, sentence, parts);
  hearAnswers(scene, taken);
  return result;
}

/** 市级 is not 省级. A grade that the name has and the text leaves out is a doubt. */
function gradeFits(name: Name, text: string): 'yes' | 'no' | 'unsaid' {
  if (name.grades.size === 0) return 'yes';
  const said = gradesIn(text);
  if ([...name.grades].some((grade) => said.has(grade))) return 'yes';
  return said.size === 0 ? 'unsaid' : 'no';
}

/** Yes-or-no facts and choices of one sentence. */
function hearSentence(scene: Scene, _sentence: number, parts: readonly Part[]): void {
  const grams = scene.grams.filter((gram) => parts.some((part) => inside(gram, part)));
  const text = parts.map((part) => part.text).join(',');
  const pieces = grams.map(({ gram }) => gram);
  for (const [id, names] of scene.names) {
    const fact = scene.facts.get(id)!;
    if (fact.type !== 'boolean' && fact.type !== 'choice') continue;
    const { name, coverage } = best(names, (one) => saidOf(one, pieces));
    if (coverage === 0) continue;
    if (fact.type === 'choice') hearChoice(scene, name, fact, coverage, parts);
    else if (coverage >= (scene.asked.includes(id) ? ENOUGH_ASKED : ENOUGH))
      hearFlag(scene, name, parts, grams, text);
  }
}

function hearFlag(
  scene: Scene,
  name: Name,
  parts: readonly Part[],
  grams: readonly Gram[],
  text: string,
): void {
  const fits = gradeFits(name, text);
  if (fits === 'no' || isOfAnotherKind(name, grams, (gram) => isSmall(scene, gram))) return;
  const { part, start, end } = home(name, parts, grams);
  const manner = mannerIn(scene, part, start, end);
  if (asksOnly(scene, part, start)) return;
  const value = (manner.denials + name.denials) % 2 === 0 && !isAgain(name, part);
  keep(scene, name.fact, value, part, manner, fits === 'unsaid' && value);
}

/** 第二次拿: what is for the first time only was had before. */
const isAgain = ({ pieces }: Name, { text }: Part): boolean => pieces.has(FIRST) && AGAIN.test(text);
const FIRST = '首次';
const AGAIN = /第[二三四五六2-6]次|再次|又一次|再度|复审|复评|复核/u;

/** 我们标准: a word of conversation qualifies nothing. */
const isSmall = ({ words }: Scene, gram: Gram): boolean =>
  words.some((word) => overlaps(word, gram) && isA(word, 'self', 'me', 'soft', 'turn', 'not', 'really'));

/** The part in which most of the name is said, and from where to where. */
function home(
  name: Name,
  parts: readonly Part[],
  grams: readonly Gram[],
): { part: Part; start: number; end: number } {
  const ranked = parts.map((part) => {
    const own = grams.filter((gram) => inside(gram, part) && name.pieces.has(gram.gram));
    return {
      part,
      own,
      weight: saidOf(
        name,
        own.map(({ gram }) => gram),
      ),
    };
  });
  const best = ranked.reduce((one, other) => (other.weight > one.weight ? other : one));
  const start = Math.min(...best.own.map((gram) => gram.start));
  const end = Math.max(...best.own.map((gram) => gram.end));
  return { part: best.part, start, end };
}

function hearChoice(scene: Scene, name: Name, fact: Fact, coverage: number, parts: readonly Part[]): void {
  const id = name.fact;
  const heard = choicesHeard(fact, coverage, parts, scene.asked.includes(id));
  if (heard === null) return;
  const manner = mannerIn(scene, heard.part, heard.start, heard.end);
  if (asksOnly(scene, heard.part, heard.start)) return;
  if (manner.denials % 2 === 1) {
    scene.result.mentions.push(id);
    const rest = Object.keys(fact.values!).filter((value) => !heard.values.includes(value));
    if (rest.length > 0 && !manner.doubted)
      keep(scene, id, rest.length === 1 ? rest[0]! : { oneOf: rest }, heard.part, manner, false);
    return;
  }
  const [first] = heard.values;
  if (isAgain(name, heard.part)) {
    if (NO_VALUE in fact.values!) keep(scene, id, NO_VALUE, heard.part, manner, false);
    return;
  }
  const value: FactValue =
    heard.values.length === 1 ? first! : fact.many ? { allOf: heard.values } : { oneOf: heard.values };
  keep(scene, id, value, heard.part, manner, false);
}
