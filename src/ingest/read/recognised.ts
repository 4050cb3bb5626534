/** What a recogniser saw on a page → its lines. */
import { pageLines } from './rows.ts';

/** A line of a picture: its words, how sure the recogniser is (0 to 1), its four corners in pixels from the top left one on. */
export interface SeenLine {
  text: string;
  mean: number;
  box?: readonly (readonly [number, number])[];
}

/** Below this a line is marked. Clean print is read at 0.95 and more. */
const SURE = 0.9;

/** Lines in the order of reading; unsure ones begin with 【待核】. */
export function recognisedLines(seen: readonly SeenLine[]): string[] {
  return pageLines(
    seen.flatMap(({ text, mean, box }) => {
      const [from, right, , under] = box ?? [];
      if (!from || !right || !under || !text.trim()) return [];
      const height = Math.max(1, under[1] - from[1]);
      return [
        {
          text: mean < SURE ? `【待核】${text}` : text,
          x: from[0],
          y: from[1] + height,
          width: right[0] - from[0],
          height,
        },
      ];
    }),
  );
}
