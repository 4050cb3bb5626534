/** The door of the ingest room: a file → its text → a draft of the document's structure, every value with its place in the text. */
export { draftYaml, saveDraft, slugOf } from './draft.ts';
export type { Found } from './found.ts';
export { ingestText } from './ingest-text.ts';
export type { Ingested, IngestedMeasure, Span } from './ingested.ts';
export { giveWay } from './read/give-way.ts';
export {
  isPlainText,
  isZipOfDocuments,
  type Packed,
  READABLE_ENDINGS,
  type ReadFile,
  readDocument,
  readDocuments,
  recogniseDocument,
  type Unpacked,
  unpackZip,
} from './read/index.ts';
export { limitWork } from './read/working-time.ts';
export { describe, toJson } from './report.ts';
