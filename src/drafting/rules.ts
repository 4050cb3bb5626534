/** The drafts of a document as its policy.yaml has them: each passes the check, or is quoted only. */
import { type Fact, ownFactSchema } from '../facts/index.ts';
import { readBenefit } from '../policy/index.ts';
import { type DraftInput, type DraftOptions, draftDocument } from './document.ts';
import type { DraftBenefit } from './draft.ts';
import { isFragment } from './fragments.ts';
import { joinedRule } from './joined-rules.ts';
import { factBook, ofEveryone, type ProposedFact } from './names.ts';
import { quotedOnly, ruleOf, type WrittenBenefit } from './to-rule.ts';

/** One draft with its rule, as it is checked. */
export interface DraftedRule {
  number: string;
  draft: DraftBenefit;
  rule: WrittenBenefit;
}

export interface DraftedRules {
  /** For `facts:` of the policy.yaml: those that its rules use. */
  facts: Record<string, ProposedFact>;
  /** By the measure's number. */
  benefits: Map<string, WrittenBenefit[]>;
  /** Every one beside the draft it was made of. */
  all: DraftedRule[];
}

/** What is read of a document before its clauses are drafted. */
export interface DocumentToDraft extends Required<DraftOptions> {
  measures: readonly DraftInput[];
  /** Those that it speaks for. */
  places: readonly string[];
}

/** A document's text and structure → its rules. */
export const rulesOfDocument = (
  source: string,
  document: DocumentToDraft,
  shared: ReadonlyMap<string, Fact>,
): DraftedRules =>
  rulesOf(draftDocument(source, document.measures, document), shared, document.issued, document.places);

/** Benefits of bodies of the state are left out, as they are no enterprise's. `places`: those that the document speaks for. */
export function rulesOf(
  drafts: ReadonlyMap<string, readonly DraftBenefit[]>,
  known: ReadonlyMap<string, Fact>,
  ref: string | null,
  places: readonly string[] = [],
): DraftedRules {
  const shared = ofEveryone(known);
  const book = factBook(shared, places);
  const benefits = new Map<string, WrittenBenefit[]>();
  const all: DraftedRule[] = [];
  for (const [number, drafted] of drafts) {
    const rules = drafted
      .filter(({ audience }) => audience !== 'authorities')
      .flatMap((draft): DraftedRule[] => {
        const rule = ruleOf(draft, book, number);
        const faults = [...notRead(rule, book.facts), ...faultsOf(rule, book.facts, shared, ref)];
        if (faults.length === 0) return [{ number, draft, rule }];
        const bare = quotedOnly(draft, [...draft.reasons, ...faults]);
        return faultsOf(bare, book.facts, shared, ref).length === 0 ? [{ number, draft, rule: bare }] : [];
      });
    const written = named(rules.map(({ rule }) => rule));
    const drawn = rules.map((one, i) => ({ ...one, rule: written[i]! }));
    all.push(...drawn);
    const isSound = (rule: WrittenBenefit): boolean =>
      notRead(rule, book.facts).length + faultsOf(rule, book.facts, shared, ref).length === 0;
    const kept = joined(drawn, { isSound, write: (draft) => ruleOf(draft, book, number) });
    if (kept.length > 0) benefits.set(number, kept);
  }
  return { facts: usedFacts(book.facts, [...benefits.values()].flat()), benefits, all };
}

/** What comes beside another rule becomes a part of it. */
function joined(
  all: readonly DraftedRule[],
  { isSound, write }: { isSound(rule: WrittenBenefit): boolean; write(draft: DraftBenefit): WrittenBenefit },
): WrittenBenefit[] {
  const rules = new Map(all.map(({ draft, rule }) => [draft, rule]));
  for (const { draft } of all)
    for (const link of draft.together) {
      const base = rules.get(link.base);
      const both = base && joinedRule(base, write(link.added), link);
      if (!both || !isSound(both)) continue;
      rules.set(link.base, both);
      rules.delete(draft);
    }
  return [...rules.values()];
}

const ORDINALS = '零一二三四五六七八九十';

/** Benefits of one measure have names of their own. */
function named(rules: readonly WrittenBenefit[]): WrittenBenefit[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const count = (seen.get(rule.benefit) ?? 0) + 1;
    seen.set(rule.benefit, count);
    return count === 1 ? rule : { ...rule, benefit: `${rule.benefit}（${ORDINALS[count] ?? '另'}）` };
  });
}

/** Conditions and bases of which only a fragment was read. */
function notRead(rule: WrittenBenefit, facts: Readonly<Record<string, ProposedFact>>): string[] {
  const text = JSON.stringify([rule.needs, rule.pays, rule.inherits]);
  return Object.entries(facts)
    .filter(([name, { unit }]) => isFragment(name, unit) && text.includes(JSON.stringify(name)))
    .map(([name]) => `“${name}”没有读完整，条件要人工核对`);
}

function faultsOf(
  rule: WrittenBenefit,
  facts: Readonly<Record<string, ProposedFact>>,
  shared: ReadonlyMap<string, Fact>,
  ref: string | null,
): string[] {
  const own = Object.entries(facts).map(([name, fact]): [string, Fact] => [
    name,
    { ...ownFactSchema.parse(fact), label: name, topic: name },
  ]);
  return readBenefit(rule, new Map([...shared, ...own]), ref).faults;
}

function usedFacts(
  facts: Readonly<Record<string, ProposedFact>>,
  rules: readonly WrittenBenefit[],
): Record<string, ProposedFact> {
  const text = JSON.stringify(rules);
  const used = new Set(Object.keys(facts).filter((name) => text.includes(JSON.stringify(name))));
  for (const name of [...used]) for (const other of Object.keys(facts[name]!.implies ?? {})) used.add(other);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => used.has(name)));
}
