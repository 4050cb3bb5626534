/** 能两份都领吗 · 市里给了省里还给不给: what the documents say of getting both. */
import type { Day } from '../../contract/index.ts';
import { type Measure, type Policy, subjectOf } from '../../policy/index.ts';
import { areApart, type Finding, type Index } from '../../retrieval/index.ts';
import { measureWords } from '../answers.ts';
import { shelfAnswerWords as words } from '../shelf-answers.ts';
import { aspectNamed } from '../within/aspects.ts';
import type { ForEveryone } from './for-everyone.ts';
import { lines, sourceWords } from './parts.ts';
import { validityFirst, validityOn } from './validity.ts';

/** 一起 · 同时 · 两份都 · 叠加 …, with a verb of getting: two grants are spoken of. */
const BOTH =
  /叠加|兼得|双份|(?:重复|同时|一起|一块儿?)(?:能|可以|再)?(?:享受|拿|领|申请|申报|报|得|要)|(?:能|可以)(?:不能|不可以)?(?:一起|同时|一块儿?|两[个份项样笔种]|都)(?:都|一起)?(?:能)?(?:享受|拿|领|申请|申报|报|得|要)|(?:两|几|2|俩)(?:个|份|项|样|笔|种)?(?:都|一起|同时)(?:能|可以|想|给)?(?:享受|拿|领|申请|申报|报|得|要)|(?:和|跟|与)[^,，。?？]{1,14}(?:冲突|冲不冲|一起|同时)/u;
/** 市里给了省里还给不给 · 中央和省里的能都拿不: two levels, and whether the other gives too. */
const LEVELS =
  /(?:中央|国家|[省市区县])[^,，。?？]{0,6}(?:(?:给|领|拿|补|奖|发|有)了?[^,，。?？]{0,6}|(?:和|跟|与))(?:中央|国家|[省市区县])[^,，。?？]{0,6}(?:还|再|都|一起|也|同时)/u;

/** Several firms that can all get it are no several grants: 我们三家都能拿吗. */
const FIRMS = /(?:家|户|企业|公司|厂)都/u;

export const asksForBoth = (question: string): boolean =>
  !FIRMS.test(question) && (BOTH.test(question) || LEVELS.test(question));

/** 中央和省级补助政策不重复享受: the measure's own rule. */
const OWN_RULE = /[^，。；（(]*(?:不(?:得)?重复享受|就高不就低|不(?:得|能)?叠加)[^，。；）)]*/u;

export function tellOverlap(
  index: Index,
  question: string,
  found: Finding,
  { today, context }: { today: Day; context: string | null },
): ForEveryone | null {
  if (!asksForBoth(question)) return null;
  const measures = found.ranked.flatMap(({ entry, score }) =>
    entry.kind === 'measure' && score >= NAMED * found.ranked[0]!.score ? [entry.measure] : [],
  );
  const inHand = subjectOf(index.knowledge, context);
  const policies = policiesMeant(index, found, today, inHand?.policy ?? null);
  const own = inHand?.measure && OWN_RULE.exec(inHand.measure.clause.text.replace(/\s/gu, ''))?.[0];
  const ruled = policies.filter(({ overlap }) => overlap !== null);
  const rule = inHand ? null : ruleAmong(found);
  if (rule && !ruled.includes(rule.policy))
    return { text: '', quotes: [], measures: [], policies: [], document: null, measure: rule.measure };
  const text =
    inHand?.measure && own
      ? lines(measureWords.quote(own), sourceWords(inHand.policy, inHand.measure))
      : ruled.length > 0
        ? lines(
            ...ruled.map((policy) => validityFirst(policy, today)),
            words.bothDifferent,
            ...ruled.map((policy) =>
              lines(
                measureWords.quote(policy.overlap!.quote.replace(/\s/gu, '')),
                measureWords.source(policy.number, ''),
              ),
            ),
          )
        : words.bothUnstated(policies.map(({ number }) => number).join('、'));
  return {
    text,
    quotes: ruled.map(({ overlap }) => overlap!.quote),
    measures: inHand?.measure ? [inHand.measure] : measures.slice(0, 2),
    policies: [],
    document: null,
    measure: null,
  };
}
/** What scores so much of the best is named too. */
const NAMED = 0.5;

/** The provision of the nearest document that says what may be had beside what: 第五条、第六条不得重复享受，可同时享受第八条. */
function ruleAmong({ ranked, band }: Finding): { policy: Policy; measure: Measure } | null {
  const policy = band === 'none' ? undefined : ranked[0]?.entry.policy;
  const measure = policy?.measures.find(({ clause }) => aspectNamed('overlap').says.test(clause.text));
  return policy && measure ? { policy, measure } : null;
}

/** The one talked about, else those whose measures are named, else all that are here with a rule; never another place's. */
function policiesMeant(
  { knowledge, places }: Index,
  { ranked, band }: Finding,
  today: Day,
  inHand: Policy | null,
): Policy[] {
  if (inHand) return [inHand];
  const named = band === 'none' ? [] : [...new Set(ranked.slice(0, 2).map(({ entry }) => entry.policy))];
  const here = knowledge.policies.filter(
    (policy) =>
      validityOn(policy, today) !== 'not-yet' && !named.some((one) => areApart(places, one, policy)),
  );
  const ruled = named.filter(({ overlap }) => overlap !== null);
  return ruled.length > 0 ? ruled : here.filter(({ overlap }) => overlap !== null);
}
