import type { Draft } from '../draft.ts';

/** Of readings that overlap the longer stays; of equally long ones the non-figure, then the moment, then the earlier reader. */
export function resolveOverlaps(drafts: Draft[]): Draft[] {
  const ranked = drafts.map((draft, order) => ({ draft, order }));
  ranked.sort(
    (a, b) =>
      a.draft.start - b.draft.start ||
      b.draft.end - a.draft.end ||
      rank(a.draft) - rank(b.draft) ||
      a.order - b.order,
  );
  const kept: Draft[] = [];
  for (const { draft } of ranked) {
    const last = kept.at(-1);
    if (!last || draft.start >= last.end) {
      kept.push(draft);
    } else if (length(draft) > length(last) || (length(draft) === length(last) && rank(draft) < rank(last))) {
      kept[kept.length - 1] = draft;
    }
  }
  return kept;
}

const length = (draft: Draft): number => draft.end - draft.start;
const rank = (draft: Draft): number =>
  draft.kind === 'nothing' ? 0 : draft.kind === 'moment' ? 1 : draft.kind === 'number' ? 3 : 2;
