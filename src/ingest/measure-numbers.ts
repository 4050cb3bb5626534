/** The ids of measures: each one's own number, where numbering restarts the chapter's before it. */
import type { OrdinalKind } from './ordinal.ts';
import type { Item } from './outline.ts';

/**
 * The number of each measure, in their order. Those of the kind of numbering that most measures have keep their own, and get
 * chapter-number where it restarted ('3-1'). A section among them that holds no such items is '4-1', an item below them
 * '2-3': parent and own. Where those meet too, the measures are counted through the chapter.
 */
export function numberMeasures(measures: readonly Item[]): string[] {
  const main = mainKind(measures);
  const used = new Set<string>();
  const numbers = new Map<Item, string>();
  const give = (item: Item, choices: readonly string[]) => {
    const free = choices.find((number) => !used.has(number)) ?? firstFree(item.ordinal.value, used);
    used.add(free);
    numbers.set(item, free);
  };
  const inChapter = new Map<Item, number>();
  const counted = new Map(
    measures.map((item) => {
      const chapter = chapterOf(item);
      const count = (inChapter.get(chapter) ?? 0) + 1;
      inChapter.set(chapter, count);
      return [item, `${chapter.ordinal.value}-${count}`] as const;
    }),
  );
  const restarted = new Map<Item | null, boolean>();
  let highest = 0;
  const ofMain = measures.filter(({ ordinal }) => ordinal.kind === main);
  for (const item of ofMain) {
    const { value } = item.ordinal;
    if (!restarted.has(item.parent)) restarted.set(item.parent, value <= highest);
    highest = Math.max(highest, value);
    const own = restarted.get(item.parent) ? [] : [String(value)];
    give(item, [...own, pathOf(item), counted.get(item)!]);
  }
  for (const item of measures)
    if (!numbers.has(item)) give(item, [pathOf(item), counted.get(item)!]);
  return measures.map((item) => numbers.get(item)!);
}

/** The kind of numbering of most measures; of two as frequent ones the outer. */
function mainKind(measures: readonly Item[]): OrdinalKind | undefined {
  const sizes = new Map<OrdinalKind, number>();
  for (const { ordinal } of measures) sizes.set(ordinal.kind, (sizes.get(ordinal.kind) ?? 0) + 1);
  return [...sizes].sort((one, other) => other[1] - one[1])[0]?.[0];
}

/** '3-2': the second item of the third section; '3-1' a section that is a measure itself. */
const pathOf = ({ ordinal: { value }, parent }: Item): string =>
  parent ? `${parent.ordinal.value}-${value}` : `${value}-1`;

function chapterOf(item: Item): Item {
  let top = item;
  while (top.parent) top = top.parent;
  return top;
}

function firstFree(value: number, used: ReadonlySet<string>): string {
  for (let n = 2; ; n++) if (!used.has(`${value}-${n}`)) return `${value}-${n}`;
}
