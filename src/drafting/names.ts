/** Conditions in a clause's words → facts: a shared one by exact words, type and unit, else one of the document's own. Never a guess between two. */
import { type Fact, factId } from '../facts/index.ts';
import { RECOGNITION } from './cues.ts';
import { holderOf, type Test } from './holders.ts';
import { spokenNames, withoutPlaces } from './spoken.ts';

/** A fact as policy.yaml declares it. */
export interface ProposedFact {
  type: 'boolean' | 'number' | 'choice';
  unit?: string;
  question: string;
  granted?: true;
  role?: 'lower-step';
  /** Of a choice: the one of which this is what was held before. */
  formerly?: string;
  entity?: string;
  period?: 'last-year' | 'this-year';
  values?: Record<string, string[]>;
  many?: true;
  implies?: Record<string, boolean>;
  /** Of a sum: what it is spent on. */
  spentOn?: string[];
  /** What else it may be called. */
  words?: string[];
}

/** The facts of one document, as they are named one after the other. */
export interface FactBook {
  facts: Record<string, ProposedFact>;
  flag(words: string): string;
  /** What a condition asks: 民营小微企业送检的设备 is told by the size, the ownership and the rest, each for itself. */
  needs(words: string): unknown[];
  number(label: string, unit: string): string;
  choice(label: string, values: readonly string[]): string;
  /** Shared facts tell it alone: 小微企业. */
  knows(words: string): boolean;
  /** 本措施适用于…的工业企业: facts of trade that hold of whom the document is for. */
  tradesOf(clause: string): string[];
  /** What a count says by itself: three licensed patents are licensed patents. */
  implies(number: string, flag: string): void;
  /** Other words for a condition of the document's own. */
  also(words: string, others: readonly string[]): void;
  /** 数字化诊断花了30万: what is spent on what the clause asks for. */
  spentOn(number: string, words: string): void;
}

/**
 * What no document declares for itself. A document's own fact has a Chinese name: another one declares it again and stands by itself,
 * also after the first is withdrawn.
 */
