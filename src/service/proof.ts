/**
 * The whole proof of a verdict: each condition with the statements it rests on, the row that pays, each figure of the rule with its
 * place in the source, the reading, and the version of what was known. Whoever doubts it can check it without us.
 */
import type { Day, FactValue, Period, Statement } from '../contract/index.ts';
import { type Condition, evaluateAll, type OpenRow, type Result } from '../eligibility/index.ts';
import { sourcesOf } from '../facts/index.ts';
import { findQuote, type Need, placesOfRule, type RulePlaces, type TextSpan } from '../policy/index.ts';
import { explainVerdict, formatNeed, sayNotes, stateOnCard } from '../words/index.ts';
import type { Enterprise } from './enterprise.ts';
import type { Library } from './library.ts';
import { type WrittenNeed, type WrittenRow, writtenNeed, writtenRow } from './written-rule.ts';

/** A verbatim stretch of the source; UTF-16 offsets, the end exclusive. */
export interface Quoted extends TextSpan {
  text: string;
}

export interface TracedLiteral {
  /** As the rule writes it. */
  written: string;
  value: number;
  kind: string;
  unit: string | null;
  bound: string;
  at: Quoted | null;
}

export interface TracedPeriod extends Period {
  at: Quoted | null;
}

export interface TracedCondition {
  kind: Condition['kind'];
  label: string;
  facts: string[];
  state: 'met' | 'unmet' | 'open';
  /** What is known of the first fact. */
  said: FactValue | null;
  wanted: WrittenNeed | null;
  /** What the caller told that this rests on; empty where nothing was told (presumed, or open). */
  statements: Statement[];
  literals: TracedLiteral[];
  periods: TracedPeriod[];
  /** Words of its own (符合条件的, the place); null: those of the benefit. */
  quote: Quoted | null;
}

export interface TracedRow extends WrittenRow {
  /** Its place among the rows of the benefit, from 0. */
  position: number;
  state: 'holds' | 'open';
  minYuan: number | null;
  maxYuan: number | null;
  literals: TracedLiteral[];
}

export interface Proof {
  measure: string;
  benefit: string;
  verdict: Result['verdict'];
  /** Dates aside. */
  onFacts: Result['verdict'];
  amountYuan: number | null;
  capYuan: number | null;
  reason: string;
  missing: string[];
  quote: Quoted | null;
  conditions: TracedCondition[];
  /** The rows of payment that are not ruled out; the first that holds pays. */
  rows: TracedRow[];
  /** The date that shuts the door, with its words. */
  closed: { day: Day; quote: Quoted | null } | null;
  /** How an ambiguous sentence was read. */
  reading: string | null;
  notes: string[];
}

export interface TraceInput {
  enterprise: Enterprise;
  today: Day;
  /** Keeps the proofs to these documents, measures or benefits of a measure. */
  only: (result: Result) => boolean;
}

/** The proofs, in the order of the documents and their measures. */
export function prove(library: Library, { enterprise, today, only }: TraceInput): Proof[] {
  return evaluateAll(library.knowledge, enterprise.profile, { today, unplaced: enterprise.unplaced })
    .filter(only)
    .map((result) => proofOf(library, enterprise.statements, result));
}

function proofOf({ knowledge }: Library, told: readonly Statement[], result: Result): Proof {
  const { policy, benefit, conditions, rows, reason } = result;
  const { facts } = knowledge;
  const places = placesOfRule(policy.source, benefit, policy.issued?.day ?? null);
  const quoted = quoter(policy.source);
  const quote = places.quote && quoted.at(places.quote);
  const closed = reason.kind === 'closed' || reason.kind === 'not-yet' ? reason : null;
  const words = closed?.kind === 'not-yet' ? (policy.validFrom?.quote ?? null) : (closed?.quote ?? null);
  return {
    measure: result.measure.id,
    benefit: benefit.benefit,
    verdict: result.verdict,
    onFacts: result.onFacts,
    amountYuan: result.amountYuan,
    capYuan: result.capYuan,
    reason: explainVerdict(result, facts),
    missing: result.verdict === 'ineligible' ? [] : result.missing,
    quote,
    conditions: conditions.map((condition) => ({
      kind: condition.kind,
      label: labelOf(condition, facts),
      facts: condition.facts,
      state: stateOnCard(condition),
      said: condition.value,
      wanted: condition.need && writtenNeed(condition.need),
      statements: told.filter(({ fact }) => restsOn(condition, fact, facts)),
      ...placesBelow(places, pathOf(benefit, condition), quoted),
      quote: quoted.find(condition.quote),
    })),
    rows: rows.map((row) => rowOf(row, benefit.pays.indexOf(row.row), places, quoted)),
    closed: closed && { day: closed.day, quote: quoted.find(words) },
    reading: benefit.readings.join('；') || null,
    notes: sayNotes(result, NOTED),
  };
}

/** The reading stands in a field of its own. */
const NOTED = ['pool', 'at-least', 'once', 'keep-higher', 'no-end', 'unstated', 'service', 'vague'] as const;

type Facts = Library['knowledge']['facts'];

function labelOf({ need, facts: names, quote }: Condition, facts: Facts): string {
  if (need) return formatNeed(need, facts);
  return facts.get(names[0] ?? '')?.label ?? quote ?? '';
}

/** A statement of the fact itself, or of one that it follows from. */
const restsOn = ({ facts: names }: Condition, fact: string, facts: Facts): boolean =>
  names.some((name) => name === fact || (facts.has(name) && sourcesOf(name, facts).includes(fact)));

/** Where the condition's need stands below its benefit. */
function pathOf(benefit: Result['benefit'], { kind, need }: Condition): [string, number] | null {
  const lists: Partial<Record<Condition['kind'], readonly Need[]>> = {
    need: benefit.needs,
    presumed: benefit.presumes,
  };
  const list = lists[kind];
  return list && need ? [kind === 'need' ? 'needs' : 'presumes', list.indexOf(need)] : null;
}

function placesBelow(places: RulePlaces, path: [string, number] | null, quoted: Quoter) {
  const isBelow = (below: PropertyKey[]) => path !== null && below[0] === path[0] && below[1] === path[1];
  return {
    literals: places.literals
      .filter(({ path: below }) => isBelow(below))
      .map(
        ({ literal, bound, at }): TracedLiteral => ({
          written: literal.text,
          value: literal.value,
          kind: literal.kind,
          unit: literal.unit,
          bound,
          at: at && quoted.at(at),
        }),
      ),
    periods: places.periods
      .filter(({ path: below }) => isBelow(below))
      .map(({ from, to, at }): TracedPeriod => ({ from, to, at: at && quoted.at(at) })),
  };
}

const rowOf = (
  { row, truth, sum }: OpenRow,
  position: number,
  places: RulePlaces,
  quoted: Quoter,
): TracedRow => ({
  ...writtenRow(row),
  position,
  state: truth === 1 ? 'holds' : 'open',
  minYuan: sum.min,
  maxYuan: sum.max,
  literals: placesBelow(places, ['pays', position], quoted).literals,
});

type Quoter = ReturnType<typeof quoter>;

const quoter = (source: string) => {
  const at = ({ start, end }: TextSpan): Quoted => ({ start, end, text: source.slice(start, end) });
  return {
    at,
    find(words: string | null): Quoted | null {
      const place = words === null ? null : findQuote(source, words);
      return place && at(place);
    },
  };
};
