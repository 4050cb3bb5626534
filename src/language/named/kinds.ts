/**
 * Who one is, told by what falls under it: 开饭馆的 is a 餐饮企业, 敬老院 a 养老服务机构, and a 种子公司 a 种子企业. What qualifies the kind (限额以上,
 * 规模以上, 小微, 首次) has to be said itself.
 */
import { isOwnTrade } from '../worded/own-trade.ts';
import { gramsOf } from './grams.ts';
import { standingOf } from './opposed.ts';
import { isOfOthers } from './own-standing.ts';
import { inside, type Part, type Scene } from './scene.ts';

export interface KindTold {
  part: Part;
  start: number;
  end: number;
}

/** What a house is called, whatever it does. */
const HOUSE = '企业|公司|单位|机构|主体|工商户|商户|经营者|合作社|法人|组织|厂家|[厂店社院馆场行所站]';
const ENDS_IN_HOUSE = new RegExp(`(?:${HOUSE})$`, 'u');
/** Where it is and what form it has: taken for granted, and told by nobody. */
const LIGHT =
  /[市区县省园]内|本[市区县省地]|我[市区县省]|辖区内?|注册|独立|法人|各类|有关|相关|依法|等|的|[、或和及者]/gu;

/** Where the kind that the fact is called by is told; null where the fact is no kind, or nothing falls under it. */
export function kindTold(scene: Scene, id: string): KindTold | null {
  const { label } = scene.facts.get(id)!;
  const name = label.replace(/[（(][^）)]*[）)]/gu, '');
  const kinds = kindsIn(scene, name);
  if (!ENDS_IN_HOUSE.test(name) && !kinds.some(({ words }) => words.some((word) => name.endsWith(word))))
    return null;
  const told = kinds.length > 0 ? byWhatFalls(scene, label, kinds) : byItsOwnName(scene, label, bareOf(name));
  const left =
    kinds.length > 0
      ? without(
          name,
          kinds.flatMap(({ words }) => words),
        )
      : qualifiersOf(name);
  return told && isSaid(scene, withoutSides(scene, id, left)) ? told : null;
}

/** 私人办的 says the 民办 of a name. */
function withoutSides({ names, parts }: Scene, id: string, words: string): string {
  const text = parts.flatMap((part) => (part.own ? [part.text] : [])).join(',');
  const said = names.get(id)![0]!.sides.filter((side) => standingOf(side, text) === 'same');
  return said
    .flatMap(({ opposition, side }) => opposition.sides[side]!)
    .reduce((left, word) => left.replaceAll(word, ' '), words);
}

interface Kind {
  /** The words that documents have for it. */
  words: readonly string[];
  /** And those that say it: what falls under it too. */
  said: readonly string[];
}

const kindsIn = ({ meanings }: Scene, name: string): Kind[] =>
  meanings.kinds
    .filter(({ kind }) => kind.some((word) => name.includes(word)))
    .map(({ kind, are }) => ({ words: kind, said: [...kind, ...are] }));

const without = (name: string, words: readonly string[]): string =>
  words
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ' '), name)
    .replace(new RegExp(HOUSE, 'gu'), ' ')
    .replace(LIGHT, ' ');

/** What says which of its kind, and is said itself. */
const QUALIFIERS =
  /规模以上|限额以上|规上|限上|小微|小型微型|中小微?|重点|骨干|龙头|民营|国有|外资|新[设成]立|首次|[国省市区县]家?级/gu;
const qualifiersOf = (name: string): string => (name.match(QUALIFIERS) ?? []).join(' ');
const bareOf = (name: string): string =>
  name.replace(QUALIFIERS, '').replace(ENDS_IN_HOUSE, '').replace(LIGHT, '');

const isSaid = (scene: Scene, words: string): boolean => {
  const said = new Set(
    scene.grams
      .filter((gram) => scene.parts.some((part) => part.own && inside(gram, part)))
      .map(({ gram }) => gram),
  );
  return gramsOf(words, scene.language).every(({ gram }) => said.has(gram));
};

function byWhatFalls(scene: Scene, label: string, kinds: readonly Kind[]): KindTold | null {
  for (const part of scene.parts) {
    if (!part.own) continue;
    for (const word of kinds.flatMap(({ said }) => said)) {
      const at = part.text.indexOf(word);
      if (at < 0 || (word.length === 1 && NO_HOUSE.test(part.text.slice(at + 1)))) continue;
      const told = { part, start: part.start + at, end: part.start + at + word.length };
      if (isOnesOwn(scene, label, told)) return told;
    }
  }
  return null;
}
/** 厂房, 厂区, 厂长 are no 厂. */
const NO_HOUSE = /^[房区里商长家址内]/u;

const isOnesOwn = (scene: Scene, label: string, { part, start, end }: KindTold): boolean =>
  isOwnTrade({ start, end }, part) && !isOfOthers(label, scene.text.slice(part.start, start));

/** 种子公司, 做种子的: the name of what it does, and that one is a house or does it. */
function byItsOwnName(scene: Scene, label: string, bare: string): KindTold | null {
  if (bare.length < 2) return null;
  for (const part of scene.parts) {
    const at = part.own ? part.text.indexOf(bare) : -1;
    if (at < 0) continue;
    const told = { part, start: part.start + at, end: part.start + at + bare.length };
    const [before, after] = [part.text.slice(0, at), part.text.slice(at + bare.length)];
    if (
      (IS_HOUSE.test(after) || (DOES.test(before) && /^[^,。;]{0,2}的/u.test(after))) &&
      isOnesOwn(scene, label, told)
    )
      return told;
  }
  return null;
}
const IS_HOUSE = new RegExp(`^(?:生产|加工|制造|服务|运营|经营)?(?:${HOUSE})(?![房区里商长址内])`, 'u');
const DOES = /(?:做|搞|干|开|办|经营|生产|制造|加工|跑|种|养|卖|从事|主营|专门)[^,。;]{0,4}$/u;
