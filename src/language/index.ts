/** The door of the room: a message → one Utterance. Pure; knows the words of a conversation, and nothing of any fact or document. */

export { type Hearing, hearNamed, type NamedHearing, type Part } from './named/hear.ts';
export { isNamed } from './named/names.ts';
export { lettersOf, type StandsIn } from './of-document.ts';
export { plainText } from './plain-text.ts';
export { partsOf } from './quoted.ts';
export type { Holder } from './source.ts';
export { simplified } from './traditional.ts';
export {
  type Clause,
  matter,
  NOT_OWN,
  ownMatter,
  type ReadOptions,
  readUtterance,
  type Span,
  type Utterance,
} from './utterance.ts';
