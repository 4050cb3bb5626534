/** The meanings that several words share (knowledge/core/meanings.yaml), made ready for hearing. Compiled once for a list. */
import type { Meanings } from '../../facts/index.ts';
import { withoutOverlaps, wordFinder } from '../find-words.ts';

export interface Language {
  /** The words with a meaning where they stand in a text, the longest of those that overlap. */
  find: (text: string) => { start: number; end: number; meaning: string }[];
  /** 纳入 of 纳入统计 does something to what follows, and does not say which of its kind it is. */
  isAct: (meaning: string) => boolean;
  /** Of these the status alone is told: 我们是省级绿色工厂. */
  isAward: (meaning: string) => boolean;
  /** 购置, 认定: says nothing without what is bought; 投产 and 验收 do. */
  needsObject: (meaning: string) => boolean;
  /** 合同, 设备: of so many things that alone it names none. */
  isBroad: (word: string) => boolean;
  /** 研发 of 研发工作站: says which of its kind a thing is. */
  qualifies: (meaning: string) => boolean;
  /** The same with all words for one thing (same-things.yaml) as one: for what is compared within one benefit. */
  wide: () => Language;
}

const languages = new WeakMap<Meanings, Language>();

export function languageOf(meanings: Meanings): Language {
  let language = languages.get(meanings);
  if (!language) {
    language = compiled(meanings);
    languages.set(meanings, language);
  }
  return language;
}

/** The things that the meanings have no words for: a word that has a meaning keeps it, and gives it to its line. */
function widened(meanings: Meanings): Meanings {
  const { deeds, awards, whole, things, same = [] } = meanings;
  const known = new Map(
    [...deeds, ...awards, ...whole, ...things].flatMap((line) =>
      line.map((word) => [word, line[0]!] as const),
    ),
  );
  const more = same.flatMap((line) => {
    const given = new Set(line.flatMap((word) => known.get(word) ?? []));
    if (given.size > 1) return [];
    const [meaning = line[0]!] = given;
    return [[meaning, ...line.filter((word) => !known.has(word))]];
  });
  return { ...meanings, things: [...things, ...more] };
}

const firsts = (lines: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(lines.map(([meaning]) => meaning!));

function compiled(meanings: Meanings): Language {
  const { deeds, awards, whole, things } = meanings;
  let wide: Language | undefined;
  const lines = [...deeds, ...awards, ...whole, ...things];
  const words = lines.flat();
  const meaningOf = new Map(lines.flatMap((line) => line.map((word) => [word, line[0]!] as const)));
  const findWords = wordFinder(words);
  const [broad, qualifying] = [new Set(meanings.broad), new Set(meanings.qualifying)];
  const [ofDeeds, ofAwards, ofWhole] = [firsts(deeds), firsts(awards), firsts(whole)];
  return {
    find: (text) =>
      withoutOverlaps(findWords(text), text.length).map(({ start, end, word }) => ({
        start,
        end,
        meaning: meaningOf.get(words[word]!)!,
      })),
    isAct: (meaning) => ofDeeds.has(meaning) || ofAwards.has(meaning) || ofWhole.has(meaning),
    isAward: (meaning) => ofAwards.has(meaning),
    needsObject: (meaning) => ofDeeds.has(meaning) || ofAwards.has(meaning),
    isBroad: (word) => broad.has(word),
    qualifies: (meaning) => qualifying.has(meaning),
    wide: () => {
      wide ??= compiled(widened(meanings));
      return wide;
    },
  };
}
