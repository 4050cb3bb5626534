/** 符合条件: words that several conditions share are said of the thing that the message names, or else of what was asked. */
import { type Fact, type Facts, followsFromTrade } from '../../facts/index.ts';
import type { Clause } from '../utterance.ts';
import type { Heard } from './heard.ts';

interface Said {
  heard: readonly Heard[];
  clauses: readonly Clause[];
  facts: Facts;
  asked: readonly string[];
}

/** The words heard, those of a vague condition each of its own thing. Where nothing tells of which, none is believed. */
export function ofTheirThing(said: Said): Heard[] {
  const { heard, facts } = said;
  const meanings = meaningsOf(facts);
  const shared = heard.filter((one) => meanings.has(one.fact));
  return heard.flatMap((word) => {
    const meanable = meanings.get(word.fact);
    if (!meanable) return [word];
    const rivals = shared.filter((one) => one.start < word.end && word.start < one.end);
    // 省厅确认过符合条件: the words that say whose conditions they are outweigh those that do not.
    if (rivals.some((one) => one.end - one.start > word.end - word.start)) return [];
    const meant = meantBy(word, meanable, said);
    if (meant.length > 0) return meant.map((fact) => ({ ...word, fact }));
    return rivals.some((one) => one.fact !== word.fact) ? [] : [word];
  });
}

/** The conditions of what the message has beside them, else of what was asked, else of what the enterprise says to be. */
function meantBy(word: Heard, meanable: readonly string[], { heard, clauses, facts, asked }: Said): string[] {
  const isOf = (condition: string, thing: string) => facts.get(condition)?.beside?.includes(thing) ?? false;
  const things = heard
    .filter(({ hint, start, end }) => !hint && (end <= word.start || start >= word.end))
    .filter(({ fact }) => meanable.some((one) => isOf(one, fact)))
    .toSorted((a, b) => a.end - b.end);
  const ofThese = (named: readonly Heard[]) => {
    const last = named.findLast(({ end }) => end <= word.start) ?? named[0];
    // One name may say two things: 重点领域创新成果产业化重大项目 is a 重大项目 too.
    const said = isOfAll(word, clauses)
      ? named
      : named.filter((one) => one === last || isSaidWith(one, last));
    return meanable.filter((one) => said.some(({ fact }) => isOf(one, fact)));
  };
  const had = things.filter(({ fact }) => !isKind(facts.get(fact)!));
  if (had.length > 0) return ofThese(had);
  const wasAsked = meanable.filter((fact) => asked.includes(fact));
  return wasAsked.length > 0 ? wasAsked : ofThese(things);
}

const isSaidWith = (one: Heard, other: Heard | undefined): boolean =>
  other !== undefined && one.start <= other.end && other.start <= one.end;

/** 制造业, 网吧: what one is, rather than what one has. */
const isKind = (fact: Fact): boolean => followsFromTrade(fact) || fact.type === 'choice';

/** 都符合条件 · 条件都符合. */
const isOfAll = ({ clause, start, end }: Heard, clauses: readonly Clause[]): boolean => {
  const { text, start: from } = clauses[clause]!;
  return (
    /[都均全][部是也]*$/u.test(text.slice(0, start - from)) ||
    /[都均全]/u.test(text.slice(start - from, end - from))
  );
};

const cached = new WeakMap<Facts, ReadonlyMap<string, string[]>>();

/** By fact that has the words of a vague condition: the conditions that they may mean, itself or those that follow from it. */
function meaningsOf(facts: Facts): ReadonlyMap<string, string[]> {
  let meanings = cached.get(facts);
  if (!meanings) {
    const vague = [...facts].filter(([, { type, beside }]) => type === 'boolean' && beside !== undefined);
    const sources = new Set(vague.flatMap(([name, { follows }]) => (follows.length > 0 ? follows : [name])));
    meanings = new Map(
      [...sources].map((source) => {
        const narrower = vague.flatMap(([name, { follows }]) => (follows.includes(source) ? [name] : []));
        return [source, narrower.length > 0 ? narrower : [source]];
      }),
    );
    cached.set(facts, meanings);
  }
  return meanings;
}
