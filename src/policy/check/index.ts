/** The knowledge check: no figure, day or quote enters the bot that does not stand in its document. */

import { type KnowledgeFile, parseKnowledgeFiles } from '../parse-knowledge.ts';
import type { PolicyFile } from '../parse-policy.ts';
import { gazetteerOf } from '../places/gazetteer.ts';
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
  const { knowledge, policies, placesByHand, lists, problems: unread, drafts } = parseKnowledgeFiles(files);
  const found = [
    ...unread,
    ...checkLists(knowledge, placesByHand, lists),
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

/** A policy's places are known ones, or zones that the document names so. */
function checkPlace({ policy, knowledge: { places }, fault }: Checked): Problem[] {
  const known = (name: string) =>
    places.length === 0 || gazetteerOf(places).find(name) !== null || policy.source.includes(name);
  return policy.places
    .filter((name) => !known(name))
    .map((name) => fault(['place'], '不是已知的地名，原文里也没有，请改正', name));
}
