/** The knowledge check: no figure, day or quote enters the bot that does not stand in its document. */
import { type KnowledgeFile, parseKnowledgeFiles } from '../parse-knowledge.ts';
import type { PolicyFile } from '../parse-policy.ts';
import type { Knowledge } from '../policy.ts';
import type { Problem } from '../problem.ts';
import { checkFacts } from './facts.ts';
import { checkLists } from './lists.ts';
import { checkLiterals } from './literals.ts';
import { checkQuotes } from './quotes.ts';
import { type Check, type Checked, checked } from './report.ts';
import { checkRows } from './rows.ts';
import { checkStructure } from './structure.ts';

const CHECKS: readonly Check[] = [
  checkQuotes,
  checkLiterals,
  checkFacts,
  checkRows,
  checkStructure,
  checkPlace,
];

export interface Checkup {
  problems: Problem[];
  /** What a draft still has to be mended in before it can be approved. */
  draftProblems: Problem[];
  /** What was checked. */
  counts: { policies: number; drafts: number; measures: number; benefits: number };
}

/** Everything that is wrong in the files of a knowledge folder. */
export function checkKnowledge(files: readonly KnowledgeFile[]): Checkup {
  const { knowledge, policies, lists, problems: unread, drafts } = parseKnowledgeFiles(files);
  const found = [
    ...unread,
    ...checkLists(knowledge, lists),
    ...policies.flatMap((file) => checkPolicy(file, knowledge)),
  ];
  const measures = policies.flatMap(({ policy }) => policy.measures);
  return {
    problems: found.filter(({ file }) => !drafts.has(file)),
    draftProblems: found.filter(({ file }) => drafts.has(file)),
    counts: {
      policies: knowledge.policies.length,
      drafts: drafts.size,
      measures: measures.length,
      benefits: measures.flatMap(({ benefits }) => benefits).length,
    },
  };
}

/** What is wrong in one policy; `knowledge` gives the declared facts and places. */
export function checkPolicy(file: PolicyFile, knowledge: Knowledge): Problem[] {
  const one = checked(file, knowledge);
  return CHECKS.flatMap((check) => check(one));
}

/** Where there is a list of places, a policy's own place is in it. */
function checkPlace({ policy, knowledge: { places }, fault }: Checked): Problem[] {
  const known =
    places.length === 0 || policy.place === null || places.some(({ name }) => name === policy.place);
  return known ? [] : [fault(['place'], '没有列在 places.yaml 里，请补上', policy.place)];
}
