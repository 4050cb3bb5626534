/** What an enterprise gets of every benefit: from its own words or from a table of facts. The core of the `match` door. */
import type { Day, FactValue, Profile, Statement } from '../contract/index.ts';
import { evaluateAll, periodsOf, type Result, type Unplaced } from '../eligibility/index.ts';
import { profilesOf } from '../facts/index.ts';
import { readFacts, readUtterance, withoutNames } from '../language/index.ts';
import type { Knowledge } from '../policy/index.ts';
import { explainVerdict } from '../words/index.ts';

/** One line of the door's answer. Amounts in yuan; `missing` in the order of topics. */
export interface MatchedBenefit {
  measure: string;
  benefit: string;
  verdict: Result['verdict'];
  amountYuan: number | null;
  capYuan: number | null;
  missing: string[];
  quote: string;
  reason: string;
  /** How an ambiguous sentence was read, or the readings it allows. */
  readings: string[];
}

export function matchProfile(
  knowledge: Knowledge,
  profile: Profile,
  today: Day,
  unplaced: Unplaced = 'taken',
): MatchedBenefit[] {
  return evaluateAll(knowledge, profile, { today, unplaced }).map((result) => ({
    measure: result.measure.id,
    benefit: result.benefit.benefit,
    verdict: result.verdict,
    amountYuan: result.amountYuan,
    capYuan: result.capYuan,
    missing: result.verdict === 'ineligible' ? [] : result.missing,
    quote: result.benefit.quote,
    reason: explainVerdict(result, knowledge.facts),
    readings: result.benefit.readings,
  }));
}

/** The same of statements side by side: of several orders, projects and periods each is looked at, and the best counts. */
export function matchStatements(
  knowledge: Knowledge,
  statements: readonly Statement[],
  today: Day,
): MatchedBenefit[] {
  const [first = {}, ...others] = profilesOf(statements, knowledge.facts);
  return others.reduce(
    (best, profile) => matchProfile(knowledge, profile, today).map((one, i) => better(best[i]!, one)),
    matchProfile(knowledge, first, today),
  );
}

const RANK = { eligible: 2, unknown: 1, ineligible: 0 };

function better(one: MatchedBenefit, other: MatchedBenefit): MatchedBenefit {
  const byVerdict = RANK[other.verdict] - RANK[one.verdict];
  return byVerdict > 0 || (byVerdict === 0 && (other.amountYuan ?? 0) > (one.amountYuan ?? 0)) ? other : one;
}

/** What a text tells of an enterprise. */
export interface ToldByText {
  profile: Profile;
  /** Of each fact the clause that told it, in the text's own words. */
  words: Readonly<Record<string, string>>;
}

export function toldByText(knowledge: Knowledge, text: string, today: Day): ToldByText {
  const { facts, meanings, places } = knowledge;
  const utterance = readUtterance(text, { today });
  const reading = readFacts(withoutNames(utterance), {
    facts,
    meanings,
    places,
    today,
    periods: periodsOf(knowledge),
    leaning: true,
  });
  const told = Object.entries(reading.facts).filter(
    (entry): entry is [string, FactValue] => entry[1] !== null,
  );
  // The utterance may spell the text otherwise; where the places are the same, the words are the caller's own.
  const spoken = utterance.text.length === text.length ? text : utterance.text;
  const words = told.flatMap(([fact]) => {
    const span = reading.toldIn[fact];
    const clause = span ? spoken.slice(span.start, span.end).trim() : '';
    return [[fact, clause || text] as const];
  });
  return { profile: Object.fromEntries(told), words: Object.fromEntries(words) };
}

/** The facts that a text tells, as a profile. */
export const profileOfText = (knowledge: Knowledge, text: string, today: Day): Profile =>
  toldByText(knowledge, text, today).profile;
