import { isAmount } from '../draft.ts';
import { type Refiner, traced } from './refiner.ts';

/** （含）, (不含), （含本数）, （含100人）, 含 */
const INCLUSION = /^ ?\((?<not>不)?(?:包)?含(?:[^()]{0,8})\)/u;

/** 100人（含）, 200万元（不含）以下: decides whether the bound it stands in includes the figure. */
export const inclusion: Refiner = {
  name: 'inclusion',
  refine(drafts, { text }) {
    return drafts.filter((draft, index) => {
      const owner = drafts[index - 1];
      // （含100人）repeats the figure before it.
      if (
        isAmount(draft) &&
        owner &&
        isAmount(owner) &&
        owner.included !== undefined &&
        draft.start < owner.end
      )
        return false;
      if (!isAmount(draft)) return true;
      const match = INCLUSION.exec(text.slice(draft.end, draft.end + 14));
      if (match) {
        draft.included = match.groups!.not === undefined;
        traced(draft, 'inclusion').end += match[0].length;
      }
      return true;
    });
  },
};
