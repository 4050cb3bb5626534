import type { Draft } from '../draft.ts';
import type { Asked } from '../figure.ts';
import type { MomentContext } from '../moments/read-moment.ts';

/** What a refiner may look at besides the drafts. */
export interface Scene {
  text: string;
  moments: MomentContext;
  asked: Asked | undefined;
}

/** Takes the drafts in the order of the text and answers the ones that are left, bound or joined. */
export interface Refiner {
  name: string;
  refine(drafts: Draft[], scene: Scene): Draft[];
}

/** The text between two drafts. */
export const between = (text: string, a: Draft, b: Draft): string => text.slice(a.end, b.start);

/** A draft marked with the refiner that changed it. */
export function traced<T extends Draft>(draft: T, name: string): T {
  draft.trace = [...draft.trace, name];
  return draft;
}

/** Joins neighbours: `join` answers the one that takes the place of both, or null to leave them. */
export function joinNeighbours(
  drafts: Draft[],
  join: (first: Draft, second: Draft) => Draft | null,
): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const both = last ? join(last, draft) : null;
    if (both) joined[joined.length - 1] = both;
    else joined.push(draft);
  }
  return joined;
}
