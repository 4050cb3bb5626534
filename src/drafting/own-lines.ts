/** '（一）申报材料' in a line of its own inside a measure: reading runs it into the first sentence below, whose words it is none of. */
import { type Passage, slice } from './passage.ts';

/** A number and a few words, and nothing that ends or goes on. */
const HEADING =
  /^[^\S\n]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、)[^\S\n]*[\p{Script=Han}A-Za-z“”、《》]{2,20}$/u;

/** Each such line ends a statement. */
export function withOwnLines(passage: Passage, source: string): Passage {
  const { at } = passage;
  const ends = new Set(linesIn(source, at[0] ?? 0, at.at(-1) ?? -1));
  const cuts = at.flatMap((place, i) =>
    ends.has(place) && passage.text[i + 1] !== '\n' && i + 1 < at.length ? [i + 1] : [],
  );
  const parts = [0, ...cuts].map((from, i) => slice(passage, from, cuts[i]));
  return {
    text: parts.map(({ text }) => text).join('\n'),
    at: parts.flatMap((part, i) => (i === 0 ? part.at : [part.at[0]! - 1, ...part.at])),
  };
}

/** Where the last character of each such line stands. */
function linesIn(source: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let start = from; start <= to; ) {
    const end = source.indexOf('\n', start);
    if (end < 0 || end > to) break;
    const line = source.slice(start, end).trimEnd();
    if (HEADING.test(line)) found.push(start + line.length - 1);
    start = end + 1;
  }
  return found;
}
