/** The ids of measures: each one's own number, where numbering restarts the chapter's before it. */
import type { OrdinalKind } from './ordinal.ts';
import type { Item } from './outline.ts';

/**
 * The number of each measure: its own, and chapter-number where the numbering restarted ('3-1'). Deeper down the section above
 * it stands for the chapter, and where those restart too the measures are counted through the chapter. Where the numbers go on
 * from chapter to chapter they belong to the items that bear them, and a section beside those that is a measure itself is '2-1'.
 * Where most sections are measures themselves, as in a call for applications, the numbers are theirs: 第三条 is what stands under 三、,
 * and the third item of a section that is divided is '1-3'.
 */
export function numberMeasures(measures: readonly Item[]): string[] {
  const used = new Set<string>();
  const numbers = new Map<Item, string>();
  const give = (item: Item, choices: readonly string[]) => {
    const free = choices.find((number) => !used.has(number)) ?? firstFree(item.ordinal.value, used);
    used.add(free);
    numbers.set(item, free);
  };
  const throughout = countedThroughout(measures);
  const sections = throughout === null && areSections(measures) ? measures.filter(isSection) : [];
  for (const item of sections) give(item, [String(item.ordinal.value)]);
  const inChapter = new Map<Item, number>();
  const counted = new Map(
    measures.map((item) => {
      const chapter = chapterOf(item);
      const count = (inChapter.get(chapter) ?? 0) + 1;
      inChapter.set(chapter, count);
      return [item, `${chapter.ordinal.value}-${count}`] as const;
    }),
  );
  const told = sectionsToldApart(measures);
  const path = (item: Item) => (item.parent?.parent && !told.has(item.parent) ? [] : [pathOf(item)]);
  const restarted = new Map<Item | null, boolean>();
  const begunAgain = new Set<Item>();
  let highest = 0;
  for (const item of throughout ?? (sections.length > 0 ? [] : measures)) {
    const { value } = item.ordinal;
    // Once the numbers of a chapter began again, those of its later sections are the chapter's too.
    const chapter = chapterOf(item);
    if (!restarted.has(item.parent)) restarted.set(item.parent, value <= highest || begunAgain.has(chapter));
    if (restarted.get(item.parent)) begunAgain.add(chapter);
    highest = Math.max(highest, value);
    const own = restarted.get(item.parent) ? [] : [String(value)];
    give(item, [...own, ...path(item), counted.get(item)!]);
  }
  for (const item of measures) if (!numbers.has(item)) give(item, [...path(item), counted.get(item)!]);
  return measures.map((item) => numbers.get(item)!);
}

/** More sections are measures themselves than are divided into measures. */
function areSections(measures: readonly Item[]): boolean {
  const divided = new Set(measures.flatMap(({ parent }) => parent ?? []));
  return divided.size > 0 && measures.filter(isSection).length > divided.size;
}
const isSection = ({ parent }: Item): boolean => parent === null;

/** The measures whose numbers go on over several chapters, when most do. */
function countedThroughout(measures: readonly Item[]): Item[] | null {
  const sizes = new Map<OrdinalKind, number>();
  for (const { ordinal } of measures) sizes.set(ordinal.kind, (sizes.get(ordinal.kind) ?? 0) + 1);
  const main = [...sizes].sort((one, other) => other[1] - one[1])[0]?.[0];
  const items = measures.filter(({ ordinal }) => ordinal.kind === main);
  const goesOn = items.every(({ ordinal }, i) => i === 0 || ordinal.value > items[i - 1]!.ordinal.value);
  // A text whose items bear the numbers 1, 2, 3 … before the first of these has the first claim on them: these are of a text behind it.
  const before = measures.slice(0, measures.indexOf(items[0]!));
  if (before.length > 1 && before.every(({ ordinal }, i) => ordinal.value === i + 1)) return null;
  if (items.length * 2 <= measures.length) return null;
  return goesOn && new Set(items.map(({ parent }) => parent)).size > 1 ? items : null;
}

/** Sections deeper down, of chapters where no other section or measure bears the number of one of them. */
function sectionsToldApart(measures: readonly Item[]): Set<Item> {
  const sections = new Set(measures.flatMap(({ parent }) => parent ?? []));
  const numberOf = ({ ordinal }: Item) => `${ordinal.kind} ${ordinal.value}`;
  const bearers = Map.groupBy(new Set([...sections, ...measures]), numberOf);
  const alike = [...sections].filter((section) => bearers.get(numberOf(section))!.length > 1);
  // Of one chapter all are named the same way.
  const chapters = new Set(alike.map(chapterOf));
  return new Set([...sections].filter((section) => !chapters.has(chapterOf(section))));
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
