/** Documents and items that a question names: 58号文第二条, 东湖方案第15条, 2023年那个…, and what they point at. */

import { candidatesOf } from '../contract/index.ts';
import type { Policy } from '../policy/index.ts';
import { normalise, termsOf } from './analyse.ts';
import { buildShortNames, type DocumentName, type ShortNames } from './names.ts';
import { buildPostings, idfOf, lookUp, type Postings, search } from './postings.ts';

export interface Routes {
  policies: Policy[];
  /** Names and numbers, longest first, without blanks. */
  names: DocumentName[];
  /** Those that may stand in a question. */
  namesIn: (question: string) => DocumentName[];
  /** For names with a slip. */
  shortNames: ShortNames;
  /** By the last figures of their 文号: 58 → 某府办发〔2030〕58号. */
  byShortNumber: ReadonlyMap<string, Policy[]>;
  /** Titles and names as texts, for documents named loosely. */
  titles: Postings;
  years: Map<Policy, Set<string>>;
}

export interface Route {
  /** In the order in which the question names them. */
  documents: Policy[];
  /** Numbers of measures as asked: '2', '3-1'. */
  items: string[];
  years: string[];
  /** The question without what was read here. */
  rest: string;
}

const compact = (text: string) =>
  normalise(text)
    .replace(/\s+/gu, '')
    .replace(/[[({〔【]/gu, '〔')
    .replace(/[\])}〕】]/gu, '〕');

export function buildRoutes(policies: Policy[]): Routes {
  const written = policies
    .flatMap((policy) =>
      [policy.number, policy.title, policy.slug, ...policy.names].map((name) => ({
        text: compact(name),
        policy,
      })),
    )
    .filter(({ text }) => text.length >= 3);
  const bearers = new Map<string, Set<Policy>>();
  for (const { text, policy } of written)
    bearers.set(text, (bearers.get(text) ?? new Set<Policy>()).add(policy));
  const names = written
    .map((name): DocumentName => ({ ...name, alone: bearers.get(name.text)!.size === 1 }))
    .sort((a, b) => b.text.length - a.text.length);
  return {
    policies,
    names,
    namesIn: candidatesOf(names, ({ text }) => text),
    shortNames: buildShortNames(names),
    byShortNumber: Map.groupBy(policies, (policy) => shortNumberOf(policy) ?? ''),
    titles: buildPostings(policies.length, [{ name: 'names', boost: 1, b: 0.3 }], (document) => {
      const policy = policies[document]!;
      return normalise([policy.title, ...policy.names].join('\n'));
    }),
    years: new Map(policies.map((policy) => [policy, yearsOf(policy)])),
  };
}

const shortNumberOf = (policy: Policy): string | undefined =>
  /〕(?<number>\d+)号$/u.exec(compact(policy.number))?.groups?.number;

/** The year of a document: of its number, its issue and its validity. */
function yearsOf(policy: Policy): Set<string> {
  const stated = [
    /〔(?<year>\d{4})〕/u.exec(policy.number)?.groups?.year,
    policy.issued?.day,
    policy.validUntil?.day,
  ];
  return new Set(stated.flatMap((day) => (day ? [day.slice(0, 4)] : [])));
}

const HAN_DIGITS = '零一二三四五六七八九';

/** 3 · 十五 · 二十一 → 3, 15, 21 (up to 99). */
function itemNumber(written: string): string {
  if (/^\d+$/u.test(written)) return String(Number(written));
  const [tens, ones] = written.includes('十') ? written.split('十') : ['零', written];
  const digit = (text: string | undefined, otherwise: number) =>
    text ? HAN_DIGITS.indexOf(text.replace('两', '二')) : otherwise;
  const ten = written.includes('十') ? digit(tens, 1) : 0;
  return String(ten * 10 + digit(ones, 0));
}

/** 第二条 · 第15条 · 第 3 点 · 第十一项措施 · #9 */
const ITEM =
  /(?:第\s*(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:条|项|点|款|个措施|小条)(?:措施)?|#\s*(?<mark>\d{1,2}(?:-\d{1,2})?))/gu;
/** 第三部分第一条 · 保障措施（一） → chapter and item */
const CHAPTER_ITEM =
  /第(?<chapter>[一二三四五六七八九十\d]{1,2})(?:部分|章|大块|大条)(?:的|里的?)?第?[(（]?(?<number>[一二三四五六七八九十\d]{1,3})[)）]?(?:条|项|点)?/gu;
/** 2022年 · 22年 · 二〇二二年 */
const YEAR = /(?<!\d)(?<year>20\d{2}|[12]\d)\s*年(?!代|期|内|以上|以下|之内)/gu;
/** 58号文 · 81号 · 第20号文件 */
const SHORT_NUMBER = /第?(?<number>\d{1,4})\s*号(?:文件|文|政策|的?通知)?/gu;

export function readRoute(routes: Routes, question: string): Route {
  const whole = compact(question);
  let rest = whole;
  const take = (text: string) => {
    rest = rest.replace(text, '〇');
  };

  const items: string[] = [];
  for (const match of rest.matchAll(CHAPTER_ITEM)) {
    items.push(`${itemNumber(match.groups!.chapter!)}-${itemNumber(match.groups!.number!)}`);
    take(match[0]);
  }
  for (const match of rest.matchAll(ITEM)) {
    items.push(match.groups!.mark ?? itemNumber(match.groups!.number!));
    take(match[0]);
  }

  const documents: Policy[] = [];
  const add = (policy: Policy) => {
    if (!documents.includes(policy)) documents.push(policy);
  };
  const places = new Map<Policy, number>();
  const put = (policy: Policy, text: string) => {
    add(policy);
    places.set(policy, Math.min(places.get(policy) ?? whole.length, whole.indexOf(text)));
    take(text);
  };
  for (const { text, policy, alone } of routes.namesIn(rest))
    if (alone && rest.includes(text)) put(policy, text);

  const years: string[] = [];
  for (const match of rest.matchAll(YEAR)) {
    const year = match.groups!.year!;
    years.push(year.length === 2 ? `20${year}` : year);
  }
  for (const match of rest.matchAll(SHORT_NUMBER)) {
    const number = match.groups!.number!;
    const bearing = routes.byShortNumber.get(number) ?? [];
    const ofYear = bearing.filter((policy) => years.some((year) => routes.years.get(policy)?.has(year)));
    for (const policy of ofYear.length ? ofYear : bearing) put(policy, match[0]);
  }
  documents.sort((a, b) => places.get(a)! - places.get(b)!);
  return { documents, items, years, rest: rest.replaceAll('〇', ' ') };
}

/** The document whose title and names are nearest to a loose mention, when one stands out: 稳健发展那个措施. */
export function nearestDocument(
  routes: Routes,
  text: string,
  among: ReadonlySet<Policy> | null,
): { policy: Policy; share: number } | null {
  const terms = new Map(Array.from(termsOf(normalise(text)), (term) => [term, 1]));
  const [first, second] = search(
    routes.titles,
    lookUp(routes.titles, terms),
    2,
    (at) => among === null || among.has(routes.policies[at]!),
  );
  if (!first || (second && second.score > 0.75 * first.score)) return null;
  let most = 0;
  for (const term of terms.keys()) most += idfOf(routes.titles, term) ?? 1;
  return { policy: routes.policies[first.document]!, share: first.score / Math.max(1, most) };
}
