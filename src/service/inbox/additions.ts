/** What officers added beside the documents, as a library answers with it: more ways of asking, and answers of their own. Pure. */
import { type Day, shanghaiDay } from '../../contract/index.ts';
import type { Knowledge } from '../../policy/index.ts';
import { type Index, nearnessTo, type Wordings, wordingsOf } from '../../retrieval/index.ts';
import type { Addition } from '../../store/index.ts';
import type { ReplyKind } from '../reply-kind.ts';

/** An answer in an office's own words: never the document's. */
export interface OwnAnswer {
  id: string;
  kind: 'answer' | 'ask';
  text: string;
  by: string;
  on: Day;
  /** The question that it was written for. */
  question: string;
  wordings: Wordings;
}

export interface FoundAnswer {
  answer: OwnAnswer;
  /** Not the same question, but one like it: told as such. */
  similar: boolean;
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

export const ownAnswersOf = (additions: readonly Addition[], index: Index): OwnAnswer[] =>
  additions.flatMap(({ id, kind, answer, by, at, questions }) =>
    kind === 'alias' || answer === null
      ? []
      : [
          {
            id,
            kind,
            text: answer,
            by,
            on: shanghaiDay(at),
            question: questions[0] ?? '',
            wordings: wordingsOf(index, questions, shanghaiDay(at)),
          },
        ],
  );

/**
 * How near a question has to come to one that was answered (beside a menu it is told, and the menu stays). Where the documents have an answer, only the
 * same question again takes its place: an officer has found that answer wrong. Fitted on 36 paraphrases of 12 handled questions, of which
 * no question of another of the twelve came nearer than 0.2.
 */
const NEAR: Record<ReplyKind, number> = { refused: 0.25, menu: 0.25, answered: 0.95, 'handed-over': 2 };
/** Below, it is told as an answer to a question like it. */
const SAME = 0.7;
/** The next answer has to lie further off. */
const APART = 1.5;

/** The nearest of the office's own answers; null where none is near enough, or two are. */
export function ownAnswerTo(
  { ownAnswers, index }: { ownAnswers: readonly OwnAnswer[]; index: Index },
  question: string,
  kind: ReplyKind,
  today: Day,
): FoundAnswer | null {
  if (ownAnswers.length === 0 || NEAR[kind] > 1) return null;
  const nearness = nearnessTo(index, today, question);
  const [best, next] = ownAnswers
    .map((answer) => ({ answer, ...nearness(answer.wordings) }))
    .sort((one, other) => other.all - one.all);
  if (!best || best.all < NEAR[kind]) return null;
  if (next && best.all < SAME && next.all * APART > best.all) return null;
  return { answer: best.answer, similar: best.words < SAME };
}
