/** The payments of a limb: each sum or rate with its base, its unit, its caps and what it is one of. */
import { baseOf, isApplicant, perOf } from './base.ts';
import { type CapPer, capPerOf } from './caps.ts';
import { boundsOf } from './figures-of.ts';
import { type Items, itemsBefore } from './items.ts';
import type { Marked } from './roles.ts';

export interface Limit {
  mark: Marked;
  per: CapPer | null;
}

export interface Payment {
  form: 'yuan' | 'share' | 'each' | 'range' | 'step' | 'unstated' | 'service';
  /** The figure that is paid; null where only a limit is stated. */
  mark: Marked | null;
  /** 不超过25%: the whole is not promised. */
  atMost: boolean;
  /** 不低于60%: the least that is given. */
  atLeast: boolean;
  base: string | null;
  per: { words: string; unit: string; noun: string } | null;
  /** 每增加5000万元 */
  step: Marked | null;
  /** Before steps: the sum that is paid at the bound, and the bound as written. */
  first: { mark: Marked; over: string } | null;
  caps: Limit[];
  floor: Marked | null;
  /** Which of the items it is sent to by 分别. */
  item: { items: Items; index: number } | null;
  /** A year of several: 第一年. */
  year: string | null;
  /** From the first figure to the last one that belongs to it, in the plain text. */
  start: number;
  end: number;
}

export interface Composed {
  payments: Payment[];
  /** Figures used by a payment. */
  used: Set<Marked>;
  /** What kept a figure from its place, in words for the officer. */
  troubles: string[];
  /** Choices that were made between readings. */
  choices: string[];
  /** Caps that stand before any payment: of what came before this limb. */
  loose: Limit[];
  /** Which share of a sum is paid when: no amount. */
  parts: boolean;
}

export const EMPTY = {
  atMost: false,
  atLeast: false,
  base: null,
  per: null,
  step: null,
  first: null,
  floor: null,
  item: null,
  year: null,
} as const;

export function composePayments(text: string, marks: readonly Marked[]): Composed {
  const made: Composed = {
    payments: [],
    used: new Set(),
    troubles: [],
    choices: [],
    loose: [],
    parts: false,
  };
  let last: Payment[] = [];
  const take = (payments: Payment[]) => {
    made.payments.push(...payments);
    last = payments;
  };
  for (const group of groups(marks)) {
    const mark = group[0]!;
    switch (mark.role) {
      case 'amount':
        take(amounts(text, group, made));
        break;
      case 'rate':
        take(group.map((one) => share(text, one, made)));
        break;
      case 'floor':
        floor(group, last, take, made);
        break;
      case 'cap':
        if (group.some(({ role }) => role === 'amount')) take(amounts(text, group, made));
        else cap(text, group, last, take, made);
        break;
      case 'part':
        made.parts = true;
        break;
      case 'kept':
        made.troubles.push(`“${mark.figure.text}”是减免后仍收取的部分`);
        break;
      case 'step':
      case 'unknown':
        break;
    }
  }
  steps(marks, made);
  years(text, made);
  return made;
}

/** Lists are handled as one; 50万元、最高30万元 is one too. */
function groups(marks: readonly Marked[]): Marked[][] {
  const all: Marked[][] = [];
  for (const mark of marks) {
    const open = all.at(-1);
    const joined = mark.list && mark.list.index > 0 && open?.[0]?.list?.start === mark.list.start;
    if (joined && (open![0]!.role === mark.role || (isSum(mark) && isSum(open![0]!)))) open!.push(mark);
    else all.push([mark]);
  }
  return all;
}

const isSum = ({ role }: Marked): boolean => role === 'amount' || role === 'cap';

