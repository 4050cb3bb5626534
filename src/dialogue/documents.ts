/** Whether words stand in one of the documents: then they are the document's, whoever pastes them. */
import { lettersOf, type StandsIn } from '../language/index.ts';
import { type Entry, holding, type Index } from '../retrieval/index.ts';

/** Letters of the entries that were looked into: as long as the index lives. */
const read = new WeakMap<Entry, string>();

/** The title, and what is said under it; of a document, its head and tail. */
function lettersOfEntry(entry: Entry): string {
  let letters = read.get(entry);
  if (letters === undefined) {
    letters = lettersOf(
      entry.kind === 'measure'
        ? `${entry.measure.title}\n${entry.measure.clause.text}`
        : `${entry.policy.title}\n${entry.text}`,
    );
    read.set(entry, letters);
  }
  return letters;
}

export const standsInDocumentsOf =
  (index: Index): StandsIn =>
  (letters) =>
    holding(index, letters).some((entry) => lettersOfEntry(entry).includes(letters));
