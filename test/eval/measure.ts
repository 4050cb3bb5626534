/** Runs the development sets through the bot and gives every figure by name: what `npm run verify` prints and floor.json holds. */

import { readFileSync } from 'node:fs';
import type { Profile } from '../../src/contract/index.ts';
import { readFigures } from '../../src/figures/index.ts';
import type { Knowledge } from '../../src/policy/policy.ts';
import { buildIndex } from '../../src/retrieval/index.ts';
import { createApp } from '../../src/service/app.ts';
import { matchProfile, profileOfText } from '../../src/service/index.ts';
import { openStore } from '../../src/store/index.ts';
import { answer } from '../../src/words/answer/index.ts';
import { draftedKnowledge } from '../support/drafted-knowledge.ts';
import { shippedKnowledge, shippedMind } from '../support/shipped.ts';
import { type DialogueCase, faultsOf } from './score/dialogues.ts';
import { type DraftedCase, scoreDrafted } from './score/drafted.ts';
import { type EligibilityCase, scoreEligibility } from './score/eligibility.ts';
import { type FigureCase, figuresRight } from './score/figures.ts';
import { type QuestionCase, scoreQuestions } from './score/questions.ts';
import { scoreTurns } from './score/turns.ts';
import { readTurns } from './turns.ts';

/** The day on which questions without a day of their own are asked: all dated documents are past. */
const ASKED_ON = '2026-11-20';

/** One figure: `better` says which way is good, so that a floor can be held. */
export interface Measured {
  set: string;
  name: string;
  cases: number;
  value: number;
  better: 'higher' | 'lower';
  unit: 'share' | 'count';
}

