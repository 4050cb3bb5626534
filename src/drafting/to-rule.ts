/** A draft → the benefit as policy.yaml has it. What cannot be said exactly is quoted only. */

import { isLevel } from './choices.ts';
import { kindOf } from './cues.ts';
import type { DraftBenefit } from './draft.ts';
import type { FactBook } from './names.ts';
import { rowsOfPay } from './pay-rows.ts';
import { needOf, needsOfFlags, testsOf } from './tests.ts';

/** As YAML holds it; readBenefit checks it. */
export interface WrittenBenefit {
  benefit: string;
  quote: string;
  needs?: unknown[];
  /** Conditions of other clauses, with their words. */
  inherits?: { quote: string; needs: unknown[] }[];
  presumes?: unknown[];
  vague?: Record<string, string>;
  discretionary?: string;
  pays: Record<string, unknown>[];
  pool?: string;
  during?: [string, string];
  until?: string;
  once?: boolean;
  reading?: string;
  for?: 'persons';
  drafted: { grade: 'A' | 'B' | 'C'; reasons?: string[] };
}

/** The rule of a draft, its facts named in the book; `number`: the measure's. */
export function ruleOf(draft: DraftBenefit, book: FactBook, number: string): WrittenBenefit {
  if (draft.grade === 'C') return quotedOnly(draft);
  const named = draft.vague === null ? null : book.flag(`符合第${number}条所说“${draft.vague}”的条件`);
  // Conditions listed elsewhere are asked as they are called there: a clause quotes only its own words as vague.
  const vague = named !== null && flat(draft.quote).includes(draft.vague!) ? named : null;
  // Whose trade the whole document is for is presumed, as is all of its own scope; what else the clause asks has to be told.
  const trades = draft.inherits
    .filter(({ kind }) => kind === 'general')
    .flatMap(({ clause }) => book.tradesOf(clause));
  const isPresumed = (need: unknown): boolean => trades.some((trade) => trade === need);
  const asked = [
    ...draft.bounds.filter((bound) => !isLevel(bound)).flatMap((bound) => testsOf(bound, book)),
    ...needsOfFlags(draft.flags, book),
    ...draft.either.map((any) => ({ any: any.map((one) => needOf(one, book)) })),
    ...draft.shutOut.flatMap((bound) => testsOf(bound, book)).map((test) => ({ not: test })),
    ...(named !== null && vague === null ? [named] : []),
  ];
  const needs = asked.filter((need) => !isPresumed(need));
  const inherits = inheritedOf(draft, book);
  const presumes = [
    ...new Set(asked.filter(isPresumed)),
    ...draft.leftOut.map((who) => ({ not: book.flag(who) })),
    ...draft.ofDocument.map((who) => book.flag(who)),
  ];
  return {
    benefit: draft.benefit,
    quote: flat(draft.quote),
    ...(needs.length > 0 && { needs: unique(needs) }),
    ...(inherits.length > 0 && { inherits }),
    ...(presumes.length > 0 && { presumes }),
    ...(vague !== null && { vague: { [vague]: draft.vague! } }),
    ...(draft.discretionary !== null && { discretionary: draft.discretionary }),
    pays: rowsOfPay(draft, book, number),
    ...(draft.pool !== null && { pool: draft.pool }),
    ...(draft.during !== null && { during: [draft.during.from, draft.during.to] }),
    ...(draft.until !== null && { until: draft.until }),
    ...(draft.once && { once: true }),
    ...(draft.grade === 'B' && { reading: draft.reasons.join('；') }),
    ...(draft.audience === 'persons' && { for: 'persons' as const }),
    drafted: { grade: draft.grade, ...(draft.reasons.length > 0 && { reasons: draft.reasons }) },
  };
}

/** What definitions and the document's scope ask; a term that shared facts tell (小微企业) is told by them. */
const inheritedOf = ({ defined }: DraftBenefit, book: FactBook): { quote: string; needs: unknown[] }[] =>
  defined
    .filter(({ term }) => term === null || !book.knows(term))
    .map(({ term, clause, bounds, flags }) => ({
      quote: flat(clause),
      needs:
        bounds.length + flags.length > 0
          ? [...bounds.flatMap((bound) => testsOf(bound, book)), ...needsOfFlags(flags, book)]
          : [book.flag(term === null ? '符合文件规定的适用范围' : `符合文件所称的${term}`)],
    }));

/** Grade C: the clause, and nothing computed from it. */
export function quotedOnly(draft: DraftBenefit, reasons: readonly string[] = draft.reasons): WrittenBenefit {
  return {
    benefit: draft.benefit,
    quote: flat(draft.quote),
    pays: [{ unstated: kindOf(draft.quote) }],
    ...(draft.audience === 'persons' && { for: 'persons' as const }),
    drafted: { grade: 'C', reasons: [...reasons] },
  };
}

/** The rows of a table stay lines: their header says the unit of their figures. */
export const flat = (quote: string): string =>
  quote.includes('|') ? quote : quote.replace(/\s*\n\s*/gu, '');
const unique = (needs: readonly unknown[]): unknown[] => [
  ...new Map(needs.map((need) => [JSON.stringify(need), need])).values(),
];
