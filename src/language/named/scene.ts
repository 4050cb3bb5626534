/** What is heard in a message while its named facts are looked for, and how one is kept: told, doubted, taken back. */
import type { Day, FactValue, Period, Thing } from '../../contract/index.ts';
import type { Fact, Facts, Meanings } from '../../facts/index.ts';
import type { Figure } from '../../figures/index.ts';
import { isAboutTo, isNotBefore, notYetDone } from '../to-come.ts';
import type { Clause } from '../utterance.ts';
import { isA, type Said } from '../words-said.ts';
import { type Gram, gramsOf } from './grams.ts';
import type { Language } from './language.ts';
import { isInMeaning, type Name } from './names.ts';
import { isOnTheWay, type Manner, mannerOf } from './told.ts';
import type { Measured } from './units.ts';

export interface Part extends Clause {
  /** It tells of the contact's own enterprise. */
  own: boolean;
}

export interface NamedHearing {
  facts: Record<string, FactValue>;
  unsure: { fact: string; value: FactValue | null; why: 'doubt' | 'thing' | 'unit' }[];
  mentions: string[];
  /** The part that each fact was told in. */
  toldIn: Record<string, Part>;
  /** Of facts that are of a thing (a loan), every value that was told where there are several. */
  things: Thing[];
  /** By where a figure begins: the facts that it was given to, or may be of. */
  taken: Map<number, readonly string[]>;
}

export interface Hearing {
  text: string;
  parts: readonly Part[];
  figures: readonly Figure[];
  facts: Facts;
  meanings: Meanings;
  asked: readonly string[];
  /** ISO day: which year is the last one. */
  today: Day;
}

export interface Scene extends Hearing {
  language: Language;
  names: ReadonlyMap<string, readonly Name[]>;
  grams: readonly Gram[];
  words: readonly Said[];
  amounts: readonly Measured[];
  result: NamedHearing;
}

/** Of what was just asked, less of the name has to be said. */
export const ENOUGH_ASKED = 0.35;

export const inside = (
  { start, end }: { start: number; end: number },
  part: { start: number; end: number },
): boolean => start >= part.start && end <= part.end;

export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Of what a fact may be called, that which is said most. */
export function best(
  names: readonly Name[],
  coverageOf: (name: Name) => number,
): { name: Name; coverage: number } {
  return names
    .map((name) => ({ name, coverage: coverageOf(name) }))
    .reduce((one, other) => (other.coverage > one.coverage ? other : one));
}

/** 落户当年 is the year of that, and not long ago. */
const isOfThatYear = ({ word, start }: Said, text: string, part: Part): boolean =>
  word === '当年' && start > part.start && /\p{Script=Han}/u.test(text[start - 1]!);

/** How `id`, told between `start` and `end`, is told in its part and in what the part behind says of it. */
export function mannerIn(scene: Scene, id: string, part: Part, start: number, end: number): Manner {
  const { words, text, grams } = scene;
  const own = words.filter(
    (word) =>
      inside(word, part) &&
      !isOfThatYear(word, text, part) &&
      !(isA(word, 'not', 'unfound') && isInMeaning(grams, word.start)),
  );
  const manner = mannerOf(own, start, end, text.slice(end, part.end));
  const isToBeDone = isAboutTo(text.slice(part.start, start));
  return isToBeDone || isStillOpen(scene, id, part) ? { ...manner, toCome: true } : manner;
}

/** 报名了境外展会，11月才去 · 专利申请了6件，还没授权: the part behind says that it is not there yet. */
function isStillOpen(
  { parts, figures, today, names, words, language }: Scene,
  id: string,
  part: Part,
): boolean {
  const behind = parts[parts.indexOf(part) + 1];
  if (behind?.sentence !== part.sentence) return false;
  const later = figures.filter((one) => 'from' in one && one.kind === 'daterange' && one.from! > today);
  if (isNotBefore(behind, later) || words.some((word) => inside(word, behind) && isOnTheWay(word)))
    return true;
  const deed = notYetDone(behind.text);
  const pieces = deed === null ? [] : gramsOf(deed, language);
  return pieces.some(({ gram }) => names.get(id)?.some((name) => name.pieces.has(gram)));
}

const SELF_REACH = 8;
/** 民营企业有什么补贴: a question that speaks of nobody tells nothing. */
export function asksOnly({ words, parts }: Scene, part: Part, start: number): boolean {
  const own = words.filter((word) => inside(word, part));
  const asks =
    part.question || own.some((word) => isA(word, 'ask') || (word.end === part.end && word.word === '吗'));
  if (!asks) return false;
  const sameSentence = parts.filter((one) => one.sentence === part.sentence && one.start <= part.start);
  const ofSelf = words.some(
    (word) =>
      isA(word, 'self') && sameSentence.some((one) => inside(word, one)) && word.start <= start + SELF_REACH,
  );
  return !ofSelf;
}

export function keep(
  scene: Scene,
  id: string,
  value: FactValue,
  part: Part,
  manner: Manner,
  isVague: boolean,
): void {
  const { result, facts } = scene;
  result.mentions.push(id);
  result.toldIn[id] = part;
  if (value !== false && isOfOtherDays(facts.get(id)!, part, scene.figures)) {
    result.unsure.push({ fact: id, value: null, why: 'doubt' });
    return;
  }
  if (manner.supposed && !manner.doubted) {
    result.facts[id] = value;
    return;
  }
  if (manner.toCome || manner.former) {
    // 正在申请 is not there yet; what is only planned says nothing else.
    if (facts.get(id)!.granted && manner.toCome && value === true) result.facts[id] = false;
    else result.unsure.push({ fact: id, value: null, why: 'doubt' });
  } else if (manner.doubted || isVague)
    result.unsure.push({ fact: id, value: isVague ? value : null, why: 'doubt' });
  else if (id in result.facts && JSON.stringify(result.facts[id]) !== JSON.stringify(value)) {
    const exact = closer(result.facts[id]!, value);
    if (exact !== null) {
      result.facts[id] = exact;
      return;
    }
    const kind = facts.get(id)!.entity;
    if (kind !== undefined) {
      result.things.push({ kind, facts: { [id]: result.facts[id]! } }, { kind, facts: { [id]: value } });
      return;
    }
    delete result.facts[id];
    result.unsure.push({ fact: id, value: null, why: 'doubt' });
  } else result.facts[id] = value;
}

/** 过亿，1.2个亿: the one only says the other more exactly; null where they differ. */
function closer(one: FactValue, other: FactValue): FactValue | null {
  const [wide, exact] = typeof one === 'number' ? [other, one] : [one, other];
  if (typeof exact !== 'number' || typeof wide !== 'object' || !('min' in wide || 'max' in wide)) return null;
  const { min, max } = wide;
  const isWithin =
    (typeof min !== 'number' || exact >= min) && (typeof max !== 'number' || exact <= max) && min !== max;
  return isWithin ? exact : null;
}

/** 今年2月评上, where the clause wants last year's: it says nothing of those days. */
function isOfOtherDays({ within }: Fact, part: Part, figures: readonly Figure[]): boolean {
  if (!within) return false;
  const told = figures.flatMap((figure) => (inside(figure, part) ? (daysOf(figure) ?? []) : []));
  return told.length > 0 && told.every(({ from, to }) => to < within.from || from > within.to);
}

function daysOf(figure: Figure): Period | null {
  if (figure.kind === 'date') return { from: figure.value, to: figure.value };
  if (figure.kind !== 'daterange' || figure.from === undefined || figure.to === undefined) return null;
  return { from: figure.from, to: figure.to };
}
