/** Documents on their way to answering: brought in, looked over, changed, tried, signed, taken off. */
export { type Change, HEAD_FIELDS, type HeadField } from './changes.ts';
export { type DiffLine, differenceOf } from './difference.ts';
export { type DocumentLine, type DocumentStep, documentOf, listDocuments } from './documents.ts';
export { type Draft, editDraft, openDraft, type RevisionName } from './draft.ts';
export { toCheck } from './head.ts';
export { bringIn, dismissIntake, listIntake, MOST_FILE_BYTES } from './intake.ts';
export { createIntakeReader, type IntakeReader } from './intake-reader.ts';
export {
  type AnswerChange,
  type CaseChange,
  changedAnswers,
  changedCases,
  previewLibrary,
  problemWords,
  tryEnterprise,
  tryQuestion,
} from './preview.ts';
export { casesOfDraft } from './rule-cases.ts';
export { beginDraft, discardDraft, endDocument, restoreRevision, signDraft, tickDraft } from './sign.ts';
