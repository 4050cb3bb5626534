/** Scores replies of the `ask` door against questions.dev.jsonl. */
import type { Answer } from '../../../src/words/answer/index.ts';
import { says, saysExpired } from './words.ts';

export interface QuestionCase {
  id: string;
  question: string;
  kind: 'answer' | 'deadline' | 'department' | 'overview' | 'none' | 'smalltalk';
  /** Measure ids or document numbers that answer it. */
  gold: string[];
  must?: string[];
  today?: string | null;
}

export interface QuestionScore {
  recall1: number;
  recall3: number;
  refusedOfUnanswerable: number;
  refusedOfReal: number;
  /** Of unanswerable ones: answered as if known. Must be 0. */
  answeredUnanswerable: number;
  must: number;
  /** Of real ones: answered without a menu … and of those: right. */
  atOnce: number;
  atOnceRight: number;
  expiredSaid: number;
  lengthP95: number;
}

const documentOf = (id: string) => id.split('#')[0]!;
const hits = (id: string, gold: string[]) =>
  gold.some((wanted) => (wanted.includes('#') ? wanted === id : wanted === documentOf(id)));
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** `expired(document, day)`: whether the document's time is over on that day. */
export function scoreQuestions(
  cases: QuestionCase[],
  answers: Answer[],
  expired: (document: string, day: string | null) => boolean,
): QuestionScore {
  const rows = cases.map((wanted, place) => ({
    wanted,
    got: answers[place]!,
    rank: rankOf(wanted, answers[place]!),
  }));
  const finding = rows.filter(({ wanted }) => ['answer', 'deadline', 'department'].includes(wanted.kind));
  const unanswerable = rows.filter(({ wanted }) => wanted.kind === 'none');
  const real = rows.filter(({ wanted }) => !['none', 'smalltalk'].includes(wanted.kind));
  const must = real.filter(({ wanted }) => (wanted.must ?? []).length > 0);
  const atOnce = finding.filter(({ got }) => ['answer', 'deadline', 'department'].includes(got.kind));
  const over = finding.filter(
    ({ wanted, got }) => got.measures[0] && expired(documentOf(got.measures[0].id), wanted.today ?? null),
  );
  const lengths = rows.map(({ got }) => [...got.text].length).sort((a, b) => a - b);
  return {
    recall1: share(finding.filter(({ rank }) => rank === 1).length, finding.length),
    recall3: share(finding.filter(({ rank }) => rank >= 1 && rank <= 3).length, finding.length),
    refusedOfUnanswerable: share(
      unanswerable.filter(({ got }) => got.kind === 'none').length,
      unanswerable.length,
    ),
    refusedOfReal: share(real.filter(({ got }) => got.kind === 'none').length, real.length),
    answeredUnanswerable: unanswerable.filter(
      ({ got }) => !['none', 'clarify', 'smalltalk'].includes(got.kind),
    ).length,
    must: share(
      must.filter(({ wanted, got }) => wanted.must!.every((words) => says(got.text, words))).length,
      must.length,
    ),
    atOnce: share(atOnce.length, finding.length),
    atOnceRight: share(atOnce.filter(({ rank }) => rank === 1).length, atOnce.length),
    expiredSaid: share(over.filter(({ got }) => saysExpired(got.text)).length, over.length),
    lengthP95: lengths[Math.floor(lengths.length * 0.95)] ?? 0,
  };
}

/** Place of the first right measure, from 1; 0 when none is right. A reply about a whole document may carry no measure. */
function rankOf(wanted: QuestionCase, got: Answer): number {
  if (got.measures.length === 0)
    return wanted.gold.some((id) => !id.includes('#') && says(got.text, id)) ? 1 : 0;
  return got.measures.findIndex(({ id }) => hits(id, wanted.gold)) + 1;
}
