/** What of a message stands word for word in a document on the shelf: pasted, and told of nobody. */
import type { Stretch } from './clauses.ts';

/** Only letters, Chinese characters and digits are compared. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Whether the letters stand in a document. */
export type StandsIn = (letters: string) => boolean;

/** A single clause so long is not said by chance in a document's words; several in a row may be shorter. */
const LONGEST_BY_CHANCE = 17;
const SHORTEST_RUN = 20;

/** The stretches that are pasted: runs of neighbours that stand together in a document. Only what is long enough is looked for. */
export function pastedStretches(stretches: readonly Stretch[], standsIn: StandsIn): ReadonlySet<Stretch> {
  const pasted = new Set<Stretch>();
  for (let first = 0; first < stretches.length; ) {
    let run = '';
    let end = first;
    for (; end < stretches.length; end++) {
      const longer = run + lettersOf(stretches[end]!.text);
      if (longer.length > LONGEST_BY_CHANCE && !standsIn(longer)) break;
      run = longer;
    }
    const enough = end - first > 1 ? run.length >= SHORTEST_RUN : run.length > LONGEST_BY_CHANCE;
    if (enough) for (const stretch of stretches.slice(first, end)) pasted.add(stretch);
    first = enough ? end : first + 1;
  }
  return pasted;
}
