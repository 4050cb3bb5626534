/** Names with a slip: of documents, departments and places. fuse.js is good at such short strings, and only at them. */
import Fuse from 'fuse.js';
import type { Policy } from '../policy/index.ts';

/** Errors by length that a name may have: one wrong character in four. */
const MOST_ERRORS = 0.26;
/** Longer texts are questions, not names. */
const LONGEST_NAME = 14;
const SHORTEST_NAME = 4;

export interface DocumentName {
  text: string;
  policy: Policy;
  /** A name that several documents bear says nothing by itself. */
  alone: boolean;
}

/** By length the names that may be meant by a message: one bit of 32 for each character, in the order of `names`. */
export interface ShortNames {
  byLength: ReadonlyMap<number, { names: DocumentName[]; bits: Int32Array }>;
}

export function buildShortNames(names: readonly DocumentName[]): ShortNames {
  const short = names.filter(({ text }) => text.length <= LONGEST_NAME + 1);
  const byLength = new Map(
    Array.from(
      Map.groupBy(short, ({ text }) => text.length),
      ([length, some]) => [length, { names: some, bits: Int32Array.from(some, ({ text }) => bitsOf(text)) }],
    ),
  );
  return { byLength };
}

function bitsOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) % 32);
  return bits;
}

/** 公业十条 → 工业十条: the document, when the whole message is one of its names but for a slip. */
export function misspeltDocument({ byLength }: ShortNames, message: string): Policy | null {
  if (message.length > LONGEST_NAME || message.length < SHORTEST_NAME) return null;
  const bits = bitsOf(message);
  const alike: DocumentName[] = [];
  for (const length of [message.length - 1, message.length, message.length + 1]) {
    const some = byLength.get(length);
    some?.names.forEach((name, at) => {
      if (countOf(bits & ~some.bits[at]!) <= MOST_STRANGE && fewStrange(name.text, message)) alike.push(name);
    });
  }
  if (alike.length === 0) return null;
  const search = new Fuse(alike, { keys: ['text'], includeScore: true, threshold: MOST_ERRORS });
  const [first] = search.search(message, { limit: 1 });
  return first && (first.score ?? 1) <= MOST_ERRORS ? first.item.policy : null;
}

const MOST_STRANGE = 2;

/** How many bits are set. */
function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** All but one or two characters in common: fuse.js need not look at the others. */
function fewStrange(name: string, message: string): boolean {
  let strange = 0;
  for (const character of message) {
    if (!name.includes(character)) strange += 1;
    if (strange > MOST_STRANGE) return false;
  }
  return true;
}
