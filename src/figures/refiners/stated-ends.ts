import { type AmountDraft, type Draft, isAmount } from '../draft.ts';
import { type Refiner, traced } from './refiner.ts';

/** （含300，不含1000）, （不含1000万元）, （均含本数）behind a bound or a range. */
const BRACKET = /^ ?\((?<said>[^()]{0,40})\)/u;
/** A bracket repeats two ends at the most; a little more is looked at for non-figures between. */
const MOST_FIGURES = 4;
const CLAUSE = /(?:以上|以下|上限|下限|均|都|其中)?(?<not>不)?(?:包)?含(?<what>[^,，、;；和及不]{0,16})/gu;

/** What a bracket behind a bound says of its ends: （含300，不含1000）. Its figures only repeat the ends. */
export const statedEnds: Refiner = {
  name: 'stated-ends',
  refine(drafts, { text }) {
    let bracketEnd = 0;
    return drafts.filter((draft, index) => {
      if (draft.start < bracketEnd) return false;
      if (isAmount(draft) && draft.value === undefined) {
        const behind = drafts.slice(index + 1, index + 1 + MOST_FIGURES);
        if (readBracket(draft, behind, text)) bracketEnd = draft.end;
      }
      return true;
    });
  },
};

/** True where a bracket was read, which then belongs to the draft. */
function readBracket(draft: AmountDraft, behind: readonly Draft[], text: string): boolean {
  const bracket = BRACKET.exec(text.slice(draft.end, draft.end + 44));
  if (!bracket) return false;
  const clauses = [...bracket.groups!.said!.matchAll(CLAUSE)];
  if (clauses.length === 0) return false;
  const from = draft.end + bracket[0].indexOf('(') + 1;
  for (const clause of clauses) {
    const start = from + clause.index;
    const end = start + clause[0].length;
    const figure = behind.find((other) => isAmount(other) && other.start >= start && other.end <= end);
    const exclusive = clause.groups!.not !== undefined;
    for (const side of ['min', 'max'] as const) {
      if (draft[side] === undefined) continue;
      if (figure && !(isAmount(figure) && repeats(figure, draft, draft[side]))) continue;
      draft[`${side}Exclusive`] = exclusive;
    }
  }
  traced(draft, 'stated-ends').end += bracket[0].length;
  return true;
}

/** 300 of （含300）, 1000万元 of （不含1000万元）. */
const repeats = (figure: AmountDraft, draft: AmountDraft, end: number): boolean =>
  figure.value === end || (figure.number !== null && figure.number.lo * draft.factor === end);
