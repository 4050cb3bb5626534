/** What anyone may ask of the library, each (library, input) → result. Nothing is stored, and the same input always gives the same. */
import { createHash } from 'node:crypto';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { Day } from '../contract/index.ts';
import { evaluateBeforehand } from '../eligibility/index.ts';
import { placesOfRule } from '../policy/index.ts';
import { type Answer, answer } from '../words/index.ts';
import { type Enterprise, enterpriseOf, type ToldEnterprise } from './enterprise.ts';
import type { Library } from './library.ts';
import { type MatchedBenefit, matchProfile, matchStatements } from './match.ts';
import { type Proof, prove } from './proof.ts';

export type Answered = Answer & { version: string };

export interface Question {
  question: string;
  today: Day;
  /** What is being talked about: a measure id or a document's number. */
  about?: string | undefined;
}

export function ask({ index, version }: Library, { question, today, about }: Question): Answered {
  return { version, ...answer(index, question, { today, context: about }) };
}

export type EnterpriseQuestion = ToldEnterprise & {
  today: Day;
  /** Numbers of documents; without them all. */
  policies?: readonly string[] | undefined;
  /** One measure's id. */
  measure?: string | undefined;
};

interface Told extends Pick<Enterprise, 'statements' | 'ignored'> {
  version: string;
  today: Day;
}

export function match(
  { knowledge, version }: Library,
  asked: EnterpriseQuestion,
): Told & { results: MatchedBenefit[] } {
  const { today } = asked;
  const { profile, statements, ignored, unplaced } = enterpriseOf(knowledge, asked, today);
  const all =
    'statements' in asked
      ? matchStatements(knowledge, statements, today)
      : matchProfile(knowledge, profile, today, unplaced);
  const results = all.filter(({ measure }) => isAsked(asked, measure));
  return { version, today, statements, ignored, results };
}

export interface TracedPolicy {
  number: string;
  /** SHA-256 of the source as received, hexadecimal. */
  sourceHash: string;
}

/** The proofs of what `match` says, with the hash of each source that they point into. */
export function trace(
  library: Library,
  asked: EnterpriseQuestion,
): Told & { policies: TracedPolicy[]; proofs: Proof[] } {
  const { today } = asked;
  const { knowledge, version } = library;
  const enterprise = enterpriseOf(knowledge, asked, today);
  const proofs = prove(library, { enterprise, today, only: ({ measure }) => isAsked(asked, measure.id) });
  const policies = knowledge.policies
    .filter(({ measures }) => measures.some(({ id }) => proofs.some(({ measure }) => measure === id)))
    .map(({ number, source }) => ({ number, sourceHash: createHash('sha256').update(source).digest('hex') }));
  const { statements, ignored } = enterprise;
  return { version, today, statements, ignored, policies, proofs };
}

const isAsked = ({ policies, measure }: EnterpriseQuestion, id: string): boolean =>
  (measure === undefined || measure === id) &&
  (policies === undefined || policies.includes(id.slice(0, id.lastIndexOf('#'))));

/** Of a full shelf the rest is left to whoever asks first. */
const MOST_ASKED_BEFOREHAND = 20;

/**
 * The first question to a library pays for what is made once of it (what can be heard, the proofs' places in each document): half a second,
 * and more the fuller the shelf. Asked beforehand by the program itself, nobody waits for it: others are let in between the pieces.
 */
export async function askBeforehand(library: Library, today: Day, stopping?: AbortSignal): Promise<void> {
  for (const _ of piecesBeforehand(library, today)) {
    await letOthersIn();
    if (stopping?.aborted) return;
  }
}

/** What is done at once, up to the next yield, takes milliseconds but for the hearing. */
export function* piecesBeforehand({ knowledge }: Library, today: Day): Generator<void, void> {
  const newest = knowledge.policies.slice(0, MOST_ASKED_BEFOREHAND);
  const text = newest[0]?.title;
  if (text === undefined) return;
  yield;
  const { unplaced } = enterpriseOf(knowledge, { text }, today);
  yield;
  yield* evaluateBeforehand(knowledge, { today, unplaced });
  for (const { source, issued, measures } of newest)
    for (const { benefits } of measures) {
      for (const benefit of benefits) placesOfRule(source, benefit, issued?.day ?? null);
      yield;
    }
}