function readSet<T>(file: string): T[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

export async function measureAll(): Promise<Measured[]> {
  const knowledge = shippedKnowledge();
  return [
    ...measureQuestions(knowledge, 'questions.dev.jsonl'),
    ...measureQuestions(knowledge, 'questions.own.jsonl'),
    // Written by people who had not seen the bot answer; kept since.
    ...measureQuestions(knowledge, 'questions.blind.jsonl'),
    ...measureQuestions(knowledge, 'questions.blind2.jsonl'),
    ...measureFigures(),
    ...measureEligibility(knowledge),
    ...measureDrafted(),
    ...(await measureDialogues(knowledge)),
    ...measureTurns(),
  ];
}

/** Written by readers who had not seen the bot answer; the weights of staying were fitted on them. */
function measureTurns(): Measured[] {
  const turns = readTurns();
  const score = scoreTurns(turns, shippedMind());
  return [
    ['goes on with what is in hand', score.hand],
    ['answers from the one that is meant', score.other],
  ].map(([name, value]) => ({
    set: 'turns.own.jsonl',
    name: name as string,
    cases: turns.length,
    value: value as number,
    better: 'higher',
    unit: 'share',
  }));
}

function measureQuestions(knowledge: Knowledge, set: string): Measured[] {
  const cases = readSet<QuestionCase>(set);
  const index = buildIndex(knowledge);
  const answers = cases.map(({ question, today }) => answer(index, question, { today: today ?? ASKED_ON }));
  const expired = (number: string, day: string | null) => {
    const policy = knowledge.policies.find((one) => one.number === number);
    const last = policy?.applyBy?.day ?? policy?.validUntil?.day;
    return last !== undefined && (day ?? ASKED_ON) > last;
  };
  const score = scoreQuestions(cases, answers, expired);
  const share = (name: string, value: number): Measured => ({
    set,
    name,
    cases: cases.length,
    value,
    better: 'higher',
    unit: 'share',
  });
  const count = (name: string, value: number): Measured => ({
    set,
    name,
    cases: cases.length,
    value,
    better: 'lower',
    unit: 'count',
  });
  return [
    share('Recall@1', score.recall1),
    share('Recall@3', score.recall3),
    share('unanswerable refused', score.refusedOfUnanswerable),
    { ...share('real questions refused', score.refusedOfReal), better: 'lower' },
    count('unanswerable answered at once', score.answeredUnanswerable),
    share('required words shown', score.must),
    share('answered without a menu', score.atOnce),
    share('… and of those right', score.atOnceRight),
    share('expired said', score.expiredSaid),
    count('length p95 (characters)', score.lengthP95),
  ];
}

function measureFigures(): Measured[] {
  const set = 'figures.dev.jsonl';
  const cases = readSet<FigureCase>(set);
  const rows = cases.map((wanted) => ({
    wanted,
    right: figuresRight(wanted, readFigures(wanted.text, { ref: wanted.ref })),
  }));
  const of = (name: string, some: typeof rows): Measured => ({
    set,
    name,
    cases: some.length,
    value: some.filter(({ right }) => right).length / some.length,
    better: 'higher',
    unit: 'share',
  });
  return [
    of('values right', rows),
    of(
      '… of hard cases',
      rows.filter(({ wanted }) => wanted.tags?.includes('hard')),
    ),
    of(
      '… of what is no figure',
      rows.filter(({ wanted }) => wanted.expect.length === 0),
    ),
  ];
}

function measureEligibility(knowledge: Knowledge): Measured[] {
  const set = 'eligibility.dev.jsonl';
  const cases = readSet<EligibilityCase>(set);
  const results = cases.map(({ via, profile, profileText, today }) => {
    const known = via === 'text' ? profileOfText(knowledge, profileText, today) : (profile as Profile);
    return matchProfile(knowledge, known, today);
  });
  const score = scoreEligibility(cases, results);
  const one = (
    name: string,
    value: number,
    better: Measured['better'],
    unit: Measured['unit'],
  ): Measured => ({ set, name, cases: cases.length, value, better, unit });
  return [
    one('verdicts right', score.verdicts, 'higher', 'share'),
    one('stated amounts right', score.amounts, 'higher', 'share'),
    one('invented amounts', score.inventedAmounts, 'lower', 'count'),
    one('false promises', score.falsePromises, 'lower', 'count'),
  ];
}

/** Invented documents that went through reading, drafting and approval untouched; the messages were written before any answer was seen. */
function measureDrafted(): Measured[] {
  const set = 'drafted.own.jsonl';
  const cases = readSet<DraftedCase>(set);
  const documents = [...new Set(cases.map(({ document }) => document))];
  const texts = documents.map((name) => [
    name,
    readFileSync(new URL(`drafted/${name}.txt`, import.meta.url), 'utf8'),
  ]);
  const knowledge = draftedKnowledge(Object.fromEntries(texts));
  const results = cases.map(({ text, today }) =>
    matchProfile(knowledge, profileOfText(knowledge, text, today), today),
  );
  const score = scoreDrafted(cases, results);
  const one = (
    name: string,
    value: number,
    better: Measured['better'],
    unit: Measured['unit'],
  ): Measured => ({ set, name, cases: cases.length, value, better, unit });
  return [
    one('told right', score.right, 'higher', 'share'),
    one('stated amounts right', score.amountsRight, 'higher', 'share'),
    one('wrong amounts', score.wrongAmounts, 'lower', 'count'),
    one('false promises', score.falsePromises, 'lower', 'count'),
  ];
}

async function measureDialogues(knowledge: Knowledge): Promise<Measured[]> {
  const set = 'dialogues.dev.jsonl';
  const cases = readSet<DialogueCase>(set);
  const question = (fact: string) => knowledge.facts.get(fact)?.question ?? '';
  const turns: boolean[] = [];
  let whole = 0;
  for (const { id, today, turns: said } of cases) {
    const store = await openStore({ memory: true });
    const app = createApp({ knowledge, store, clock: { now: () => Date.parse(`${today}T09:00:00+08:00`) } });
    const right: boolean[] = [];
    for (const [place, { user, expect }] of said.entries()) {
      const eventId = `${id}-${place}`;
      const who = { channel: 'eval', conversationId: id, senderId: id, isGroup: false, addressedToBot: true };
      const handled = await app.answer({ ...who, text: user, eventId, receivedAt: app.clock.now() });
      right.push(faultsOf(expect, handled, question).length === 0);
    }
    await store.close();
    turns.push(...right);
    if (right.every(Boolean)) whole += 1;
  }
  const one = (name: string, count: number, value: number): Measured => ({
    set,
    name,
    cases: count,
    value,
    better: 'higher',
    unit: 'share',
  });
  return [
    one('turns right', turns.length, turns.filter(Boolean).length / turns.length),
    one('conversations wholly right', cases.length, whole / cases.length),
  ];
}
