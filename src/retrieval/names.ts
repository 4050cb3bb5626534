/** Names with a slip: of documents, departments and places. fuse.js is good at such short strings, and only at them. */
import Fuse from 'fuse.js';
import type { Policy } from '../policy/index.ts';
import type { Routes } from './routes.ts';

/** Errors by length that a name may have: one wrong character in four. */
const MOST_ERRORS = 0.26;
/** Longer texts are questions, not names. */
const LONGEST_NAME = 14;
const SHORTEST_NAME = 4;

/** 公业十条 → 工业十条: the document, when the whole message is one of its names but for a slip. */
export function misspeltDocument(routes: Routes, message: string): Policy | null {
  if (message.length > LONGEST_NAME || message.length < SHORTEST_NAME) return null;
  const alike = routes.names.filter(({ text }) => looksLike(text, message));
  if (alike.length === 0) return null;
  const search = new Fuse(alike, { keys: ['text'], includeScore: true, threshold: MOST_ERRORS });
  const [first] = search.search(message, { limit: 1 });
  return first && (first.score ?? 1) <= MOST_ERRORS ? first.item.policy : null;
}

const MOST_STRANGE = 2;

/** About as long, and all but one or two characters in common: fuse.js need not look at the others. */
function looksLike(name: string, message: string): boolean {
  if (Math.abs(name.length - message.length) > 1) return false;
  let strange = 0;
  for (const character of message) {
    if (!name.includes(character)) strange += 1;
    if (strange > MOST_STRANGE) return false;
  }
  return true;
}

/** The entry of a list nearest to a short message; null when none is near enough. */
export function nearestName(
  names: readonly string[],
  message: string,
  mostErrors = MOST_ERRORS,
): string | null {
  const [first] = new Fuse(names, { includeScore: true, threshold: mostErrors }).search(message, {
    limit: 1,
  });
  return first && (first.score ?? 1) <= mostErrors ? first.item : null;
}
