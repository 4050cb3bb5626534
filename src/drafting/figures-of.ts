/** The figures of a limb with what stands before and behind each, lists of alike figures joined. */
import { type Figure, readFigures } from '../figures/index.ts';
import { fullShares } from './full-shares.ts';

/** A figure of a limb's plain text, or a list of alike figures (1亿元、5亿元、10亿元以上). */
export interface Mention {
  figure: Figure;
  /** Offsets into the plain text. */
  start: number;
  end: number;
  /** From the phrase's start, or the figure before, to this one. */
  before: string;
  /** From this one to the phrase's end, or the next figure. */
  behind: string;
  /** From the phrase's start to this figure, other figures included. */
  phrase: string;
  /** Its place among the members of a list; null: alone. */
  list: { index: number; size: number; start: number; end: number } | null;
}

const PHRASE_END = /[，,；;。：:]/u;
/** Between the members of a list: 、 和 及 或 */
const JOINT = /^(?:、|、?(?:以及|和|及|或))$/u;

/** 80元/吨、200元/吨 */
const OF_EACH = /^[／/][\p{Script=Han}㎡]{1,3}(?=.)/u;

export function mentionsIn(text: string, ref: string | null): Mention[] {
  const shares = fullShares(text);
  const read = readFigures(text, { ref }).filter(
    ({ kind, start }) => kind !== 'time' && !shares.some((share) => share.start === start),
  );
  const figures = [...read, ...shares].sort((one, other) => one.start - other.start);
  const groups = groupsOf(text, figures);
  return figures.map((figure, i): Mention => {
    const group = groups.find((members) => members.includes(figure))!;
    const first = group[0]!;
    const last = group.at(-1)!;
    const previous = figures[figures.indexOf(first) - 1];
    const next = figures[figures.indexOf(last) + 1];
    const left = text.slice(0, first.start);
    const right = text.slice(last.end);
    const phraseStart = lastIndexOf(left, PHRASE_END) + 1;
    const boundary = right.search(PHRASE_END);
    const phraseEnd = boundary < 0 ? text.length : last.end + boundary;
    return {
      figure: group.length > 1 ? withBoundOf(group, figures[i]!) : figure,
      start: figure.start,
      end: figure.end,
      before: text.slice(Math.max(phraseStart, previous?.end ?? 0), first.start),
      behind: text.slice(last.end, Math.min(phraseEnd, next?.start ?? text.length)),
      phrase: text.slice(phraseStart, first.start),
      list:
        group.length > 1
          ? { index: group.indexOf(figure), size: group.length, start: first.start, end: last.end }
          : null,
    };
  });
}

function lastIndexOf(text: string, pattern: RegExp): number {
  for (let at = text.length - 1; at >= 0; at--) if (pattern.test(text[at]!)) return at;
  return -1;
}

/** Figures of one kind that stand side by side, parted by 、 or 和 alone. */
function groupsOf(text: string, figures: readonly Figure[]): Figure[][] {
  const groups: Figure[][] = [];
  for (const figure of figures) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joined =
      last &&
      last.kind === figure.kind &&
      JOINT.test(text.slice(last.end, figure.start).replace(OF_EACH, '')) &&
      text.slice(last.end, figure.start) !== '';
    if (joined) group!.push(figure);
    else groups.push([figure]);
  }
  return groups;
}

/** 不超过100万元、60万元: the bound before the first holds for all; 1亿元、5亿元以上: that behind the last too. */
function withBoundOf(group: readonly Figure[], figure: Figure): Figure {
  if (!('value' in figure) || typeof figure.value !== 'number') return figure;
  const first = group[0]!;
  const last = group.at(-1)!;
  const { value, ...bare } = figure;
  if (isPrefixBound(first)) return { ...bare, ...boundLike(first, value) } as Figure;
  if (isSuffixBound(last)) return { ...bare, ...boundLike(last, value) } as Figure;
  return figure;
}

const isPrefixBound = (figure: Figure): boolean =>
  /^(?:最高|不超过|不低于|不少于|至少|超过|最多)/u.test(figure.text);
const isSuffixBound = (figure: Figure): boolean => /(?:以上|以下|以内)(?:（含[^）]*）)?$/u.test(figure.text);

function boundLike(figure: Figure, value: number): object {
  const { min, minExclusive, maxExclusive } = figure as {
    min?: number;
    minExclusive?: boolean;
    maxExclusive?: boolean;
  };
  if (min !== undefined) return { min: value, ...(minExclusive && { minExclusive }) };
  return { max: value, ...(maxExclusive && { maxExclusive }) };
}

/** The bounds of a figure; an exact one is its own bounds. */
export function boundsOf(figure: Figure): { value: number | null; min: number | null; max: number | null } {
  const { value, min, max } = figure as { value?: number | string; min?: number; max?: number };
  return { value: typeof value === 'number' ? value : null, min: min ?? null, max: max ?? null };
}
