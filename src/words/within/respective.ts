/** 国家级、省级、市级…分别给予50万元、20万元、10万元: which of the figures is of the one that a question names. */

/** A figure of such a list. */
const FIGURE = String.raw`\d[\d.]*\s*(?:万|亿)?\s*(?:元|人|%|％|‰|个|名|项)`;
/** What is listed, and behind 分别 the figures in the same order. */
const LISTED = new RegExp(
  String.raw`(?<items>[^。；;]*?)(?:分别|依次|各)[^、。；;\d]{0,12}(?<figures>(?:[^、。；;\d]{0,4}${FIGURE})(?:[、和及或][^、。；;\d]{0,4}${FIGURE})+)`,
  'u',
);
const BETWEEN = /[、和及或]/u;
const SHORTEST = 2;

export interface Respective {
  named: string;
  figure: string;
}

/** Null where nothing is listed in such a way, or the question names none or several of it. */
export function respectiveIn(sentence: string, question: string): Respective | null {
  const listed = LISTED.exec(sentence.replace(/\s/gu, ''))?.groups;
  if (!listed) return null;
  const figures = listed.figures!.split(BETWEEN).map((one) => one.replace(/^\D+/u, ''));
  const items = itemsOf(listed.items!, figures.length);
  if (items === null) return null;
  const named = items.map((item, at) => namedBy(item, question, others(items, at)));
  const [only, ...more] = named.flatMap((word, at) => (word === '' ? [] : [{ word, at }]));
  return only && more.length === 0 ? { named: only.word, figure: figures[only.at]! } : null;
}

const others = (items: readonly string[], at: number): string =>
  items.filter((_, place) => place !== at).join('，');

/** So many neighbours, as far as the list goes: the first has what leads up to it, the last what comes behind. */
function itemsOf(text: string, count: number): string[] | null {
  const clauses = text.split(/[，,]/u);
  const listing = clauses.findLast((clause) => clause.split(BETWEEN).length >= count);
  return listing?.split(BETWEEN).slice(-count) ?? null;
}

/** The longest that the question has of an item and of no other one. */
function namedBy(item: string, question: string, rest: string): string {
  for (let length = item.length; length >= SHORTEST; length--)
    for (let start = 0; start + length <= item.length; start++) {
      const part = item.slice(start, start + length);
      if (question.includes(part) && !rest.includes(part)) return part;
    }
  return '';
}
