/**
 * A document's own facts heard without a pattern: by the words of their names, their unit and what was asked. A name is heard when
 * enough of its weight is said; a figure goes to the fact whose name stands around it, and to none where two may be meant.
 */
import type { FactValue } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import { isA, wordsSaid } from '../words-said.ts';
import { amountsTold, verbAndUnit } from './amounts-told.ts';
import { hearByDeed } from './by-deed.ts';
import { hearBySlot } from './by-slot.ts';
import { choicesHeard } from './choices.ts';
import { hearDerived } from './derived.ts';
import { hearAnswers, hearFigures } from './figures-heard.ts';
import { type Gram, gramsOf } from './grams.ts';
import { joinedTo } from './joined.ts';
import { languageOf } from './language.ts';
import {
  isOfAnotherKind,
  type Name,
  namesOf,
  saidOf,
  saysAnything,
  saysWhatIsQuoted,
  tellsOtherDeed,
} from './names.ts';
import { type Side, saidOfItself, standingOf } from './opposed.ts';
import { isOfOthers, timeKept } from './own-standing.ts';
import { tellingApart } from './rivals.ts';
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

export type { Hearing, NamedHearing, Part } from './scene.ts';

/** The value of a choice that says: none of them. */
const NO_VALUE = 'none';

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
  hearByDeed(scene, taken);
  hearDerived(scene);
  hearBySlot(scene, taken);
  hearAnswers(scene, taken);
  return result;
}

/** How a sentence stands to the sides that a name has. `denied`: it says what denies them (重新, of what is for the first time). */
type Fit = 'said' | 'left-open' | 'denied' | 'opposed';

function fitOf({ sides, fact }: Name, text: string, asked: readonly string[]): Fit {
  const standings = sides.map((side) => ({ side, standing: standingOf(side, text) }));
  const others = standings.filter(({ standing }) => standing === 'other');
  if (others.length > 0) return others.every(({ side }) => side.opposition.denies) ? 'denied' : 'opposed';
  const isOpen = ({ opposition, rivalled }: Side) => (opposition.needed || rivalled) && !asked.includes(fact);
  return standings.some(({ side, standing }) => standing === 'unsaid' && isOpen(side)) ? 'left-open' : 'said';
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
    if (fact.type === 'boolean' && hearOther(scene, names[0]!, parts)) continue;
    const { name, coverage } = best(names, (one) => {
      const [sides, joined] = [piecesSaid(one, text), joinedTo(one, said)];
      return saidOf(one, sides.length + joined.length > 0 ? [...pieces, ...sides, ...joined] : pieces);
    });
    if (coverage === 0) continue;
    if (fact.type === 'choice') hearChoice(scene, name, fact, coverage, parts, text);
    else if (!scene.asked.includes(id) && !saysAnything(name, scene.language)) left.push({ name, coverage });
    else if (coverage >= (scene.asked.includes(id) ? ENOUGH_ASKED : enoughOf(name)))
      hearFlag(scene, name, parts, grams, text);
  }
  // 认定为国家级 has no word of its own: it is heard where it was asked, or beside something of its measure.
  const topics = new Set(Object.keys(scene.result.facts).map((id) => scene.facts.get(id)!.topic));
  for (const { name, coverage } of left)
    if (coverage >= ENOUGH_LIGHT && topics.has(scene.facts.get(name.fact)!.topic))
      hearFlag(scene, name, parts, grams, text);
}

/** 复审通过 says the 重新 of a name too. */
const piecesSaid = ({ sides }: Name, text: string): readonly string[] =>
  sides.flatMap((side) => (standingOf(side, text) === 'same' ? side.pieces : []));

function hearFlag(
  scene: Scene,
  name: Name,
  parts: readonly Part[],
  grams: readonly Gram[],
  text: string,
): void {
  const denying = scene.names.get(name.fact)![0]!.sides.filter(({ opposition }) => opposition.denies);
  const fit = fitOf({ ...name, sides: [...new Set([...name.sides, ...denying])] }, text, scene.asked);
  if (
    fit === 'opposed' ||
    !saysWhatIsQuoted(name, grams) ||
    isOfAnotherKind(name, grams, (gram) => isSmall(scene, gram), scene.language) ||
    (!scene.asked.includes(name.fact) && !isTold(name, scene, grams))
  )
    return;
  const { part, start, end } = home(name, parts, grams);
  const manner = mannerIn(scene, name.fact, part, start, end);
  if (asksOnly(scene, part, start)) return;
  const { label } = scene.facts.get(name.fact)!;
  const kept = timeKept(label, parts, scene);
  const isOthers = isOfOthers(label, scene.text.slice(part.start, start)) && !name.pieces.has('招用');
  if (kept === 'unsaid' || isOthers || deniesAnother(name, scene.text, part, end, grams)) return;
  const denials = manner.denials + name.denials + (isUndone(label, scene.text.slice(end, part.end)) ? 1 : 0);
  // 不是重新认定 says nothing of the first time.
  if (fit === 'denied' && denials % 2 === 1) return;
  const value = denials % 2 === 0 && fit !== 'denied' && kept !== false;
  const isOpen =
    fit === 'left-open' || (!scene.asked.includes(name.fact) && tellsOtherDeed(name, grams, scene.language));
  keep(scene, name.fact, value, part, manner, isOpen && value);
}

