/**
 * A benefit that the message surely speaks of: its other conditions are compared with what is left of the message. Who one is is told by
 * what falls under it, a deed by words that say the same, and the one open figure of a unit by the one figure of it that is left.
 */
import { AND, type Facts } from '../../facts/index.ts';
import { hearChoice } from './choice-heard.ts';
import { isCommon } from './common.ts';
import { piecesSaid } from './fit.ts';
import { hearFlag } from './flag-heard.ts';
import { isAbout, isGeneral } from './general.ts';
import { gramsOf } from './grams.ts';
import { joinedTo } from './joined.ts';
import { kindTold } from './kinds.ts';
import { giveLeftFigures } from './left-figure.ts';
import { namesOf, saidOf, saysAnything } from './names.ts';
import { standingOf } from './opposed.ts';
import { best, inside, keep, mannerIn, type Scene } from './scene.ts';
import { lacksEvent } from './sound.ts';
import type { Measured } from './units.ts';

/** `taken`: figures that are given. */
export function hearTogether(scene: Scene, taken: Set<Measured>): void {
  const benefits = benefitsOf(scene);
  if (benefits.length === 0) return;
  const wide = lazily(() => inWideWords(scene));
  const isOpen = (id: string): boolean =>
    scene.names.has(id) && !(id in scene.result.facts) && !scene.result.mentions.includes(id);
  for (const asked of benefits) {
    hearValues(scene, asked, isOpen);
    if (!asked.some((id) => isAbout(scene, id))) continue;
    for (const id of asked) if (isOpen(id) && scene.facts.get(id)!.type === 'boolean') hearKind(scene, id);
    if (!asked.some((id) => isAbout(scene, id) && !isGeneral(scene, id))) continue;
    for (const id of asked) if (isOpen(id) && scene.facts.get(id)!.type === 'boolean') hearWhole(wide(), id);
    giveLeftFigures(scene, asked, taken);
  }
}

type Benefits = readonly (readonly string[])[];
const benefitsKnown = new WeakMap<Facts, Benefits>();

/** What each benefit of the shelf asks. Made once for a set of facts. */
function benefitsOf({ facts }: Scene): Benefits {
  let benefits = benefitsKnown.get(facts);
  if (!benefits) {
    const all = [...facts.values()].flatMap(({ together = [] }) => together);
    benefits = [...new Map(all.map((asked) => [asked.join(' '), asked])).values()];
    benefitsKnown.set(facts, benefits);
  }
  return benefits;
}

/** Made once, and only where it is needed. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function inWideWords(scene: Scene): Scene {
  const language = scene.language.wide();
  return {
    ...scene,
    language,
    names: namesOf(scene.facts, language),
    grams: [...scene.grams, ...gramsOf(scene.text, language)],
  };
}

function hearKind(scene: Scene, id: string): void {
  const told = kindTold(scene, id);
  if (!told) return;
  const manner = mannerIn(scene, id, told.part, told.start, told.end);
  if (manner.denials === 0 && !manner.former) keep(scene, id, true, told.part, manner, false);
}

/** A deed of a benefit that is spoken of, by what the whole message says. */
function hearWhole(scene: Scene, id: string): void {
  const parts = scene.parts.filter(({ own }) => own);
  const grams = scene.grams.filter((gram) => parts.some((part) => inside(gram, part)));
  const text = parts.map((part) => part.text).join(',');
  const pieces = grams.map(({ gram }) => gram);
  const said = new Set(pieces);
  const { name, coverage } = best(scene.names.get(id)!, (one) =>
    saidOf(one, [...pieces, ...piecesSaid(one, text), ...joinedTo(one, said)]),
  );
  if (coverage >= ENOUGH_BESIDE && !isHalfSaid(scene, id, said) && saysAnything(name, scene.language))
    hearFlag(scene, name, parts, grams, text);
}
/** 签订劳动合同并参加失业保险: of what joins two both have to be said. */
function isHalfSaid({ facts, language }: Scene, id: string, said: ReadonlySet<string>): boolean {
  const halves = facts.get(id)!.label.split(JOINED);
  const isSaid = (half: string): boolean => {
    const own = gramsOf(half, language).filter(({ gram }) => !isCommon(gram) && !language.isAct(gram));
    return own.length === 0 || own.some(({ gram }) => said.has(gram));
  };
  return halves.length > 1 && !halves.every(isSaid);
}
const JOINED = new RegExp(AND, 'u');
/** Beside something of its benefit less has to be said. */
const ENOUGH_BESIDE = 0.55;

/** 升到5A beside a 物流企业 that is told: all else of the benefit is said, and the value says the rest. */
function hearValues(scene: Scene, asked: readonly string[], isOpen: (id: string) => boolean): void {
  const { facts, names, result, parts, language } = scene;
  const isMet = (id: string): boolean => id in result.facts && result.facts[id] !== false;
  const choices = asked.filter((id) => facts.get(id)?.type === 'choice' && names.has(id));
  const [id, other] = choices;
  if (id === undefined || other !== undefined || !isOpen(id) || !asked.some(isMet)) return;
  for (const [, sentence] of Map.groupBy(
    parts.filter(({ own }) => own),
    (part) => part.sentence,
  )) {
    const telling = sentence.filter((part) => {
      const said = new Set(gramsOf(part.text, language).map(({ gram }) => gram));
      return (
        (RISES.test(part.text) || [...said].some(language.isAward)) &&
        !lacksEvent(facts.get(id)!.label, part.text, said, language)
      );
    });
    const text = telling.map((part) => part.text).join(',');
    const name = names.get(id)![0]!;
    // Whether it is the first time is left out.
    const isOpenSide = name.sides.some(
      (side) => side.opposition.denies && standingOf(side, text) === 'unsaid',
    );
    if (telling.length > 0 && !isOpenSide && !(id in result.facts))
      hearChoice(scene, name, facts.get(id)!, 1, telling, text);
  }
}
const RISES = /升/u;
