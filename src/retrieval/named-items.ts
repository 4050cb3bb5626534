/** The items that a question names by number: 58号文第二条, 保障措施第一条. */
import type { Policy } from '../policy/index.ts';
import { normalise } from './analyse.ts';
import type { Index } from './build-index.ts';
import type { Ranked } from './rank.ts';

/** 三、保障措施 → 保障措施 */
function bareChapter(chapter: string): string {
  return chapter.replace(/^[^、.．]{1,4}[、.．]\s*/u, '');
}

export function itemsOf(index: Index, documents: Policy[], items: string[], question: string): Ranked[] {
  // 58号文第二条和81号文第一条: an item of each.
  const paired = documents.length > 1 && documents.length === items.length;
  return documents.flatMap((policy, at) =>
    (paired ? [items[at]!] : items).flatMap((item) => {
      // 保障措施第一条: numbered anew within the chapter named.
      const inChapter = policy.measures.find(
        ({ chapter, number }) =>
          chapter && number.endsWith(`-${item}`) && question.includes(normalise(bareChapter(chapter))),
      );
      const position = index.positions.get(inChapter?.id ?? `${policy.number}#${item}`);
      if (position === undefined) return [];
      return [{ position, entry: index.entries[position]!, score: 1, share: 1, alias: 1, nearest: null }];
    }),
  );
}
