/** The names of a document's own facts, weighed: what of a name tells it from the others. */
import type { Fact, Facts, Meanings, Opposition } from '../../facts/index.ts';
import { wordsSaid } from '../words-said.ts';
import { alternativesOf } from './alternatives.ts';
import { COMMON, isCommon, isOfPlace } from './common.ts';
import { type Gram, gramsOf } from './grams.ts';
import { joinedIn } from './joined.ts';
import { type Language, languageOf } from './language.ts';
import { type Side, sidesOf } from './opposed.ts';
import { denies } from './told.ts';

export interface Name {
  fact: string;
  /** Each piece of the name, with the characters of the name that it stands for. */
  pieces: ReadonlyMap<string, readonly number[]>;
  /** The weight of each of those characters; they add up to one. */
  weights: readonly number[];
  /** Pairs of which a qualifier stands before: of 地方标准 the pair 标准, with 地方. */
  qualified: readonly { head: string; by: string }[];
  /** The sides of oppositions that it has (首次, 省级): another side is another thing. */
  sides: readonly Side[];
  /** What stands in quotation marks, as pieces: in “专精特新板”挂牌 the board that is meant. */
  quoted: readonly (readonly string[])[];
  /** 农户、合作社: of what a list joins either may be said. */
  either: readonly (readonly [string, string])[];
  /** How often the name itself denies: 无欠薪. */
  denials: number;
}

/** The facts that are heard by their names: a document's own, called in Chinese as the document calls them. */
export const isNamed = (id: string): boolean => HAN.test(id);
const HAN = /\p{Script=Han}/u;

const COMMON_WEIGHT = 0.25;
/** 装机容量, 建设数量: what the unit of a figure says as well. */
const MEASURE = /(?:数量|[台件次人家个间辆场头项]数|总?额|金额|数|量)$/u;
const MEASURE_WEIGHT = 0.35;

const cache = new WeakMap<Facts, WeakMap<Language, ReadonlyMap<string, readonly Name[]>>>();

/** By fact: what it is called, and what else it may be called (its plain words). Made once for a set of facts. */
export function namesOf(facts: Facts, language: Language): ReadonlyMap<string, readonly Name[]> {
  const known = cache.get(facts) ?? new WeakMap();
  cache.set(facts, known);
  let names = known.get(language);
  if (!names) {
    const own = [...facts].filter(([id]) => isNamed(id));
    const seen = new Map<string, number>();
    for (const [, fact] of own)
      for (const gram of new Set(gramsOf(said(fact.label), language).map((one) => one.gram)))
        seen.set(gram, (seen.get(gram) ?? 0) + 1);
    const rarity = (gram: string) => Math.log(2 + own.length / (seen.get(gram) ?? 1));
    const rivalled = rivalsAmong(own, language);
    names = new Map(
      own.map(([id, fact]) => [
        id,
        [fact.label, ...fact.words.filter(isPlain), ...alternativesOf(said(fact.label))].map((called) => {
          const sides = sidesHeld(said(called), fact.oppositions ?? [], language).map(
            ({ rest, ...side }) => ({
              ...side,
              pieces: gramsOf(side.words.join(' '), language).map(({ gram }) => gram),
              rivalled: rivalled(rest, side.opposition),
              alone: /^(?:企业|公司|单位|机构|主体)?$/u.test(rest),
            }),
          );
          const name = nameOf(id, fact, said(called), rarity, language);
          // What has an opposite is held against it, and qualifies nothing else.
          const isSide = (piece: string) => sides.some(({ pieces }) => pieces.includes(piece));
          return { ...name, sides, qualified: name.qualified.filter(({ by }) => !isSide(by)) };
        }),
      ]),
    );
    known.set(language, names);
  }
  return names;
}

/** The 国家 of 国家审定 is part of what it means, and no rank. */
function sidesHeld(
  label: string,
  oppositions: readonly Opposition[],
  { find, isAct }: Language,
): ReturnType<typeof sidesOf> {
  const whole = find(label).filter(({ start, end, meaning }) => end - start > 3 && !isAct(meaning));
  const isWithin = (words: readonly string[]): boolean =>
    whole.some(({ start, end }) => words.every((word) => label.slice(start, end).includes(word)));
  return sidesOf(label, oppositions).filter(
    ({ opposition, words }) => !opposition.needed || !isWithin(words),
  );
}

