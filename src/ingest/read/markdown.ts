/** Markdown as received, but that a table of policies or questions, or a guide set as one, becomes numbered items, as in every other format. */
import { tableItems } from './table.ts';

const ROW = /^\s*\|.*\|\s*$/u;
/** '|---|:---:|' between the header and the rows. */
const RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$/u;

export function readMarkdown(text: string): string {
  const lines = text.split('\n');
  const made: string[] = [];
  for (let i = 0; i < lines.length; ) {
    let to = i;
    while (to < lines.length && ROW.test(lines[to]!)) to++;
    const table = lines.slice(i, to);
    if (table.length === 0) made.push(lines[i++]!);
    else {
      made.push(...(tableItems(table.filter((line) => !RULE.test(line)).map(cellsOf)) ?? table));
      i = to;
    }
  }
  return made.join('\n');
}

/** '| 甲 | **乙** |' → 甲, 乙; a bar behind a backslash is part of the words. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll(/\*\*|\\(?=\|)|<br\s*\/?>/giu, ' ').trim());
