/** The stretches of a document after an officer has moved one: measures keep theirs, and what no measure holds stands in clauses. */
import type { Pair, PolicyData } from './policy-text.ts';

/** Without blanks at its ends. */
export function trimmed(source: string, [start, end]: Pair): Pair {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(source[from]!)) from += 1;
  while (to > from && /\s/u.test(source[to - 1]!)) to -= 1;
  return [from, to];
}

/** Takes a stretch out of the clauses: one that holds more than it is parted. */
export function cutOutOfClauses(data: PolicyData, source: string, [start, end]: Pair): PolicyData {
  const clauses = (data.clauses ?? []).flatMap((clause) => {
    const [from, to] = clause.span;
    if (to <= start || from >= end) return [clause];
    const before = trimmed(source, [from, Math.max(from, start)]);
    const behind = trimmed(source, [Math.min(to, end), to]);
    const parts = [before, behind].filter(([one, other]) => one < other);
    return parts.map((span, i) => ({ ...clause, span, ...(i > 0 && clause.aliases && { aliases: [] }) }));
  });
  return { ...data, clauses };
}

/** What was a measure is a clause of the body. */
export const asClause = (data: PolicyData, span: Pair): PolicyData => ({
  ...data,
  clauses: [...(data.clauses ?? []), { name: 'body', span }].sort(
    (one, other) => one.span[0] - other.span[0],
  ),
});

/** The chapter that a stretch stands in, from 1; null before the first. */
export function chapterAt({ chapters = [] }: PolicyData, start: number): number | null {
  const index = chapters.findLastIndex(({ span }) => span[0] < start);
  return index < 0 ? null : index + 1;
}