export const ofEveryone = (facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, Fact> =>
  new Map([...facts].filter(([id]) => /^[a-z]/u.test(id)));

/** `places`: those that the document speaks for; nobody has to say them. */
export function factBook(shared: ReadonlyMap<string, Fact>, places: readonly string[] = []): FactBook {
  const facts: Record<string, ProposedFact> = {};
  const everyones = ofEveryone(shared);
  const known = new Map(
    [...everyones].map(([id, fact]) => [`${fact.type} ${fact.unit ?? ''} ${plain(fact.label)}`, id]),
  );

  /** The same words for another type or unit are told apart by what they are. */
  function own(words: string, declared: ProposedFact): string {
    const name = named(withoutPlaces(words, places));
    // A sum of all that is listed is called by none of it.
    const isSum = declared.type === 'number' && /等/u.test(words);
    const spoken = isSum ? [] : spokenNames(words, places);
    const called = [...new Set([...(declared.words ?? []), ...spoken])];
    const fact = called.length > 0 ? { ...declared, words: called } : declared;
    for (const id of [name, `${name}（${fact.unit ?? KINDS[fact.type]}）`]) {
      const before = facts[id];
      if (
        before &&
        (before.type !== fact.type || before.unit !== fact.unit || valuesOf(before) !== valuesOf(fact))
      )
        continue;
      if (!before) facts[id] = fact;
      return id;
    }
    const id = `${name}（${Object.keys(facts).length + 1}）`;
    facts[id] = fact;
    return id;
  }

  const flag = (words: string): string =>
    known.get(`boolean  ${plain(words)}`) ??
    own(words, {
      type: 'boolean',
      ...(RECOGNITION.test(words) && { granted: true as const }),
      question: asksWhether(words),
    });

  const needs = (words: string): unknown[] => {
    const holder = holderOf(words, everyones);
    if (!holder) {
      // 租赁公共冷库的个体工商户: what is said of the holder, and the holder.
      const { said = '', who = '' } = /^(?<said>.{4,})的(?<who>[^的]{2,20})$/u.exec(words)?.groups ?? {};
      const behind = holderOf(who, everyones);
      if (behind?.rest !== '') return [flag(words)];
      return [flag(said), ...anyOf(behind.tests)];
    }
    const { owned, tests, rest } = holder;
    return [
      ...(owned === null ? [] : [flag(owned)]),
      ...anyOf(tests),
      ...(rest.length > 1 ? [flag(rest)] : []),
    ];
  };

  return {
    facts,
    flag,
    knows: (words) => holderOf(words, everyones)?.rest === '',
    needs,
    tradesOf: (clause) =>
      Array.from(clause.matchAll(WHO), ({ groups }) => holderOf(groups!.who!, everyones))
        .filter((holder) => holder?.rest === '' && holder.tests.length === 1)
        .flatMap((holder) => holder!.tests)
        .filter((test): test is string => typeof test === 'string' && isOfTrade(everyones.get(test))),
    number: (label, unit) =>
      known.get(`number ${unit} ${plain(label)}`) ??
      own(label, { type: 'number', unit, ...periodOf(label), question: asksHowMuch(label, unit) }),
    choice: (label, values) =>
      own(label, {
        type: 'choice',
        many: true,
        ...wordsOfChoice(label, values),
        values: { ...Object.fromEntries(values.map((value) => [value, spoken(value)])), none: NONE },
        question: `${label}：是${values.join('、')}中的哪一种？`,
      }),
    implies: (number, flag) => {
      const fact = facts[number];
      if (fact && facts[flag]) fact.implies = { ...fact.implies, [flag]: true };
    },
    also: (words, others) => {
      const fact = facts[flag(words)];
      const spoken = others.map((other) => spokenNames(other, places)[0] ?? other);
      if (fact) fact.words = [...new Set([...(fact.words ?? []), ...spoken])];
    },
    spentOn: (number, words) => {
      const fact = facts[number];
      const deeds = needs(words).filter((need): need is string => typeof need === 'string' && need in facts);
      if (fact) fact.spentOn = [...new Set([...(fact.spentOn ?? []), ...deeds])];
    },
  };
}

/** One of several is enough; of one that is told by two facts both are asked. */
function anyOf(tests: readonly Test[]): unknown[] {
  const [first] = tests;
  if (tests.length !== 1) return tests.length > 1 ? [{ any: tests }] : [];
  return typeof first === 'object' && Array.isArray(first.all) ? first.all : [first];
}

/** Whom a clause is for, at its end. */
const WHO = /(?:的|适用于)(?<who>[^，。；、的]{2,12}(?:企业|单位|公司))(?=[，。；]|$)/gu;
const isOfTrade = (fact: Fact | undefined): boolean => fact?.type === 'boolean' && fact.trades.length > 0;

/** 新引进博士、硕士 is said of one of them: 新引进博士. */
function wordsOfChoice(label: string, values: readonly string[]): Pick<ProposedFact, 'words'> {
  const named = values.filter((value) => label.includes(value));
  const listed = named.join('、');
  return named.length > 1 && label.includes(listed)
    ? { words: named.map((value) => label.replace(listed, value)) }
    : {};
}

/** Who is none of what is listed says so, and gets nothing. */
const NONE = ['都不是', '都没有'];

const KINDS = { boolean: '是否', number: '数', choice: '类别' } as const;
const valuesOf = ({ values }: ProposedFact): string => Object.keys(values ?? {}).join();

/** For comparing: without the holder's noun and marks. */
const plain = (words: string): string => words.replace(/^(?:是|属于|为)|(?:类?企业|的)$|[“”‘’\s]/gu, '');

const LONGEST = 60;

/** The clause's words as a name: marks that a name cannot hold are left out. */
function named(words: string): string {
  const bare = words
    .replace(/[，,；;。]/gu, '、')
    .replace(/[\s"'#&*!|>@`{}[\]【】％﹒．]/gu, '')
    .replace(/^[^\p{L}“《〔\d]+|[、的]+$/gu, '')
    .slice(0, LONGEST);
  const whole = /^\d/u.test(bare) ? `满足${bare}` : bare;
  return factId.safeParse(whole).success
    ? whole
    : `条件${whole.replace(/[^\p{Script=Han}\d]/gu, '').slice(0, LONGEST - 2)}`;
}

/** 上一年度营业收入 is last year's, 本年度 this year's. */
function periodOf(label: string): Pick<ProposedFact, 'period'> {
  if (/上一?(?:个)?(?:年度?|会计年度)|去年/u.test(label)) return { period: 'last-year' };
  return /本年度?|当年/u.test(label) ? { period: 'this-year' } : {};
}

const asksWhether = (words: string): string =>
  /^(?:获|取得|通过|拥有|参加|开展|实施|新|首次|入选|列入|纳入|被|经|已|签订|完成|承担|建设|购买|租|采购|使用|招用|提供|打造|引进|主导|参与)/u.test(
    words,
  )
    ? `有没有${words.replace(/^已经?/u, '')}？`
    : `是不是${words}？`;

const UNIT_WORDS: Record<string, string> = { yuan: '元', ratio: '百分之多少', person: '人', kWh: '度' };
function asksHowMuch(label: string, unit: string): string {
  if (unit === '名次') return `${label}第几？`;
  return unit === 'ratio' ? `${label}是百分之多少？` : `${label}是多少${UNIT_WORDS[unit] ?? unit}？`;
}

/** 五级（引领级） is also said 引领级. */
function spoken(value: string): string[] {
  const inside = /[（(](?<name>[^）)]{2,})[）)]/u.exec(value)?.groups?.name;
  const bare = value.replace(/[（(][^）)]*[）)]/gu, '').replace(/[“”]/gu, '');
  const order = /^第(?<step>[一二三四五六])(?<noun>等次|等级|档次|档|级别)$/u.exec(value)?.groups;
  const short = order ? [`${order.step}${order.noun}`, `${order.step}${order.noun![0]}`] : [];
  // AAAA级 is said 4A.
  const letters = /^(?<grades>A{2,5})(?:级|$)/u.exec(value)?.groups?.grades;
  const counted = letters ? [`${letters.length}A`, `${letters.length}A级`] : [];
  return [...new Set([bare, ...(inside ? [inside] : []), ...short, ...counted])].filter((one) => one !== '');
}
