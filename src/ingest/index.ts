/** The door of the ingest room: a file → its text → a draft of the document's structure, every value with its place in the text. */
export { draftYaml, saveDraft, slugOf } from './draft.ts';
export { type Found, type Ingested, type IngestedMeasure, ingestText, type Span } from './ingest-text.ts';
export { readDocument } from './read/index.ts';
export { describe, toJson } from './report.ts';
