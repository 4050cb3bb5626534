/** A yes-or-no fact whose name is said well enough: whether that tells it, and how. */
import { isA } from '../words-said.ts';
import { fitOf, piecesSaid } from './fit.ts';
import { isAbout } from './general.ts';
import type { Gram } from './grams.ts';
import { joinedTo } from './joined.ts';
import { isOfAnotherKind, type Name, saidOf, saysWhatIsQuoted, tellsOtherDeed } from './names.ts';
import { saidOfItself, standingOf } from './opposed.ts';
import { isOfOthers, timeKept } from './own-standing.ts';
import { tellingApart } from './rivals.ts';
import { asksOnly, inside, keep, mannerIn, overlaps, type Part, type Scene } from './scene.ts';
import { lacksEvent, lacksQualifier, lacksSide, lacksThing, saysCommonNoun } from './sound.ts';

export function hearFlag(
  scene: Scene,
  name: Name,
  parts: readonly Part[],
  grams: readonly Gram[],
  text: string,
): void {
  // What else it may be called leaves out no side of its name: 月度新增 is no 年度新增.
  const isList = /[、或]/u.test(scene.facts.get(name.fact)!.label);
  const denying = scene.names
    .get(name.fact)![0]!
    .sides.filter((side) => side.opposition.denies || (!isList && standingOf(side, text) === 'other'));
  const fit = fitOf({ ...name, sides: [...new Set([...name.sides, ...denying])] }, text, scene.asked);
  if (
    fit === 'opposed' ||
    !saysWhatIsQuoted(name, grams) ||
    isOfAnotherKind(name, grams, (gram) => isSmall(scene, gram), scene.language) ||
    (!scene.asked.includes(name.fact) && isUnsound(name, grams, text, scene)) ||
    (!scene.asked.includes(name.fact) && !isTold(name, scene, grams))
  )
    return;
  const { part, start, end } = home(name, parts, grams);
  const manner = mannerIn(scene, name.fact, part, start, end);
  if (asksOnly(scene, part, start)) return;
  const { label } = scene.facts.get(name.fact)!;
  const inPart = new Set(grams.flatMap((gram) => (inside(gram, part) ? [gram.gram] : [])));
  if (!scene.asked.includes(name.fact) && lacksEvent(label, part.text, inPart, scene.language)) return;
  const kept = timeKept(label, parts, scene);
  const isOthers = isOfOthers(label, scene.text.slice(part.start, start)) && !name.pieces.has('招用');
  if (kept === 'unsaid' || isOthers || deniesAnother(name, scene.text, part, end, grams)) return;
  const denials = manner.denials + name.denials + (isUndone(label, scene.text.slice(end, part.end)) ? 1 : 0);
  // 不是重新认定 says nothing of the first time.
  if (fit === 'denied' && denials % 2 === 1) return;
  const value = denials % 2 === 0 && fit !== 'denied' && kept !== false;
  const beside = grams.filter((gram) => inside(gram, part));
  const isOpen =
    fit === 'left-open' ||
    (!scene.asked.includes(name.fact) &&
      tellsOtherDeed(name, grams, scene.language) &&
      tellsOtherDeed(name, beside, scene.language));
  keep(scene, name.fact, value, part, manner, isOpen && value);
}

/** Something else of its benefit is told. */
const isInHand = (scene: Scene, id: string): boolean =>
  scene.facts
    .get(id)!
    .together?.some((asked) => asked.some((other) => other !== id && isAbout(scene, other))) ?? false;

/** Not enough of the right kind was said of it. */
function isUnsound(name: Name, grams: readonly Gram[], text: string, scene: Scene): boolean {
  const { language, facts } = scene;
  const { label } = facts.get(name.fact)!;
  const told = new Set([...grams.map(({ gram }) => gram), ...piecesSaid(name, text)]);
  const said = new Set([...told, ...joinedTo(name, told)]);
  return (
    lacksQualifier(name, said, label) ||
    lacksThing(name, told, label, language) ||
    lacksSide(name, text, said) ||
    (saysCommonNoun(name, told, language) && !isInHand(scene, name.fact))
  );
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
export function hearOther(scene: Scene, name: Name, parts: readonly Part[]): boolean {
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
