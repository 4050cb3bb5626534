/** Retrieval: question → measures with a sureness, and why. Pure: today and the knowledge come in as arguments. */

export { normalise, spell, type Term, termsOf, wordsOf } from './analyse.ts';
export { writtenAs } from './asked-value.ts';
export { buildIndex, type Entry, type Index, nameOf, withoutDepartments } from './build-index.ts';
export { LIST_ALSO } from './cuts.ts';
export { type Finding, type FindOptions, find, type Refusal } from './find.ts';
export { foundShare, foundShareIn, shareInOneClause, wordFound } from './found-words.ts';
export { holding } from './holding.ts';
export { type Gist, gistOf, likeness, nearnessTo, type Wordings, wordingsOf } from './likeness.ts';
export { namesNoTopic } from './no-topic.ts';
export { type AskedPlace, areApart, type Relation, relationOf } from './places.ts';
export { explain, idfOf, type Reason } from './postings.ts';
export { asksForDocument, type Focus, focusesOf, isComparison } from './question-kind.ts';
export { type Ranked, weigh } from './rank.ts';
export { sentencesOf } from './sentences.ts';
export { readSmallTalk, type SmallTalk } from './small-talk.ts';
export { type KeptTables, tablesOf } from './tables.ts';
export { contentWords, objectWords } from './words.ts';
