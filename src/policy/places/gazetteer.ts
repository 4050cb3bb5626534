/** Places by name and by what they lie in, and where a text names them. */
import { candidatesOf } from '../../contract/index.ts';
import type { Place } from '../policy.ts';
import { NATION, shortNameOf } from './divisions.ts';

export interface PlaceMention {
  place: Place;
  /** UTF-16 offsets; end is exclusive. */
  start: number;
  end: number;
  /** Written so that it can hardly be anything else; else a short name that is also a common word or another place's. */
  certain: boolean;
  /** The whole name, not a short one. */
  formal: boolean;
}

export interface Gazetteer {
  find(name: string): Place | null;
  /** The place itself, then what it lies in: 东湖区, 南昌市, 江西省, 全国. */
  upwards(name: string): readonly string[];
  isWithin(name: string, outer: string): boolean;
  /** In the order of the text; where two readings overlap, the longer one. */
  mentionsIn(text: string): PlaceMention[];
}

interface Spelling {
  text: string;
  place: Place;
  certain: boolean;
  formal: boolean;
}

const gazetteers = new WeakMap<readonly Place[], Gazetteer>();

/** Made once for a list of places. */
export function gazetteerOf(places: readonly Place[]): Gazetteer {
  const made = gazetteers.get(places) ?? build(places);
  gazetteers.set(places, made);
  return made;
}

function build(places: readonly Place[]): Gazetteer {
  const byName = new Map(places.map((place) => [place.name, place]));
  const chains = new Map<string, string[]>();
  const upwards = (name: string): readonly string[] => {
    const known = chains.get(name);
    if (known) return known;
    const chain: string[] = [];
    for (let at: string | null | undefined = name; at && !chain.includes(at); at = byName.get(at)?.within)
      chain.push(at);
    chains.set(name, chain);
    return chain;
  };
  const isWithin = (name: string, outer: string) => upwards(name).includes(outer);
  // Of thousands of places they are dear, and of two lists of which one is the other's beginning only one is asked for names.
  let spellings: ((text: string) => Spelling[]) | undefined;
  return {
    find: (name) => byName.get(name) ?? null,
    upwards,
    isWithin,
    mentionsIn(text) {
      spellings ??= candidatesOf(longestFirst(places.flatMap(spellingsOf)), (one) => one.text);
      return choose(occurrences(text, spellings(text)), isWithin);
    },
  };
}

/** In a few lengths, as they stand within each. */
function longestFirst(spellings: readonly Spelling[]): Spelling[] {
  const byLength = Map.groupBy(spellings, ({ text }) => text.length);
  return [...byLength.keys()].sort((a, b) => b - a).flatMap((length) => byLength.get(length)!);
}

/** 新疆自治区 for 新疆维吾尔自治区, 阿坝州 for 阿坝藏族羌族自治州: half short. */
function halfShort(name: string): string[] {
  if (!name.includes('自治')) return [];
  const kind = /自治(?<kind>[区州县旗])$/u.exec(name)?.groups?.kind;
  if (!kind) return [];
  const short = shortNameOf(name);
  return kind === '区' ? [`${short}自治区`] : [`${short}${kind}`];
}

function spellingsOf(place: Place): Spelling[] {
  const { name, also, ambiguous } = place;
  if (name === NATION) return [];
  return [
    // 东区, 和县: names of two characters stand inside many words.
    { text: name, place, certain: name.length > 2, formal: name.length > 2 },
    ...halfShort(name).map((text) => ({ text, place, certain: true, formal: true })),
    ...also
      .filter((text) => text.length >= 2)
      .map((text) => ({ text, place, certain: !ambiguous, formal: text.length > 2 && name.endsWith(text) })),
  ];
}

/** 上海市场 · 东城区域 · 朝阳区间: the last character belongs to the word behind. */
const WORD_BEHIND: Readonly<Record<string, RegExp>> = { 市: /^[场面民值价区]/u, 区: /^[域间块别位]/u };

/** A short name with another kind behind it is another place: 临港 is a zone, 临港市 is none of it. */
const OTHER_PLACE = /^(?:市(?![场面民值价区内级里外直])|县(?![级区域内里]))/u;

/** 福州路, 南京东路, 北京大道: a street that bears the name. */
const STREET = /^[东西南北中一二三四五六七]{0,2}(?:路|街|大街|大道|巷|弄|胡同)(?![径线演况])/u;

function occurrences(text: string, spellings: readonly Spelling[]): PlaceMention[] {
  return spellings.flatMap(({ text: spelled, place, certain, formal }) => {
    const found: PlaceMention[] = [];
    for (let start = text.indexOf(spelled); start >= 0; start = text.indexOf(spelled, start + 1)) {
      const end = start + spelled.length;
      if (WORD_BEHIND[spelled.at(-1)!]?.test(text.slice(end, end + 1))) continue;
      if (!formal && OTHER_PLACE.test(text.slice(end))) continue;
      if (!formal && STREET.test(text.slice(end))) continue;
      found.push({ place, start, end, certain, formal });
    }
    return found;
  });
}

/**
 * Of readings that overlap the longest counts. Of several places of one spelling the one that lies in, or around, another place named in the
 * text; where none does, a certain one, else the first.
 */
function choose(found: PlaceMention[], isWithin: (name: string, outer: string) => boolean): PlaceMention[] {
  const longest = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.end - other.start > one.end - one.start && other.start < one.end && one.start < other.end,
      ),
  );
  const bySpan = Map.groupBy(longest, ({ start, end }) => start * 0x10000 + end);
  return [...bySpan.values()]
    .map((readings) => {
      const near = readings.find(({ place }) =>
        longest.some(
          (other) =>
            !readings.includes(other) &&
            other.place !== place &&
            other.certain &&
            (isWithin(place.name, other.place.name) || isWithin(other.place.name, place.name)),
        ),
      );
      if (near) return { ...near, certain: near.certain || (readings.length > 1 && near.formal) };
      return readings.find(({ certain }) => certain) ?? { ...readings[0]!, certain: false };
    })
    .sort((a, b) => a.start - b.start);
}