/** Whether several facts are called the same but for their sides of an opposition: 首次认定为… and 重新认定为…. */
function rivalsAmong(own: readonly (readonly [string, Fact])[], language: Language) {
  const sides = new Map<string, Set<number>>();
  const key = (rest: string, { sides: [first] }: Opposition) =>
    [first![0], ...new Set(gramsOf(rest, language).map(({ gram }) => gram)).difference(COMMON)].join(' ');
  for (const [, fact] of own)
    for (const { opposition, side, rest } of sidesOf(said(fact.label), fact.oppositions ?? [])) {
      const known = sides.get(key(rest, opposition)) ?? new Set();
      sides.set(key(rest, opposition), known.add(side));
    }
  return (rest: string, opposition: Opposition): boolean => (sides.get(key(rest, opposition))?.size ?? 0) > 1;
}

/** A name without the document's number before it and what stands in brackets. */
const said = (label: string): string => label.replace(/^.*号:/u, '').replace(/[（(][^）)]*[）)]/gu, '');

/** How something is done, in words that nobody says: 利用闲置农房, 自愿开展. */
const LIGHT = /^年(?![薪龄限金轻份货])|利用|采用|自愿|自行|对外|予以|相应|\d{1,2}(?:年|个月)以?内/gu;

/** (a|b) and … are patterns, which nothing is called by. */
const isPlain = (words: string): boolean => !/[(|…]/u.test(words);

function nameOf(
  id: string,
  fact: Fact,
  label: string,
  rarity: (gram: string) => number,
  language: Language,
): Name {
  const grams = gramsOf(
    label.replace(LIGHT, (word) => ' '.repeat(word.length)),
    language,
  );
  const measure = fact.type === 'number' ? (MEASURE.exec(label)?.index ?? label.length) : label.length;
  const weights = new Array<number>(label.length).fill(0);
  const pieces = new Map<string, number[]>();
  for (const { gram, start, end } of grams) {
    const weight = rarity(gram) * (isCommon(gram) ? COMMON_WEIGHT : 1);
    const places = pieces.get(gram) ?? [];
    for (let at = start; at < end; at++) {
      weights[at] = Math.max(weights[at]!, at >= measure ? weight * MEASURE_WEIGHT : weight);
      places.push(at);
    }
    pieces.set(gram, places);
  }
  // 规上库 is the 规上企业库: what is shortened keeps its last character.
  const last = grams.at(-1);
  if (last?.gram.length === 2 && last.end === label.length && !pieces.has(last.gram[1]!))
    pieces.set(last.gram[1]!, [label.length - 1]);
  if (fact.type === 'boolean') lightenEnd(grams, weights, rarity);
  const sum = weights.reduce((all, one) => all + one, 0) || 1;
  return {
    fact: id,
    pieces,
    weights: weights.map((one) => one / sum),
    qualified: qualifiedIn(grams, language),
    sides: [],
    quoted: Array.from(label.matchAll(QUOTED), ({ groups }) =>
      gramsOf(groups!.words!, language).map(({ gram }) => gram),
    ),
    either: joinedIn(label, grams, isCommon),
    denials: wordsSaid(label).filter((word) => denies(word) && !isInMeaning(grams, word.start)).length,
  };
}

/** 锁企 of 连锁企业 lies across two words, and makes the common one at its end weigh no more. */
function lightenEnd(grams: readonly Gram[], weights: number[], rarity: (gram: string) => number): void {
  const last = grams.at(-1);
  if (!last || !isCommon(last.gram) || last.end !== weights.length) return;
  for (let at = last.start; at < last.end; at++)
    weights[at] = Math.min(weights[at]!, rarity(last.gram) * COMMON_WEIGHT);
}

/** The name has the word in it, and says besides which of its kind is meant: 线上销售额 and 销售额. */
export function saysMoreThan(name: string, word: string, meanings: Meanings): boolean {
  const at = name.indexOf(word);
  if (at < 0) return false;
  const rest = [name.slice(0, at), name.slice(at + word.length)].flatMap((part) =>
    gramsOf(part, languageOf(meanings)),
  );
  return rest.some(({ gram }) => gram.length > 1 && !isCommon(gram) && !MEASURE_ALONE.has(gram));
}

/** How much of the name the pieces say, from nothing to one. */
export function saidOf({ pieces, weights }: Name, grams: Iterable<string>): number {
  let covered: Set<number> | undefined;
  for (const gram of grams) {
    const places = pieces.get(gram);
    if (!places) continue;
    covered ??= new Set();
    for (const at of places) covered.add(at);
  }
  let sum = 0;
  for (const at of covered ?? []) sum += weights[at]!;
  return sum;
}

/** What the pieces say of the name that tells it from others: without 项目, 实际, 金额. */
export const toldOf = ({ pieces }: Name, grams: Iterable<string>): ReadonlySet<string> =>
  new Set([...grams].filter((gram) => pieces.has(gram) && !isCommon(gram) && !MEASURE_ALONE.has(gram)));
const MEASURE_ALONE: ReadonlySet<string> = new Set(
  '总额 额 金额 数额 数 量 总量 数量 总数 实际 标准'.split(' '),
);

/**
 * Who visits a fair does not hold it: the text tells another deed than the name does. 搞 and 做 may be any, and to have been awarded
 * goes with all.
 */
export function tellsOtherDeed(
  { pieces }: Name,
  grams: readonly Gram[],
  { isAct, isAward }: Language,
): boolean {
  const isDeed = (gram: string): boolean => isAct(gram) && !isAward(gram) && gram !== ANY_DEED;
  const wanted = [...pieces.keys()].filter(isDeed);
  const said = grams.map(({ gram }) => gram).filter(isDeed);
  return wanted.length > 0 && said.length > 0 && !said.some((deed) => wanted.includes(deed));
}
const ANY_DEED = '开展';

/** There is something in it that not nearly every name has: 认定为国家级 and 购置本市企业 say nothing of what it is. */
export function saysAnything({ pieces, sides }: Name, { needsObject }: Language): boolean {
  if (sides.some(({ opposition }) => !opposition.needed)) return true;
  const ofRank = new Set(sides.flatMap((side) => side.pieces));
  const isLight = (gram: string): boolean =>
    gram.length < 2 ||
    isOfPlace(gram) ||
    isCommon(gram) ||
    MEASURE_ALONE.has(gram) ||
    ofRank.has(gram) ||
    needsObject(gram) ||
    gram === '级';
  const light = new Set([...pieces].flatMap(([gram, places]) => (isLight(gram) ? places : [])));
  return [...pieces.values()].some((places) => places.some((at) => !light.has(at)));
}

/** “专精特新板”; two characters are hardly more than a way of speaking (“规上”). */
const QUOTED = /“(?<words>[^”]{3,20})”/gu;
const ENOUGH_QUOTED = 0.6;
/** 科创专板 is not the “专精特新板” of the name. */
export const saysWhatIsQuoted = ({ quoted }: Name, grams: readonly Gram[]): boolean => {
  const said = new Set(grams.map(({ gram }) => gram));
  return quoted.every(
    (pieces) => pieces.filter((piece) => said.has(piece)).length >= ENOUGH_QUOTED * pieces.length,
  );
};

/** Two pairs side by side: the first says which of the second. */
const qualifiedIn = (grams: readonly Gram[], { isAct }: Language): Name['qualified'] =>
  grams.flatMap(({ gram: head, start }) => {
    const by = grams.find((one) => one.end === start);
    return head.length === 2 && by?.gram.length === 2 && !isAct(by.gram) ? [{ head, by: by.gram }] : [];
  });

/**
 * 国家标准 is not the 地方标准 of the name: what the name qualifies, the text qualifies by another word; and 重点展会 does not speak of the
 * 重点企业. `isSmall`: where a word of conversation stands (我们标准), which qualifies nothing.
 */
export function isOfAnotherKind(
  { qualified, pieces }: Name,
  grams: readonly Gram[],
  isSmall: (gram: Gram) => boolean,
  { isAct, qualifies }: Language,
): boolean {
  const inName = grams.filter(({ gram }) => pieces.has(gram));
  // 级公 of 市级公共 lies across two words of the name, and is no other word.
  const isOther = (word: Gram | undefined): boolean =>
    word !== undefined &&
    word.end - word.start > 1 &&
    HAN.test(word.gram) &&
    !inName.some((one) => one.start < word.end && word.start < one.end) &&
    !COMES_TO.has(word.gram.at(-1)!) &&
    !isSmall(word);
  return qualified.some(({ head, by }) => {
    const qualifiers = grams.filter(({ gram }) => gram === by);
    if (qualifiers.length > 0)
      return (
        isCommon(head) &&
        qualifiers.every(({ end }) =>
          isOther(grams.find(({ start, gram }) => start === end && !isAct(gram) && !isCommon(gram))),
        )
      );
    const heads = grams.filter(({ gram }) => gram === head);
    return heads.some(({ start }) =>
      isOther(grams.find(({ end, gram, shared }) => end === start && (!shared || qualifies(gram)))),
    );
  });
}

/** 改成民宿, 换为电机: a verb with what it comes to, which qualifies nothing. */
const COMES_TO: ReadonlySet<string> = new Set('成了过到为完');

/** The 未 of 未就业 is part of what it means, as the 没 of 没找到工作 is. */
export const isInMeaning = (grams: readonly Gram[], at: number): boolean =>
  grams.some(({ shared, start, end }) => shared && at >= start && at < end);
