/** Replies that only make sense beside the question: 是的, 都没有, 1是2没有, 中. */

import type { FactValue, Profile } from '../../contract/index.ts';
import type { Facts } from '../../facts/index.ts';
import type { Clause } from '../utterance.ts';
import { isA } from '../words-said.ts';
import { whetherSo } from '../yes-and-no.ts';
import { isTakenBack } from './half-taken-back.ts';
import { isDenied, isDoubted } from './modality.ts';
import { findPatterns, longest } from './patterns.ts';
import { narrowed } from './qualifiers.ts';

/** 都是, 两样都占, 全符合, 一个都没有: of all that was asked; denied or not. */
const OF_ALL =
  /^(?:[我咱]们?)?(?:这|那)?[一两三几]?[个样项条点]?(?:都|全部?|均|也都)(?![要会能得想可])(?<rest>\p{Script=Han}{0,5})$/u;

/** 第一个是，第二个没有 · ①是②不是 · 1对2没 · 前者是，后者不是 · 头一个对. */
const NUMBERED =
  /(?:(?:第)?(?<number>[一二三1-3])(?:个|条|项|问|题)?|(?<place>[前后头])面?[一那]?[个者项条样])[.、:,)]?(?:那个)?(?<answer>[不没否无×]\p{Script=Han}{0,2}|[是对有√]的?)(?=$|[^\p{Script=Han}]|第)/gu;
const NUMBERS: Record<string, number> = { 一: 0, 二: 1, 三: 2, 1: 0, 2: 1, 3: 2, 前: 0, 头: 0, 后: -1 };

/** Values of asked facts that the message itself said nothing of. */
export function readAnswers(
  { text, clauses }: { text: string; clauses: readonly Clause[] },
  asked: readonly string[],
  said: (fact: string) => boolean,
  facts: Facts,
  profile: Profile,
): Record<string, FactValue> {
  const open = asked.filter((name) => !said(name));
  const result: Record<string, FactValue> = readShortWords(clauses, open, facts);
  const left = open.filter((name) => !(name in result));
  const yesNo = left.filter((name) => facts.get(name)?.type === 'boolean');
  const numbered = [...text.matchAll(NUMBERED)];
  if (numbered.length > 1 || (numbered.length === 1 && asked.length > 1 && numbered[0]!.index === 0)) {
    for (const { groups } of numbered) {
      const name = asked.at(NUMBERS[groups!.number ?? groups!.place!]!);
      if (name !== undefined && yesNo.includes(name)) result[name] = /^(?:是|对|有|√)/u.test(groups!.answer!);
    }
    return result;
  }
  const first = clauses[0]?.text ?? '';
  const ofAll = left.length === open.length ? answerOfAll(clauses[0]) : null;
  const answer = ofAll ?? whetherSo(first);
  // A plain no to several questions does not say to which.
  if (answer !== null && (answer || yesNo.length === 1 || ofAll !== null)) {
    for (const name of yesNo) result[name] = answer;
  }
  if (answer === false && asked.length === 1) Object.assign(result, readNothing(left, facts));
  return Object.assign(
    result,
    readShortChoice(first, left, facts),
    readQualifier(first, left, facts, profile),
  );
}

function answerOfAll(clause: Clause | undefined): boolean | null {
  const rest = OF_ALL.exec(clause?.text.replace(/[啊呀哈呢吧啦了滴的]{1,3}$/u, '') ?? '')?.groups?.rest;
  if (!clause || rest === undefined || clause.question) return null;
  if (clause.words.some((word) => isA(word, 'ask', 'doubt', 'inform', 'able', 'plan'))) return null;
  return !/[不没未无]/u.test(rest);
}

/** 没停, 买了: words that answer only the question just asked. */
function readShortWords(
  clauses: readonly Clause[],
  open: readonly string[],
  facts: Facts,
): Record<string, FactValue> {
  const result: Record<string, FactValue> = {};
  const takenBack = new Set<string>();
  const yesNo = open.filter((name) => facts.get(name)?.type === 'boolean');
  for (const [i, clause] of clauses.entries()) {
    if (isDoubted(clause)) continue;
    for (const name of yesNo) {
      const { answers: { yes, no } = { yes: [], no: [] }, other = [] } = facts.get(name) ?? {};
      const said = longest([
        ...findPatterns(clause.text, yes).map((match) => ({ ...match, value: true })),
        ...findPatterns(clause.text, no).map((match) => ({ ...match, value: false })),
      ])[0];
      // 进了国家目录 to a question about the province's list is said of another one.
      if (!said || name in result || takenBack.has(name) || findPatterns(clause.text, other).length > 0)
        continue;
      const denied = isDenied(clause.text.slice(0, said.start), '', clause.text.slice(said.end));
      const value = said.value !== denied;
      // 没停，就初五歇了一天: it is asked again.
      if (value && isTakenBack(facts.get(name)!, clauses.slice(i + 1))) takenBack.add(name);
      else result[name] = value;
    }
  }
  return result;
}

/** 没有 where a choice has a value for it, or where nothing is what was presumed. */
function readNothing([name]: readonly string[], facts: Facts): Record<string, FactValue> {
  const fact = name === undefined ? undefined : facts.get(name);
  if (name === undefined || !fact) return {};
  if (fact.values && 'none' in fact.values) return { [name]: 'none' };
  return typeof fact.presumed === 'number' ? { [name]: fact.presumed } : {};
}

/** 省级的, where several values were left possible before. */
function readQualifier(
  text: string,
  open: readonly string[],
  facts: Facts,
  profile: Profile,
): Record<string, FactValue> {
  for (const name of open) {
    const known = profile[name];
    const fact = facts.get(name)!;
    if (typeof known !== 'object' || !('oneOf' in known) || fact.type !== 'choice') continue;
    const words = fact.groups.flatMap((group) => group.words);
    const left = words.reduce((values, word) => narrowed(values, word, [text], fact), known.oneOf);
    if (left.length < known.oneOf.length) return { [name]: left.length === 1 ? left[0]! : { oneOf: left } };
  }
  return {};
}

/** 中, 大的: the first character of just one value of the one choice asked. */
function readShortChoice(text: string, open: readonly string[], facts: Facts): Record<string, FactValue> {
  const [name, ...others] = open.filter((one) => facts.get(one)?.type === 'choice');
  const short = /^(?:是)?(?<word>\p{Script=Han})(?:型|的|型的)?$/u.exec(text)?.groups?.word;
  if (name === undefined || others.length > 0 || short === undefined) return {};
  const values = Object.entries(facts.get(name)?.values ?? {}).filter(([, words]) =>
    words[0]!.startsWith(short),
  );
  return values.length === 1 ? { [name]: values[0]![0] } : {};
}
