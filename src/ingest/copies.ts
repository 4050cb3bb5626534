/** A page that carries its text twice (once to be read, once to be printed) is read once. */

/** Blanks differ between two copies of one text. */
const BLANK = /\s/u;
/** Characters that are compared at a time. */
const PROBE = 40;
/** Places that are compared, however long the text. */
const MOST_PROBES = 60;
/** Shorter texts have no copy worth looking for. */
const LEAST = 600;
/** Of the first text, how much has to come again. */
const ENOUGH = 0.8;

/** The offset at which the copy begins, or the length of `source` when the text stands there once. */
export function copyFrom(source: string): number {
  const { text, at } = withoutBlanks(source);
  if (text.length < LEAST) return source.length;
  const probe = Math.floor(text.length / 4);
  const again = text.indexOf(text.slice(probe, probe + PROBE), probe + 1);
  if (again < text.length / 2) return source.length;
  let back = 0;
  while (back < probe && text[probe - back - 1] === text[again - back - 1]) back++;
  const first = probe - back;
  const copy = again - back;
  const isCopy = first < text.length * 0.1 && shared(text, first, copy) >= ENOUGH;
  return isCopy ? at[copy]! : source.length;
}

function withoutBlanks(source: string): { text: string; at: number[] } {
  const at: number[] = [];
  let text = '';
  for (let i = 0; i < source.length; i++)
    if (!BLANK.test(source[i]!)) {
      text += source[i];
      at.push(i);
    }
  return { text, at };
}

/** Which share of text[from, to) stands again behind `to`, by probes. */
function shared(text: string, from: number, to: number): number {
  const behind = text.slice(to);
  const step = Math.max(PROBE, Math.floor((to - from) / MOST_PROBES));
  let all = 0;
  let found = 0;
  for (let i = from; i + PROBE <= to; i += step, all++)
    if (behind.includes(text.slice(i, i + PROBE / 2))) found++;
  return all === 0 ? 0 : found / all;
}
