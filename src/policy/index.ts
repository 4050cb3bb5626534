/** The door of the policy room: what the bot knows, how it is read from files and checked, and what its texts say. */
export { approvePolicy, endPolicy, type Written } from './approve.ts';
export {
  type Benefit,
  benefitSchema,
  type Need,
  type Pay,
  type PayRow,
  quoteOfNeed,
  type Test,
} from './benefit.ts';
export {
  type BenefitCases,
  caseProblem,
  casesPath,
  type Outcome,
  parseCases,
  type TickedCase,
} from './cases.ts';
export { readBenefit } from './check/benefit.ts';
export { checkKnowledge, checkPolicy } from './check/index.ts';
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
export { type Literal, literalOf, readLiteral } from './literal.ts';
export { type Bound, placesOfRule, type RulePlaces } from './literal-places.ts';
export {
  deadlineOf,
  idOf,
  isOfLaterYear,
  nameOf,
  type Subject,
  subjectOf,
} from './lookup.ts';
export { partsOf, testsOf } from './need.ts';
export { factsOfBenefit } from './own-facts.ts';
export { type KnowledgeFile, parseKnowledge, parseKnowledgeFiles } from './parse-knowledge.ts';
export { parsePolicy } from './parse-policy.ts';
export { factsOfPay } from './pay.ts';
export { PAY_WORDS } from './pay-schema.ts';
export { NATION, shortNameOf } from './places/divisions.ts';
export { type Gazetteer, gazetteerOf, type PlaceMention } from './places/gazetteer.ts';
export { type DocumentPlace, type DocumentText, placesOf } from './places/places-of.ts';
export type * from './policy.ts';
export { policySchema } from './policy-schema.ts';
export {
  cleanText,
  findQuote,
  isPageNumber,
  quoteFinder,
  readableSpan,
  sentencesOf,
  textReader,
} from './printed-text.ts';
export { describeProblem, type Problem } from './problem.ts';
export { type Responsible, readResponsible } from './responsible.ts';
export {
  type DocumentState,
  lastSigned,
  readApproval,
  type Step,
  type Steps,
  signedHash,
  stateOf,
  writeApproval,
} from './shelf/approval.ts';
export { replacedBy } from './shelf/relations.ts';
export {
  type Fault,
  keepOnly,
  nothingRead,
  type Shelf,
  type ShelfMemory,
  type Shelved,
  shelve,
} from './shelf/shelve.ts';
export { figureOfCell, saysMost, unitAbove } from './table-figures.ts';
export { type Table, type TableCell, type TableRow, tablesIn } from './tables.ts';
export { keepingUnticked, type Unticked } from './unticked.ts';
export { holidayName, isPublished, isWorkday, lastWorkdayOnOrBefore } from './workdays.ts';
export { yamlLibrary } from './yaml-library.ts';
