/** 未答与疑问: what people asked and did not get, alike ones together, and what an officer does about them. */
import { randomUUID } from 'node:crypto';
import { type Day, UserError } from '../../contract/index.ts';
import { find, gistOf, likeness, nameOf } from '../../retrieval/index.ts';
import type { Addition, Contact, Exchange, Store } from '../../store/index.ts';
import { answer, inboxWords as words } from '../../words/index.ts';
import type { Library } from '../library.ts';
import { type Actor, note } from '../officers/index.ts';
import { type OwnAnswer, ownAnswerTo } from './additions.ts';
import { openTicketFor } from './hand-over.ts';

export interface QuestionGroup {
  /** The one that was asked most. */
  question: string;
  /** All wordings, the most frequent first. */
  questions: string[];
  ids: string[];
  channels: string[];
  last: number;
  outcomes: Exchange['outcome'][];
  /** What was wrong, as people say. */
  reasons: string[];
  /** Measures that lie nearest, best first. */
  nearest: { id: string; label: string }[];
}

const LOOK_BACK_MS = 90 * 86_400_000;
const MOST_ROWS = 1_000;
const MOST_GROUPS = 100;
const ALIKE = 0.6;
const MOST_NEAREST = 6;

/** Those that wait for an officer: the most asked first. */
export async function openQuestions(store: Store, library: Library, today: Day): Promise<QuestionGroup[]> {
  const since = store.now() - LOOK_BACK_MS;
  const rows = await store.transaction(({ exchanges }) =>
    exchanges.since(since, { limit: MOST_ROWS, onlyOpen: true }),
  );
  return grouped(rows)
    .slice(0, MOST_GROUPS)
    .map((group) => ({ ...group, nearest: nearestTo(library, group.question, today) }));
}

export const countOpenQuestions = (store: Store): Promise<number> =>
  store.transaction(
    async ({ exchanges }) =>
      (await exchanges.since(store.now() - LOOK_BACK_MS, { limit: MOST_ROWS, onlyOpen: true })).length,
  );

