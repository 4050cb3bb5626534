/** What officers added beside the documents, as a library answers with it: more ways of asking, and answers of their own. Pure. */
import { type Day, shanghaiDay } from '../../contract/index.ts';
import type { Knowledge } from '../../policy/index.ts';
import { type Gist, gistOf, likeness } from '../../retrieval/index.ts';
import type { Addition } from '../../store/index.ts';
import type { ReplyKind } from '../reply-kind.ts';

/** An answer in an office's own words: never the document's. */
export interface OwnAnswer {
  id: string;
  kind: 'answer' | 'ask';
  text: string;
  by: string;
  on: Day;
  gists: readonly Gist[];
}

/** The measures with the ways of asking that were added to them. */
export function withAliases(knowledge: Knowledge, additions: readonly Addition[]): Knowledge {
  const added = Map.groupBy(
    additions.filter(({ kind }) => kind === 'alias'),
    ({ about }) => about,
  );
  if (added.size === 0) return knowledge;
  const policies = knowledge.policies.map((policy) => {
    if (!policy.measures.some(({ id }) => added.has(id))) return policy;
    return {
      ...policy,
      measures: policy.measures.map((measure) => {
        const more = (added.get(measure.id) ?? []).flatMap(({ questions }) => questions);
        return more.length === 0
          ? measure
          : { ...measure, aliases: [...new Set([...measure.aliases, ...more])] };
      }),
    };
  });
  return { ...knowledge, policies };
}

export const ownAnswersOf = (additions: readonly Addition[]): OwnAnswer[] =>
  additions.flatMap(({ id, kind, answer, by, at, questions }) =>
    kind === 'alias' || answer === null
      ? []
      : [{ id, kind, text: answer, by, on: shanghaiDay(at), gists: questions.map(gistOf) }],
  );

/**
 * How alike a question has to be to one that was answered. Where the documents have an answer, only the same question again takes its place:
 * an officer has found that answer wrong.
 */
const ALIKE: Record<ReplyKind, number> = { refused: 0.5, menu: 0.75, answered: 0.95, 'handed-over': 2 };

/** The nearest of the office's own answers; null where none is near enough. */
export function ownAnswerTo(
  answers: readonly OwnAnswer[],
  question: string,
  kind: ReplyKind,
): OwnAnswer | null {
  if (answers.length === 0) return null;
  const gist = gistOf(question);
  let best: { answer: OwnAnswer; score: number } | null = null;
  for (const answer of answers)
    for (const other of answer.gists) {
      const score = likeness(gist, other);
      if (score > (best?.score ?? 0)) best = { answer, score };
    }
  return best && best.score >= ALIKE[kind] ? best.answer : null;
}
