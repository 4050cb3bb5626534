import { type AmountDraft, isAmount } from '../draft.ts';
import { readNumberAt } from '../number/read-number.ts';
import { readAmount } from '../readers/amounts.ts';
import { type Refiner, type Scene, traced } from './refiner.ts';

/** （含）, (不含), （含本数）, （含100人）, 含 */
const INCLUSION = /^ ?\((?<not>不)?(?:包)?含(?:[^(),，、;；]{0,8})\)/u;
/** As far as a unit may reach behind the bracket. */
const UNIT_REACH = 8;

/** 100人（含）, 200万元（不含）以下, 200（含）万元: decides whether the bound it stands in includes the figure. */
export const inclusion: Refiner = {
  name: 'inclusion',
  refine(drafts, scene) {
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
      const match = INCLUSION.exec(scene.text.slice(draft.end, draft.end + 14));
      if (match) {
        draft.included = match.groups!.not === undefined;
        const end = draft.end + match[0].length;
        if (draft.kind === 'number') takeUnitBehind(draft, end, scene);
        draft.end = Math.max(draft.end, end);
        traced(draft, 'inclusion');
      }
      return true;
    });
  },
};

/** 200（不含）万元: the numeral is read again with the unit that stands behind the bracket. */
function takeUnitBehind(draft: AmountDraft, bracketEnd: number, { text }: Scene): void {
  const written = text.slice(draft.start, draft.end);
  const words = `${written}${text.slice(bracketEnd, bracketEnd + UNIT_REACH)}`;
  const number = readNumberAt(words, 0);
  const again = number && readAmount(number, words);
  if (!again || again.end <= written.length) return;
  const { start } = draft;
  const end = bracketEnd + again.end - written.length;
  delete draft.value;
  Object.assign(draft, again, { start, end, trace: [...draft.trace, ...again.trace] });
}