/** Each joins the group whose first question it is most alike. */
export function grouped(rows: readonly Exchange[]): Omit<QuestionGroup, 'nearest'>[] {
  const groups: { gist: ReturnType<typeof gistOf>; rows: Exchange[] }[] = [];
  for (const row of rows) {
    const gist = gistOf(row.text);
    const near = groups
      .map((group) => ({ group, score: likeness(gist, group.gist) }))
      .reduce<{ group: (typeof groups)[number]; score: number } | null>(
        (best, one) => (one.score >= ALIKE && one.score > (best?.score ?? 0) ? one : best),
        null,
      );
    if (near) near.group.rows.push(row);
    else groups.push({ gist, rows: [row] });
  }
  return groups
    .map(({ rows: some }) => {
      const counts = new Map<string, number>();
      for (const { text } of some) counts.set(text, (counts.get(text) ?? 0) + 1);
      const questions = [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
      return {
        question: questions[0]!,
        questions,
        ids: some.map(({ id }) => id),
        channels: [...new Set(some.map(({ channel }) => channel))],
        last: Math.max(...some.map(({ at }) => at)),
        outcomes: [...new Set(some.map(({ outcome }) => outcome))],
        reasons: [...new Set(some.flatMap(({ reason }) => (reason ? [reason] : [])))],
      };
    })
    .sort((one, other) => other.ids.length - one.ids.length || other.last - one.last);
}

function nearestTo({ index }: Library, question: string, today: Day): QuestionGroup['nearest'] {
  const { ranked } = find(index, question, { today });
  return ranked
    .flatMap(({ entry }) =>
      entry.kind === 'measure' ? [{ id: entry.measure.id, label: nameOf(entry) }] : [],
    )
    .slice(0, MOST_NEAREST);
}

export type Handling =
  | { kind: 'alias'; about: string }
  | { kind: 'answer'; text: string }
  | { kind: 'ask'; text: string }
  | { kind: 'ticket'; department: string }
  | { kind: 'dismissed'; comment: string };

const MOST_QUESTIONS = 20;
const LONGEST_QUESTION = 200;

/** One click for a whole group. What was added answers within seconds and becomes a case that is replayed. */
export const handleQuestions = (
  store: Store,
  { ids, handling, library }: { ids: readonly string[]; handling: Handling; library: Library },
  actor: Actor,
): Promise<void> =>
  store.transaction(async (records) => {
    const found: Exchange[] = [];
    for (const id of ids) {
      const one = await records.exchanges.get(id);
      if (one && one.handled === null && one.text !== '') found.push(one);
    }
    if (found.length === 0) throw new UserError(words.handledAlready);
    const questions = [...new Set(found.map(({ text }) => text.trim().slice(0, LONGEST_QUESTION)))].slice(
      0,
      MOST_QUESTIONS,
    );
    const at = store.now();
    const addition = additionOf(handling, questions, library, { by: actor.name, at });
    if (addition) await records.additions.add(addition);
    if (handling.kind === 'ticket') await openTicketFor(records, found[0]!, handling.department, at);
    await records.exchanges.handle(
      found.map(({ id }) => id),
      { handled: handling.kind, by: actor.name, at },
    );
    await note(records, actor, at, {
      action: `question.${handling.kind}`,
      subject: questions[0] ?? '',
      after: 'text' in handling ? handling.text : 'about' in handling ? handling.about : null,
      comment: 'comment' in handling ? handling.comment : null,
    });
  });

function additionOf(
  handling: Handling,
  questions: string[],
  { knowledge }: Library,
  who: { by: string; at: number },
): Addition | null {
  const base = { id: randomUUID(), questions, about: null, answer: null, ...who };
  switch (handling.kind) {
    case 'alias': {
      const { about } = handling;
      if (!knowledge.policies.some(({ measures }) => measures.some(({ id }) => id === about)))
        throw new UserError(words.noMeasure(about));
      return { ...base, kind: 'alias', about };
    }
    case 'answer':
    case 'ask': {
      const text = handling.text.trim();
      if (text === '') throw new UserError(words.emptyAnswer);
      return { ...base, kind: handling.kind, answer: text };
    }
    default:
      return null;
  }
}

export const listAdditions = (store: Store): Promise<Addition[]> =>
  store.transaction(({ additions }) => additions.list());

export const removeAddition = (store: Store, id: string, actor: Actor): Promise<void> =>
  store.transaction(async (records) => {
    const one = (await records.additions.list()).find((addition) => addition.id === id);
    if (!one) throw new UserError(words.handledAlready);
    const at = store.now();
    await records.additions.remove(id, at);
    await note(records, actor, at, {
      action: 'question.undo',
      subject: one.questions[0] ?? '',
      before: one.answer ?? one.about,
    });
  });

export interface Replayed {
  question: string;
  addition: Addition;
  /** It still gets what the officer gave it. */
  holds: boolean;
}

/** Every question that was handled, asked again of this library. */
export function replayQuestions(
  library: Library & { ownAnswers: readonly OwnAnswer[] },
  additions: readonly Addition[],
  today: Day,
): Replayed[] {
  return additions.flatMap((addition) =>
    addition.questions.map((question) => ({
      question,
      addition,
      holds: holds(library, question, addition, today),
    })),
  );
}

function holds(
  library: Library & { ownAnswers: readonly OwnAnswer[] },
  question: string,
  addition: Addition,
  today: Day,
): boolean {
  if (addition.kind !== 'alias')
    return ownAnswerTo(library, question, 'refused', today)?.answer.id === addition.id;
  const { measures, options } = answer(library.index, question, { today });
  return [...measures, ...options].some(({ id }) => id === addition.about);
}

/** What a contact thinks of an answer. False: it is none of this contact's. */
export const judgeAnswer = (
  store: Store,
  contact: Contact,
  { id, feedback, reason }: { id: string; feedback: 'good' | 'bad'; reason: string },
): Promise<boolean> =>
  store.transaction(({ exchanges }) =>
    exchanges.judge(id, contact, { feedback, reason: reason.trim().slice(0, LONGEST_QUESTION) || null }),
  );

const LAST_QUESTIONS = 500;

/** What people asked last, and every question that was handled: what a change of a document is tried on. */
export const questionsToTry = (store: Store): Promise<string[]> =>
  store.transaction(async ({ exchanges, additions }) => [
    ...new Set([
      ...(await additions.list()).flatMap(({ questions }) => questions),
      ...(await exchanges.lastQuestions(LAST_QUESTIONS)),
    ]),
  ]);
