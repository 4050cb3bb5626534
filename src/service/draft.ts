/** A document's text → its structure, with the benefits that its clauses state. A draft: it answers nothing. */

const UNNAMED = 'document';

/** The shape of `draft FILE --json` and `ingest --json` put together. */
export interface DraftedDocument {
  number: string | null;
  title: string | null;
  measures: { id: string; title: string; benefits: { grade: string; [part: string]: unknown }[] }[];
  [part: string]: unknown;
}

export async function draft({
  text,
  name = UNNAMED,
}: {
  text: string;
  name?: string | undefined;
}): Promise<DraftedDocument> {
  // Few processes read documents: the readers are loaded by the first that does.
  const { benefitJson, draftDocument } = await import('../drafting/index.ts');
  const { ingestText, slugOf, toJson } = await import('../ingest/index.ts');
  const ingested = ingestText(text, { name });
  const structure = toJson(ingested, slugOf(ingested, name));
  const drafts = draftDocument(text, ingested.measures, { issued: ingested.issued?.value ?? null });
  const byPlace = [...drafts.values()];
  return {
    ...structure,
    measures: structure.measures.map((measure, place) => ({
      ...measure,
      benefits: (byPlace[place] ?? []).map((benefit) => ({ ...benefitJson(benefit) })),
    })),
  };
}
