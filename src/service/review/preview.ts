/** What would answer if a draft were in force: to be asked, to be an enterprise before, and to be compared with what answers now. */
import { type Day, UserError } from '../../contract/index.ts';
import { givensOf } from '../../drafting/index.ts';
import { evaluate } from '../../eligibility/index.ts';
import {
  approvePolicy,
  type Benefit,
  describeProblem,
  nothingRead,
  type Outcome,
  type Policy,
  type ShelfMemory,
} from '../../policy/index.ts';
import type { Revision, Store } from '../../store/index.ts';
import { answer, sayCase } from '../../words/index.ts';
import type { Library } from '../library.ts';
import { type MatchedBenefit, matchProfile, profileOfText } from '../match.ts';
import { ask } from '../questions.ts';
import { buildLibrary, type ShelfLibrary } from '../shelf/library.ts';
import { coreOf } from './core.ts';
import { type Draft, filesWithLists } from './draft.ts';

/** What was read for one preview serves the next. */
const memory: ShelfMemory = nothingRead();
const kept = new Map<string, ShelfLibrary>();
const MOST_KEPT = 3;
const PREVIEWER = '预览';

/** The library as it would be. Throws UserError where the draft cannot be signed as it stands. */
export async function previewLibrary(
  store: Store,
  knowledge: string | undefined,
  draft: Draft,
  today: Day,
): Promise<ShelfLibrary> {
  const core = coreOf(knowledge);
  const { stored, additions, version } = await store.transaction(async ({ shelf, additions }) => ({
    stored: await shelf.answering(),
    additions: await additions.list(),
    version: await shelf.version(),
  }));
  const key = `${draft.slug} ${draft.seen} ${version} ${core.files.length}`;
  const found = kept.get(key);
  if (found) return found;
  const { 'approval.yaml': _, ...files } = draft.files;
  const { text } = approvePolicy(filesWithLists(core, draft.slug, files), draft.slug, {
    on: today,
    by: PREVIEWER,
  });
  const signed: Revision = {
    document: draft.slug,
    number: 0,
    state: 'in-force',
    files: { ...files, 'approval.yaml': text },
    originalName: null,
    address: null,
    createdAt: 0,
    createdBy: PREVIEWER,
  };
  const others = stored.filter(({ document }) => document !== draft.slug);
  const library = buildLibrary(core.files, [...others, signed], memory, additions);
  const fault = library.faults.find(({ slug }) => slug === draft.slug);
  if (fault) throw new UserError(fault.reason);
  kept.set(key, library);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return library;
}

export const tryQuestion = (library: Library, question: string, today: Day) =>
  ask(library, { question, today });

/** What an enterprise gets of one document, by its own words. */
export const tryEnterprise = (
  { knowledge }: Library,
  { text, slug }: { text: string; slug: string },
  today: Day,
): MatchedBenefit[] => {
  const policies = knowledge.policies.filter((policy) => policy.slug === slug);
  return matchProfile({ ...knowledge, policies }, profileOfText(knowledge, text, today), today);
};

export interface CaseChange {
  measure: string;
  benefit: string;
  /** Null: the benefit is not there. */
  before: string | null;
  after: string | null;
}

export interface AnswerChange {
  question: string;
  before: string;
  after: string;
}

const MOST_CHANGES = 200;

/** What enterprises would get otherwise: each telling case of the old and of the new rules, computed by both. */
export function changedCases(now: Library, next: Library, slug: string): CaseChange[] {
  const before = policyOf(now, slug);
  const after = policyOf(next, slug);
  const facts = new Map([...now.knowledge.facts, ...next.knowledge.facts]);
  const keys = new Set([...benefitsOf(before).keys(), ...benefitsOf(after).keys()]);
  const changes = [...keys].flatMap((key): CaseChange[] => {
    const old = benefitsOf(before).get(key);
    const fresh = benefitsOf(after).get(key);
    const [measure = '', benefit = ''] = key.split('\0');
    const givens = [...(old ? givensOf(old, facts) : []), ...(fresh ? givensOf(fresh, facts) : [])];
    const distinct = [...new Map(givens.map((given) => [JSON.stringify(given), given])).values()];
    const lines = distinct.flatMap((given): CaseChange[] => {
      const said = (policy: Policy | null, one: Benefit | undefined) =>
        policy && one ? sayCase(given, outcomeOf(one, given, policy, facts), facts) : null;
      const [one, other] = [said(before, old), said(after, fresh)];
      return one === other ? [] : [{ measure, benefit, before: one, after: other }];
    });
    return lines.slice(0, old && fresh ? undefined : 1);
  });
  return changes.slice(0, MOST_CHANGES);
}

const policyOf = ({ knowledge }: Library, slug: string): Policy | null =>
  knowledge.policies.find((policy) => policy.slug === slug) ?? null;

const benefitsOf = (policy: Policy | null): Map<string, Benefit> =>
  new Map(
    policy?.measures.flatMap(({ number, benefits }) =>
      benefits.map((benefit): [string, Benefit] => [`${number}\0${benefit.benefit}`, benefit]),
    ) ?? [],
  );

/** Dates aside: a case is about conditions and sums. */
function outcomeOf(
  benefit: Benefit,
  given: ReturnType<typeof givensOf>[number],
  policy: Policy,
  facts: Library['knowledge']['facts'],
): Outcome {
  const undated = { ...policy, validFrom: null, validUntil: null, applyBy: null, successors: [] };
  const { verdict, amountYuan, capYuan } = evaluate({ ...benefit, until: null }, given, {
    policy: undated,
    today: policy.issued?.day ?? '2000-01-01',
    facts,
  });
  return { verdict, yuan: amountYuan, capYuan: amountYuan === null ? capYuan : null };
}

/** The questions that would be answered otherwise. */
export function changedAnswers(
  now: Library,
  next: Library,
  questions: readonly string[],
  today: Day,
): AnswerChange[] {
  return [...new Set(questions)].flatMap((question): AnswerChange[] => {
    const before = answer(now.index, question, { today });
    const after = answer(next.index, question, { today });
    return before.text === after.text ? [] : [{ question, before: before.text, after: after.text }];
  });
}

export const problemWords = (draft: Draft): string[] =>
  draft.problems.map((problem) => describeProblem({ ...problem, file: '', line: null }).trim());
