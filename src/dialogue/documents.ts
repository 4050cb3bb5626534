/** Whether words stand in one of the documents: then they are the document's, whoever pastes them. */
import { lettersOf, type StandsIn } from '../language/index.ts';
import type { Knowledge } from '../policy/index.ts';

const made = new WeakMap<Knowledge, StandsIn>();

export function standsInDocumentsOf(knowledge: Knowledge): StandsIn {
  let standsIn = made.get(knowledge);
  if (!standsIn) {
    let all: string | undefined;
    standsIn = (letters) => {
      // As it stands in the source, and as it reads without the page numbers.
      all ??= knowledge.policies
        .flatMap(({ source, clauses, measures }) => [
          source,
          ...[...clauses, ...measures.map(({ clause }) => clause)].map(({ text }) => text),
        ])
        .map(lettersOf)
        .join('\n');
      return all.includes(letters);
    };
    made.set(knowledge, standsIn);
  }
  return standsIn;
}
