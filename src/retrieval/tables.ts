/**
 * What an index makes of its texts: tables of numbers, nearly all of the work of building it. They can be kept, and an index of the same
 * texts be built from them without reading any.
 */
import type { AliasTables } from './aliases.ts';
import type { Term } from './analyse.ts';
import type { Postings } from './postings.ts';
import { growingTermIds } from './term-ids.ts';

export interface Tables {
  text: Postings;
  aliases: AliasTables;
}

/** Plain values. */
export interface KeptTables {
  /** How many entries. */
  size: number;
  /** In the order of their numbers. */
  terms: readonly Term[];
  step: number;
  text: Pick<Postings, 'starts' | 'documents' | 'impacts' | 'idf'>;
  aliases: AliasTables;
}

export function tablesOf({ text, aliases }: Tables): KeptTables {
  const { size, termIds, step, starts, documents, impacts, idf } = text;
  const { entries, norms, starts: aliasStarts, holders } = aliases;
  return {
    size,
    terms: [...termIds.keys()],
    step,
    text: { starts, documents, impacts, idf },
    aliases: { entries, norms, starts: aliasStarts, holders },
  };
}

export function tablesFromKept({ size, terms, step, text, aliases }: KeptTables): Tables {
  const termIds = growingTermIds();
  for (const term of terms) termIds.put(term);
  return { text: { ...text, size, step, termIds, scratch: new Float32Array(size) }, aliases };
}
