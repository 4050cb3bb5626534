/** A written benefit beside what is drafted of the same words: rows, thresholds and limits as figures. */
import { draftDocument, rulesOf } from '../../src/drafting/index.ts';
import { type Fact, ownFactSchema } from '../../src/facts/index.ts';
import type { Benefit, Knowledge, Need, Policy } from '../../src/policy/index.ts';
import { findQuote, readBenefit, testsOf } from '../../src/policy/index.ts';

export interface Compared {
  measure: string;
  benefit: string;
  written: string[];
  /** Figures of the draft that overlaps most; null: nothing drafted there. */
  drafted: string[] | null;
}

export function comparePolicy(policy: Policy, { facts }: Knowledge): Compared[] {
  const issued = policy.issued?.day ?? null;
  const inputs = policy.measures.map(({ number, title, clause }) => ({
    number,
    title,
    text: clause.text,
    span: clause,
  }));
  const rules = rulesOf(draftDocument(policy.source, inputs, { issued }), facts, issued);
  const own = Object.entries(rules.facts).map(([name, fact]): [string, Fact] => [
    name,
    { ...ownFactSchema.parse(fact), label: name, topic: name },
  ]);
  const declared = new Map([...facts, ...own]);
  return policy.measures.flatMap(({ id, number, benefits }) => {
    const drafts = (rules.benefits.get(number) ?? []).flatMap(
      (written) => readBenefit(written, declared, issued).benefit ?? [],
    );
    return benefits.map((benefit) => {
      const overlapping = drafts
        .map((draft) => ({
          draft,
          shared: overlap(policy.source, benefit.quote, draft.quote),
          figures: figuresOf(draft),
        }))
        .filter(({ shared }) => shared >= 6);
      const best =
        overlapping.find(({ figures }) => same(figures, figuresOf(benefit))) ??
        overlapping.toSorted((a, b) => b.shared - a.shared)[0];
      return {
        measure: id,
        benefit: benefit.benefit,
        written: figuresOf(benefit),
        drafted: best?.figures ?? null,
      };
    });
  });
}

export const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('|') === other.join('|');

function overlap(source: string, one: string, other: string): number {
  const [a, b] = [findQuote(source, one), findQuote(source, other)];
  return a && b ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0;
}

/** '≥ 300' · 'yuan 50000' · 'cap 2000000', each once, sorted; no figure: nothing. */
export function figuresOf({ needs, presumes, pays, pool }: Benefit): string[] {
  const whens = pays.flatMap(({ when }): Need[] => (when ? [when] : []));
  const tests = [...needs, ...presumes, ...whens].flatMap(testsOf).flatMap(({ test }) => {
    if (test.op === 'between') return [`atLeast ${test.from.value}`];
    return 'bound' in test ? [`${test.op} ${test.bound.value}`] : [];
  });
  const rows = pays.flatMap(({ pay, cap, floor }) => [
    ...(pay.form === 'yuan' ? [`yuan ${pay.yuan.value}`] : []),
    ...(pay.form === 'share' ? [`share ${pay.share.value}`] : []),
    ...(pay.form === 'each' ? [`each ${pay.each.value}`] : []),
    ...(cap ? [`cap ${cap.value}`] : []),
    ...(floor ? [`floor ${floor.value}`] : []),
  ]);
  return [...new Set([...tests, ...rows, ...(pool ? [`pool ${pool.value}`] : [])])].sort();
}