/** 出口信用保险今年没投: behind the thing its deed is denied, by a character of it; 银行贷款没还 denies another one. */
function isUndone(label: string, after: string): boolean {
  const deed = /^[^,。;的没未不]{0,4}(?:没有?|未)(?<deed>\p{Script=Han}{1,2}?)[过成到上了]?$/u.exec(after)
    ?.groups?.deed;
  return deed !== undefined && [...deed].some((character) => label.includes(character));
}

/** 没工作的大学生: what is denied of the thing is none of the name, and the thing itself is not denied. */
function deniesAnother(name: Name, text: string, part: Part, end: number, grams: readonly Gram[]): boolean {
  const before = text.slice(part.start, end);
  const denied = /(?:没有?|不|未)(?<what>[^,。;的是没不未]{1,6})的[^的]+$/du.exec(before)?.indices?.groups
    ?.what;
  if (!denied) return false;
  const [from, to] = [part.start + denied[0], part.start + denied[1]];
  return !grams.some((gram) => gram.start < to && from < gram.end && name.pieces.has(gram.gram));
}

/** 国有企业 is no 民营企业: what has nothing but a side is denied by who says to be of another one. */
function hearOther(scene: Scene, name: Name, parts: readonly Part[]): boolean {
  const side = name.sides.find(({ alone, opposition }) => alone && opposition.denies);
  if (!side) return false;
  for (const part of parts) {
    const other = saidOfItself(side, part.text);
    if (!other || asksOnly(scene, part, part.start + other.start)) continue;
    const manner = mannerIn(scene, name.fact, part, part.start + other.start, part.start + other.end);
    if (manner.denials === 0) keep(scene, name.fact, false, part, manner, false);
    return true;
  }
  return false;
}

/** Of names that are nearly the same the one is meant of which something is said that the others do not have. */
const isTold = (name: Name, { names, facts }: Scene, grams: readonly Gram[]): boolean =>
  tellingApart(name, names, facts).every((own) => grams.some(({ gram }) => own.has(gram)));

/** 我们标准, 0.8兆瓦光伏: a word of conversation and a figure qualify nothing. */
const isSmall = ({ words, amounts }: Scene, gram: Gram): boolean =>
  amounts.some((amount) => overlaps(amount, gram)) ||
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

/** 国家级 of a choice between ranks: what its values say is told by them. */
const isOfValues = (side: Side, { values }: Fact): boolean =>
  Object.values(values ?? {}).some((forms) => forms.some((form) => standingOf(side, form) !== 'unsaid'));

function hearChoice(
  scene: Scene,
  name: Name,
  fact: Fact,
  coverage: number,
  parts: readonly Part[],
  text: string,
): void {
  const id = name.fact;
  const fit = fitOf(
    {
      ...name,
      sides: name.sides.filter(
        (side) => !side.opposition.needed || side.opposition.denies || !isOfValues(side, fact),
      ),
    },
    text,
    scene.asked,
  );
  if (fit === 'opposed') return;
  const heard = choicesHeard(fact, {
    coverage,
    parts,
    asked: scene.asked.includes(id),
    language: scene.language,
    isPast: (part) => scene.words.some((word) => inside(word, part) && isA(word, 'former')),
  });
  if (heard === null) return;
  const manner = mannerIn(scene, id, heard.part, heard.start, heard.end);
  if (asksOnly(scene, heard.part, heard.start)) return;
  if (manner.denials % 2 === 1) {
    scene.result.mentions.push(id);
    const rest = Object.keys(fact.values!).filter((value) => !heard.values.includes(value));
    if (rest.length > 0 && !manner.doubted)
      keep(scene, id, rest.length === 1 ? rest[0]! : { oneOf: rest }, heard.part, manner, false);
    return;
  }
  const [first] = heard.values;
  if (fit === 'denied') {
    if (NO_VALUE in fact.values!) keep(scene, id, NO_VALUE, heard.part, manner, false);
    return;
  }
  const value: FactValue =
    heard.values.length === 1 ? first! : fact.many ? { allOf: heard.values } : { oneOf: heard.values };
  keep(scene, id, value, heard.part, manner, false);
}
