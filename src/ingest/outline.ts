/** The tree of numbered items, by the order in which the kinds of numbering nest in this document. */
import type { Ordinal } from './ordinal.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Stretch } from './stretch.ts';

export interface Item {
  ordinal: Ordinal;
  /** Paragraph indices [from, to): its own lines and those of its sub-items. */
  from: number;
  to: number;
  parent: Item | null;
  children: Item[];
  title: ItemTitle;
}

export interface ItemTitle {
  text: string;
  /** Within the first paragraph. */
  start: number;
  end: number;
  /** A heading: stands on its own line, in brackets, or as a short first sentence with more behind it. False: the first words of a plain sentence. */
  isHeading: boolean;
  /** Nothing follows it in its paragraph. */
  ownLine: boolean;
}

export function readOutline(paragraphs: readonly Paragraph[], from: number, to: number): Item[] {
  const roots: Item[] = [];
  const stack: Item[] = [];
  for (let i = from; i < to; i++) {
    const { ordinal, stretch } = paragraphs[i]!;
    if (!ordinal) continue;
    const level = stack.findLastIndex((item) => item.ordinal.kind === ordinal.kind);
    for (const closed of stack.splice(level < 0 ? stack.length : level)) closed.to = i;
    const parent = stack.at(-1) ?? null;
    const item: Item = { ordinal, from: i, to, parent, children: [], title: readItemTitle(stretch, ordinal) };
    (parent?.children ?? roots).push(item);
    stack.push(item);
  }
  return roots;
}

const BRACKETED_TITLE = /^[（(【[〔](?<title>[^（()）【】[\]〔〕]{2,30})[）)】\]〕]/u;
/** '资格分是什么？排名分是什么？', '问：怎样申请？', '某某社：何时施行？' */
const ASKED =
  /^(?<lead>(?:\p{Script=Han}{1,12}[：:])?)(?<question>(?:[^。：:！？?；;]{2,70}[？?]){1,3})(?=[^？?]*$|答[：:])/u;
/** Begins a provision, not a heading: '对首次…的企业，给予…'. */
const PROVISION = /给予|不超过|不低于|最高(?:不超过)?\d|应当|可以|不得|必须|\d+(?:万|亿)?元|\d%/u;

/** What an item is called: 【标题】, a first sentence of up to some 36 characters, or its own line. */
export function readItemTitle(stretch: Stretch, ordinal: Ordinal | null): ItemTitle {
  const numbered = ordinal?.length ?? 0;
  // '条款内容：支持企业上云。' says with its label what follows.
  const offset =
    numbered + (/^(?:条款|政策|主要|具体)内容[：:]/u.exec(stretch.text.slice(numbered))?.[0].length ?? 0);
  const rest = stretch.text.slice(offset);
  const bracketed = BRACKETED_TITLE.exec(rest)?.groups?.title;
  if (bracketed && !/责任|牵头|此件/u.test(bracketed)) {
    const ownLine = rest.length <= bracketed.length + 2;
    return {
      text: bracketed,
      start: offset + 1,
      end: offset + 1 + bracketed.length,
      isHeading: true,
      ownLine,
    };
  }
  const asked = ASKED.exec(rest)?.groups;
  if (asked) {
    const text = asked.lead! + asked.question!;
    const end = offset + text.length;
    return { text, start: offset, end, isHeading: true, ownLine: end === stretch.text.length };
  }
  const sentence = /^[^。：:！？；;]*/u.exec(rest)![0];
  const ending = rest[sentence.length];
  const ownLine = ending === undefined || (rest.length === sentence.length + 1 && !/[；;]/u.test(ending));
  // A blank between two Chinese characters; beside digits and Latin letters it is the printer's.
  const gap = [...stretch.gaps].find(
    (at) =>
      at - offset >= 3 &&
      at - offset <= 26 &&
      /^\p{Script=Han}{2}$/u.test(stretch.text.slice(at - 1, at + 1)) &&
      !/[，。；：]/u.test(stretch.text.slice(offset, at)),
  );
  const cut =
    gap !== undefined && sentence.length > gap - offset && /[，。：；]/u.test(rest) ? gap - offset : null;
  const title = cut === null ? sentence : rest.slice(0, cut);
  const short = title.length <= 36 && (!/[，,]/u.test(title) || title.length <= 24);
  const heading =
    short &&
    title.length >= 2 &&
    !PROVISION.test(title) &&
    (cut !== null || ending !== '；') &&
    ending !== ';' &&
    !(/^对/u.test(title) && /[，,]/u.test(title));
  const plain = heading
    ? title
    : (/^(?:《[^》]*》|[（(][^（()）]*[）)]|[^，,。；;：:]){2,}/u.exec(rest)?.[0] ?? sentence);
  const text = plain.length > 40 ? plain.slice(0, 40) : plain;
  return { text, start: offset, end: offset + text.length, isHeading: heading, ownLine };
}

/** Every item of a tree, parents before children. */
export function* allItems(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    yield* allItems(item.children);
  }
}