function amounts(text: string, group: readonly Marked[], made: Composed): Payment[] {
  const per = perOf(text, group[0]!);
  for (const mark of group) made.used.add(mark);
  const between = boundsOf(group[0]!.figure);
  const form = between.value === null ? 'range' : per && !isOwn(per, text, group[0]!) ? 'each' : 'yuan';
  const items = group.length > 1 ? zip(text, group, made) : null;
  return group.map(
    (mark, index): Payment => ({
      ...EMPTY,
      form: mark.role === 'cap' ? 'range' : form,
      mark: mark.role === 'cap' ? null : mark,
      per,
      caps: mark.role === 'cap' ? [{ mark, per: null }] : [],
      item: items && { items, index },
      start: group[0]!.start,
      end: group.at(-1)!.end,
    }),
  );
}

/** 每家企业5万元 is one's own sum, unless it is 按每家企业…的标准 for others that are counted. */
function isOwn(per: { unit: string; noun: string }, text: string, mark: Marked): boolean {
  const counted = /按(?:照)?[每单][^，]{0,12}$/u.test(text.slice(0, mark.start));
  return isApplicant(per) && !counted;
}

/** What stands between the items and their sums: '的，省级分别给予一次性奖补' · '的每件分别补助' */
const GIVING =
  /(?:[，,]|的)*(?:国家|省级?|市级?|区级?|县级?|财政|将)*(?:按)?(?:每(?:件|项|个|张|台|人|家|户)[^，]{0,4}?)?(?:每年|年度)?(?:分别|各|依次|对应)*(?:再|均|按)*(?:给予|予以|奖励|奖补|补助|补贴|资助|发放)*(?:企业|单位)?(?:一次性)?(?:奖励|奖补|补助|补贴|资助|不超过|最高)*(?:标准为)?$/u;

function zip(text: string, group: readonly Marked[], made: Composed): Items | null {
  const before = text.slice(0, group[0]!.list?.start ?? group[0]!.start);
  const items = itemsBefore(before.replace(GIVING, ''), group.length);
  const counted = /按(?:照)?(?<n>[二两三四五六])个?(?<noun>等次|等级|档次|档|层次|级别|类别)/u.exec(
    before,
  )?.groups;
  if (!items && counted && '零一二三四五六'.indexOf(counted.n!.replace('两', '二')) === group.length) {
    made.choices.push(`“${counted.n}个${counted.noun}”按从高到低对应各档金额理解`);
    const names = group.map((_, i) => `第${'一二三四五六'[i]}${counted.noun}`);
    return { names, head: '', tail: '', start: 0, end: 0, order: counted.noun! };
  }
  if (!items) {
    made.troubles.push(`${group.length}个金额与前面所列的项目数目对不上`);
    return null;
  }
  if (!/分别|各|依次|对应/u.test(before))
    made.choices.push('金额与前面所列项目按次序对应理解（原文没有写“分别”）');
  return items;
}

function share(text: string, mark: Marked, made: Composed): Payment {
  made.used.add(mark);
  const { max, value, min } = boundsOf(mark.figure);
  const base = baseOf(text, mark);
  if (base === null) made.troubles.push(`“${mark.figure.text}”按什么计算，这一句没有写明`);
  if (mark.figure.kind === 'percent' && mark.figure.unit === 'point')
    made.troubles.push(`“${mark.figure.text}”要与别处的比例相加`);
  return {
    ...EMPTY,
    form: 'share',
    mark,
    atMost:
      (value === null && max !== null && min === null) ||
      /(?:最高|不超过|不高于|最多)(?:可?按|给予|支持|补助|奖励|资助|补贴)[^，]*$/u.test(
        phraseBefore(text, mark),
      ),
    atLeast: min !== null && max === null && value === null,
    base: base?.words ?? null,
    caps: [],
    start: mark.start,
    end: mark.end,
  };
}

function floor(
  group: readonly Marked[],
  last: readonly Payment[],
  take: (all: Payment[]) => void,
  made: Composed,
): void {
  for (const mark of group) {
    made.used.add(mark);
    const open = last.find((payment) => payment.floor === null && payment.form === 'share');
    if (open) {
      open.floor = mark;
      open.end = mark.end;
    } else
      take([
        { ...EMPTY, form: 'range', mark: null, floor: mark, caps: [], start: mark.start, end: mark.end },
      ]);
  }
}

