/** Rules of drafts that come together → one rule: the rows of the second are paid beside those of the first. */

import type { Together } from './draft.ts';
import { flat, type WrittenBenefit } from './to-rule.ts';

type Row = Record<string, unknown>;

/** Null where the two cannot stand in one rule. */
export function joinedRule(
  base: WrittenBenefit,
  added: WrittenBenefit,
  { quote, apart, reason, capAll }: Together,
): WrittenBenefit | null {
  if ([base, added].some(({ drafted }) => drafted.grade === 'C') || added.pays.length !== 1) return null;
  if (!isWithin(added.inherits ?? [], base.inherits ?? [])) return null;
  const needs = apart
    ? (base.needs ?? []).filter((need) => has(added.needs ?? [], need))
    : (base.needs ?? []);
  const without = (all: readonly unknown[]): unknown[] => all.filter((need) => !has(needs, need));
  const own = without(base.needs ?? []);
  const counted = base.pays.flatMap(({ each, of }) => (each === undefined ? [] : [of as string]));
  const more = without(added.needs ?? []).map((need) => ofSameCount(need, counted));
  const presumes = unique([...(base.presumes ?? []), ...(added.presumes ?? [])]);
  const read = [base, added].flatMap(({ drafted }) => drafted.reasons ?? []);
  const reasons = unique([...read, ...(reason === null ? [] : [reason])]) as string[];
  const { needs: _needs, presumes: _presumes, reading: _reading, ...rest } = base;
  return {
    ...rest,
    quote: flat(quote),
    ...(needs.length > 0 && { needs }),
    ...(presumes.length > 0 && { presumes }),
    pays: [
      ...base.pays.map((row) => within(asking(row, own), capAll)),
      ...added.pays.map((row) => ({
        ...asking(row, more),
        added: true,
        ...(capAll !== null && { capAll: capAll.at }),
      })),
    ],
    ...((base.once ?? added.once) && { once: true }),
    ...(reasons.length > 0 && { reading: reasons.join('；') }),
    drafted: {
      grade: reasons.length > 0 ? 'B' : 'A',
      ...(reasons.length > 0 && { reasons }),
    },
  };
}

/** 对获得授权的国内发明专利，每件…；当年授权发明专利达到10件以上的，另…: how many are paid for is how many are asked. */
function ofSameCount(need: unknown, counted: readonly string[]): unknown {
  if (typeof need !== 'object' || need === null || 'any' in need || 'all' in need || 'not' in need)
    return need;
  const [[fact, test]] = Object.entries(need) as [[string, unknown]];
  const bare = fact.replace(/^(?:当年|全年|本?年度?|累计|新增)+|(?:数量|[件个项人台场]?数)$/gu, '');
  const same = counted.find((one) => bare.length >= SHORTEST && isWithinWords(bare, one));
  return same === undefined ? need : { [same]: test };
}
const SHORTEST = 4;

/** Its characters in their order. */
function isWithinWords(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

/** A limit of both is one of the first alone, where it has none. */
const within = (row: Row, capAll: Together['capAll']): Row => {
  if (capAll === null || row.cap !== undefined) return row;
  const per = capAll.per !== null && capAll.per !== 'unit' && { capPer: capAll.per };
  return { ...row, cap: capAll.at, ...per };
};

/** The row, and what else it asks. */
function asking({ when, ...row }: Row, needs: readonly unknown[]): Row {
  const parts = when === undefined ? [] : isAll(when) ? when.all : [when];
  const all = unique([...parts, ...needs]);
  const [first] = all;
  return { ...(first !== undefined && { when: all.length > 1 ? { all } : first }), ...row };
}

const isAll = (need: unknown): need is { all: unknown[] } =>
  typeof need === 'object' && need !== null && 'all' in need;

const has = (all: readonly unknown[], need: unknown): boolean =>
  all.some((one) => JSON.stringify(one) === JSON.stringify(need));
const isWithin = (some: readonly unknown[], all: readonly unknown[]): boolean =>
  some.every((one) => has(all, one));
const unique = (all: readonly unknown[]): unknown[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
