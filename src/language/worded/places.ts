/** Where the enterprise says it is: 注册在赣州, 九江的制造企业. */

import { candidatesOf } from '../../contract/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Place } from '../../policy/index.ts';
import type { Clause } from '../utterance.ts';
import { clausesOfOthers } from './others.ts';

/** What may follow the name of the place where one is: 九江一家制造企业, 赣州本地的厂, 赣江新区经开组团的厂. */
const IS_ONES_PLACE =
  /^(?:这边|本地|当地|市区|市|\p{Script=Han}{1,6}(?:组团|片区|园区?|区|镇|乡|街道|街|路|新城|基地))?(?:的)?(?:一家|一个|一间|家)?(?:\p{Script=Han}{0,6}?)(?:企业|公司|工厂|厂|个体户|商户|旅行社|网吧|影院|酒店|注册|店)|^(?:这边|本地|当地)?(?:开(?!会|展|了|发|放)|经营|办厂|建厂|设厂)/u;
/** 在西湖区 · 就在九江这边的: a clause that says nothing but where. */
const IN = /^(?:我们?|咱们?)?(?:自?家|司|公司|厂子?|工厂|店|这边)?(?:是|就|都|人)?在/u;
const JUST_PLACE = /^(?:这边|那边|本地|境内|辖区)?(?:的|呢|哈|啊|了)?$/u;
/** 我司在景德镇做瓷砖, 在抚州老街上租了间铺面: what one makes or rents somewhere is made there. A fair, a job, a visit is not. */
const WORKS_THERE =
  /^(?:这边|那边|本地|境内)?(?:主要|专门|专业)?(?:生产|加工|制造|从事|种植|养殖|(?:做|搞|干)(?!了|过|完|个|一|展|推广|活动|宣传|项目|工程|培训|调研|测试|检测|会|演|隔离|核酸|生意的?客))|^[^,。;!?]{0,5}租(?:了|的|用|着|下)/u;
const BETWEEN = /^(?:(?:江西|省|市|在|了|的|就|是|:)){0,4}$/u;
/** A place that no list has; 建材市场, 大超市 are none. */
const UNDECLARED = /^(?<name>\p{Script=Han}{2,4}?(?:省|(?<![超夜早菜股楼黑])市(?![场面值价集])|自治区))/u;

/** The most exact place named as the enterprise's own; a short answer to the question may be nothing but its name. */
export function readPlace(
  clauses: readonly Clause[],
  fact: Fact,
  places: readonly Place[],
  asked: boolean,
): string | null {
  let found: { name: string; rank: number } | null = null;
  const others = clausesOfOthers(clauses);
  for (const clause of clauses) {
    if (others.has(clause)) continue;
    const { text } = clause;
    for (const word of fact.words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const rest = text.slice(at + word.length);
        const here = placesIn(rest, places).filter(({ start }) => BETWEEN.test(rest.slice(0, start)));
        // 是 alone says little: what follows the name must be the enterprise.
        const sure = here.filter(
          ({ end }) =>
            word.length > 1 || IS_ONES_PLACE.test(rest.slice(end)) || rest.slice(end, end + 2) === '的',
        );
        const best = sure.at(-1);
        const name = best?.name ?? (word.length > 1 ? UNDECLARED.exec(rest)?.groups?.name : undefined);
        if (name !== undefined) found = better(found, { name, rank: 2 });
      }
    }
    const own = placesIn(text, places).findLast(({ end }) => IS_ONES_PLACE.test(text.slice(end)));
    const short = asked && text.length <= 12 ? placesIn(text, places).at(-1) : undefined;
    if (short) found = better(found, { name: short.name, rank: 1 });
    const there = justPlace(text, places);
    if (there) found = better(found, { name: there.name, rank: 1 });
    if (own && own.start <= 4 && !OF_PARTNER.test(text.slice(0, own.start)))
      found = better(found, { name: own.name, rank: 1 });
  }
  return found?.name ?? null;
}

/** 跟湖北的公司签, 卖给九江的厂: whom one deals with is there. */
const OF_PARTNER = /[跟和与同向给从由对往帮替]$/u;

/** The place of a clause that says nothing but where one is, or what one does there. */
function justPlace(text: string, places: readonly Place[]): { name: string } | null {
  const begin = IN.exec(text)?.[0];
  if (begin === undefined) return null;
  const rest = text.slice(begin.length);
  const named = placesIn(rest, places);
  const last = named.at(-1);
  if (!last || !BETWEEN.test(rest.slice(0, named[0]!.start))) return null;
  const after = rest.slice(last.end);
  return JUST_PLACE.test(after) || WORKS_THERE.test(after) ? last : null;
}

const better = <T extends { rank: number }>(a: T | null, b: T): T => (a && a.rank > b.rank ? a : b);

/** The most exact place that a clause about a house names; null where it names none. */
export const placeNamed = (text: string, places: readonly Place[]): string | null =>
  placesIn(text, places).at(-1)?.name ?? shortNameOf(text, places);

/** 东湖那边我也有家店: a short name that may be another word is a place where it says on which side. */
function shortNameOf(text: string, places: readonly Place[]): string | null {
  const place = places.find(
    ({ also, ambiguous }) =>
      ambiguous && also.some((name) => HERE.some((side) => text.includes(`${name}${side}`))),
  );
  return place?.name ?? null;
}
const HERE = ['那边', '这边', '那里', '这里', '那头', '这头'];

/** Places named in the text, in its order, a district after its city; short names that are also words do not count. */
function placesIn(text: string, places: readonly Place[]): { name: string; start: number; end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  for (const { spelling, name } of spellingsIn(places, text)) {
    const start = text.indexOf(spelling);
    if (start >= 0) found.push({ name, start, end: start + spelling.length });
  }
  return found
    .filter((one) => !found.some((other) => other !== one && other.start <= one.start && other.end > one.end))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Spelling {
  spelling: string;
  name: string;
}

/** By list of places: made once, since every clause of every message is looked through. Gone with the list. */
const spellings = new WeakMap<readonly Place[], (text: string) => Spelling[]>();

/** The spellings that may stand in the text. */
function spellingsIn(places: readonly Place[], text: string): Spelling[] {
  let mayStandIn = spellings.get(places);
  if (!mayStandIn) {
    const all = places.flatMap(({ name, also, ambiguous }) =>
      [name, ...(ambiguous ? [] : also)].map((spelling): Spelling => ({ spelling, name })),
    );
    mayStandIn = candidatesOf(all, ({ spelling }) => spelling);
    spellings.set(places, mayStandIn);
  }
  return mayStandIn(text);
}