/** A cap belongs to the nearest payment on its left that it can limit; without one it is all that the clause states. */
function cap(
  text: string,
  group: readonly Marked[],
  last: readonly Payment[],
  take: (all: Payment[]) => void,
  made: Composed,
): void {
  for (const mark of group) made.used.add(mark);
  const phrase = phraseBefore(text, group[0]!);
  if (/纳入计算|计算(?:规模|基数)|基数/u.test(phrase)) made.troubles.push('计算的基数另有上限');
  const perUnit = /^[／/](?:次|件|人|台|亩|张|项)/u.test(text.slice(group.at(-1)!.end));
  const per = capPerOf(phrase) ?? (perUnit ? 'unit' : null);
  const limits = group.map((mark): Limit => ({ mark, per }));
  const between = last[0] ? text.slice(last[0].end, group[0]!.start) : '';
  const limited =
    last.length > 0 &&
    canLimit(last, between, phrase) &&
    (limits.length === 1 || limits.length === last.length);
  if (limited) {
    last.forEach((payment, i) => {
      payment.caps.push(limits[i] ?? limits[0]!);
      payment.end = group.at(-1)!.end;
    });
    return;
  }
  const items = group.length > 1 ? zip(text, group, made) : null;
  take(
    group.map(
      (mark, index): Payment => ({
        ...EMPTY,
        form: 'range',
        mark: null,
        per: perOf(text, mark),
        caps: [limits[index]!],
        item: items && { items, index },
        start: group[0]!.start,
        end: group.at(-1)!.end,
      }),
    ),
  );
}

/** Another grant begins: 对…的, 其中, 另, 第二年. */
const ANOTHER =
  /[，、；](?:并|且|同时)?(?:对|其中|另|此外|再|第[一二三四五])|的[，,]|(?<=[，、；][^，、；]{2,30})的(?=给予|予以|奖|补|每)/u;
/** A limit over all that one gets. */
const OVERALL =
  /(?:单[个家户]|同一|每[家户个]|年度|每年|当年|年(?=最高|累计|不超过|奖|补|资)|累计|合计|总额|总金额|总计|最多)/u;

/** Whether a sum with a bound limits the payments before it, by what stands between. */
function canLimit(last: readonly Payment[], between: string, phrase: string): boolean {
  if (ANOTHER.test(between)) return false;
  const [first] = last;
  const open = first!.caps.length === 0;
  if (first!.form === 'share' && open) return true;
  const gives = /(?:给予|予以|奖励|补助|补贴|资助|支持)/u.test(between.replace(phrase, ''));
  if (first!.form !== 'range' && open) return !gives || OVERALL.test(phrase);
  return OVERALL.test(phrase) && !/给予/u.test(phrase);
}

const phraseBefore = (text: string, { start }: Marked): string => {
  const before = text.slice(0, start);
  return before.slice(Math.max(...['，', ',', '；', '：'].map((mark) => before.lastIndexOf(mark))) + 1);
};

/** 每增加5000万元，再奖3万元: the sum behind a step is paid for each of it. */
function steps(marks: readonly Marked[], made: Composed): void {
  for (const mark of marks) {
    if (mark.role !== 'step') continue;
    const next = made.payments.find(({ start }) => start > mark.start);
    if (!next || next.form === 'share') {
      made.troubles.push(`“每…${mark.figure.text}”后面没有对应的金额`);
      continue;
    }
    made.used.add(mark);
    next.form = 'step';
    next.step = mark;
    next.start = mark.start;
  }
}

/** 第一年 … 第二年: sums by year. */
function years(text: string, made: Composed): void {
  let from = 0;
  for (const payment of made.payments) {
    payment.year =
      /第[一二三四五](?:、[二三四五]|至[二三四五])*年(?!度)/u.exec(text.slice(from, payment.start))?.[0] ??
      null;
    from = payment.end;
  }
}
