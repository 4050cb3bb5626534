/** The door of the policy room: what the bot knows, how it is read from files, and what its texts say. */
export type { Benefit, Need, Pay, PayRow, Test } from './benefit.ts';
export {
  type Closing,
  closesWhen,
  type Deadline,
  type DeadlineKind,
  deadlinesOf,
  NEAR_DAYS,
  type Standing,
  standingOn,
} from './deadlines.ts';
export type { Fact } from './fact.ts';
export type { Literal } from './literal.ts';
export { type KnowledgeFile, parseKnowledge, parseKnowledgeFiles } from './parse-knowledge.ts';
export { NATION, shortNameOf } from './places/divisions.ts';
export { type Gazetteer, gazetteerOf, type PlaceMention } from './places/gazetteer.ts';
export { type DocumentPlace, type DocumentText, placesOf } from './places/places-of.ts';
export type * from './policy.ts';
export { cleanText, findQuote, quoteFinder, sentencesOf, textReader } from './printed-text.ts';
export { describeProblem, type Problem } from './problem.ts';
