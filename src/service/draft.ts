/** A document's text → its structure, with the rules that its clauses state. A draft: it answers nothing. */
import type { Library } from './library.ts';

const UNNAMED = 'document';

/** A benefit as `draft --json` has it, with the cases that a person judges it by. */
export interface DraftedBenefit {
  grade: 'A' | 'B' | 'C';
  cases: string[];
  [part: string]: unknown;
}

/** The shape of `draft FILE --json` and `ingest --json` put together. */
export interface DraftedDocument {
  number: string | null;
  title: string | null;
  measures: { id: string; title: string; benefits: DraftedBenefit[] }[];
  /** Facts that the rules need and nothing declares yet. */
  facts: { fact: string; [part: string]: unknown }[];
  [part: string]: unknown;
}

export async function draft(
  { knowledge }: Pick<Library, 'knowledge'>,
  { text, name = UNNAMED }: { text: string; name?: string | undefined },
): Promise<DraftedDocument> {
  // Few processes read documents: the readers are loaded by the first that does.
  const { draftReport } = await import('./draft-report.ts');
  const { ingestText, slugOf, toJson } = await import('../ingest/index.ts');
  const ingested = ingestText(text, { name });
  const structure = toJson(ingested, slugOf(ingested, name));
  const { measures, facts } = draftReport(text, ingested.measures, {
    number: ingested.number?.value ?? slugOf(ingested, name),
    issued: ingested.issued?.value ?? null,
    shared: knowledge.facts,
    clauses: ingested.clauses,
  });
  return {
    ...structure,
    measures: structure.measures.map((measure, place) => ({
      ...measure,
      benefits: (measures[place]?.benefits ?? []).map((benefit) => ({ ...benefit })),
    })),
    facts: facts.map((fact) => ({ ...fact })),
  };
}
